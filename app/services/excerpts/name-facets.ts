import { ownFieldsOf, ownValue } from '#annotations/model/own-fields'
import { type FacetName, facetNames, noValue } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, Facets, FacetValue } from '#app/contract/excerpt-query'
import type { FilteredRows } from './filter-rows'
import { compareNames, type NamingRegisters } from './order-rows'
import { speakerName, tagPath, typeName } from './resolve-codes'
import type { Table } from './table'

/** The values of the facets, and of each how many more occur. */
export interface NamedFacets {
  readonly facets: Facets
  readonly moreValues: { readonly [Name in FacetName]?: number }
}

/**
 * The values of each facet that occur or that the filter names: tags as a tree, all others by count and then by name,
 * of these at most `most` beside those that the filter names.
 */
export function nameFacets(
  table: Table,
  counts: FilteredRows['counts'],
  filter: ExcerptFilter,
  names: NamingRegisters,
  most = Number.MAX_SAFE_INTEGER,
): NamedFacets {
  const facets: [FacetName, readonly FacetValue[]][] = []
  const more: [FacetName, number][] = []
  for (const name of facetNames) {
    const wanted = filter.facets[name] ?? []
    const found = occurring(table, name, counts[name], wanted, names).filter(
      ({ value }) => name !== 'field' || isOffered(table, value, wanted, names),
    )
    const chosen = new Set(wanted)
    const first = name === 'tag' ? found : found.filter(({ value }, n) => n < most || chosen.has(value))
    const values = first.map(({ value, count }) => named(table, name, value, count, names))
    facets.push([name, name === 'tag' ? asTree(values) : values])
    if (first.length < found.length) more.push([name, found.length - first.length])
  }
  return { facets: Object.fromEntries(facets) as unknown as Facets, moreValues: Object.fromEntries(more) }
}

/** Values of fields that are removed are not offered, unless the filter names them. */
function isOffered(table: Table, value: string, wanted: readonly string[], names: NamingRegisters): boolean {
  return value === noValue || wanted.includes(value) || pathOfValue(table, 'field', value, names) !== undefined
}

/** A value of a facet; `rank`: its place by name. */
interface Occurring {
  readonly value: string
  readonly count: number
  readonly rank: number
}

/** The values that occur or are wanted, by count and then by name; those of a tree are put in their order later. */
function occurring(
  table: Table,
  name: FacetName,
  counts: Uint32Array,
  wanted: readonly string[],
  names: NamingRegisters,
): Occurring[] {
  const left = new Set(wanted)
  const { values } = table.columns[name].dictionary
  const rankOf = ranksOf(table, name, names)
  const found: Occurring[] = []
  for (const [code, value] of values.entries()) {
    const count = counts[code] ?? 0
    const kept = left.delete(value)
    if (count > 0 || kept) found.push({ value, count, rank: rankOf[code] ?? 0 })
  }
  for (const value of left) found.push({ value, count: 0, rank: values.length })
  return name === 'tag' ? found : found.sort(byCount)
}

const ranks = new WeakMap<Table, Map<FacetName, Uint32Array>>()

/** The place of each value of a facet in the order of names, which is long to find and the same as long as the table is. */
function ranksOf(table: Table, name: FacetName, names: NamingRegisters): Uint32Array {
  const known = ranks.get(table) ?? new Map<FacetName, Uint32Array>()
  ranks.set(table, known)
  const found = known.get(name)
  if (found !== undefined) return found
  const { values } = table.columns[name].dictionary
  const sorted = values.map((value, code) => ({ code, value, name: nameOf(named(table, name, value, 0, names)) }))
  sorted.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.value, b.value))
  const of = new Uint32Array(values.length)
  for (const [rank, { code }] of sorted.entries()) of[code] = rank
  known.set(name, of)
  return of
}

function named(table: Table, name: FacetName, value: string, count: number, names: NamingRegisters): FacetValue {
  const path = value === noValue ? undefined : pathOfValue(table, name, value, names)
  return path === undefined ? { value, count } : { value, count, path }
}

function pathOfValue(
  { parts, columns }: Table,
  name: FacetName,
  value: string,
  { codebook, speakers, annotators }: NamingRegisters,
): readonly string[] | undefined {
  switch (name) {
    case 'tag':
      return tagPath(codebook, value)
    case 'speaker':
      return [speakerName(speakers, value)]
    case 'claim-type':
      return [typeName(codebook, value)]
    case 'annotator':
      return [annotators.get(value) ?? value]
    case 'field':
      return ownPath(codebook, value)
    case 'document':
      return [parts[columns.document.dictionary.knownCode(value) ?? -1]?.headline ?? value]
    default:
      return undefined
  }
}

/** `Beat: Energy` of `id=value`; undefined where the field or the choice is removed. */
function ownPath(codebook: NamingRegisters['codebook'], key: string): readonly string[] | undefined {
  const at = key.indexOf('=')
  const field = ownFieldsOf(codebook).find(({ id }) => id === key.slice(0, at))
  if (field === undefined) return undefined
  const value = key.slice(at + 1)
  const shown = ownValue({ [field.id]: field.holds === 'number' ? Number(value) : value }, field)
  return shown === undefined ? undefined : [`${field.name}: ${shown}`]
}

const nameOf = ({ path, value }: FacetValue): string => path?.join(' / ') ?? value

/** Each tag before those below it, beside one another by count and then by name; what has none at the end. */
function asTree(values: readonly FacetValue[]): FacetValue[] {
  const counts = new Map(values.map(({ path, count }) => [keyOf(path ?? []), count]))
  const countAt = (path: readonly string[], depth: number) => counts.get(keyOf(path.slice(0, depth + 1))) ?? 0
  return [...values].sort((a, b) => {
    if ((a.value === noValue) !== (b.value === noValue)) return a.value === noValue ? 1 : -1
    const [left, right] = [a.path ?? [], b.path ?? []]
    for (let n = 0; n < Math.min(left.length, right.length); n += 1) {
      if (left[n] === right[n]) continue
      return countAt(right, n) - countAt(left, n) || compareNames(left[n] ?? '', right[n] ?? '')
    }
    return left.length - right.length || compareNames(a.value, b.value)
  })
}

const keyOf = (path: readonly string[]): string => path.join('\0')

function byCount(a: Occurring, b: Occurring): number {
  if ((a.value === noValue) !== (b.value === noValue)) return a.value === noValue ? 1 : -1
  return b.count - a.count || a.rank - b.rank || compareNames(a.value, b.value)
}
