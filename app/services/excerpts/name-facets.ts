import { ownFieldsOf, ownValue } from '#annotations/model/own-fields'
import { type FacetName, facetNames, noValue } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, Facets, FacetValue } from '#app/contract/excerpt-query'
import type { FilteredRows } from './filter-rows'
import { compareNames, type NamingRegisters } from './order-rows'
import { speakerName, tagPath, typeName } from './resolve-codes'
import type { Table } from './table'

/** The values of each facet that occur or that the filter names: tags as a tree, all others by count and then by name. */
export function nameFacets(
  table: Table,
  counts: FilteredRows['counts'],
  filter: ExcerptFilter,
  names: NamingRegisters,
): Facets {
  const facets = facetNames.map(name => {
    const wanted = new Set(filter.facets[name] ?? [])
    const { values } = table.columns[name].dictionary
    const found = values.flatMap((value, code): FacetValue[] => {
      const count = counts[name][code] ?? 0
      const kept = wanted.delete(value)
      return count > 0 || kept ? [named(table, name, value, count, names)] : []
    })
    for (const value of wanted) found.push(named(table, name, value, 0, names))
    // Values of fields that are removed are not offered, unless the filter names them.
    const offered =
      name === 'field'
        ? found.filter(
            ({ value, path }) => value === noValue || path !== undefined || filter.facets.field?.includes(value),
          )
        : found
    return [name, name === 'tag' ? asTree(found) : offered.sort(byCount)] as const
  })
  return Object.fromEntries(facets) as unknown as Facets
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

function byCount(a: FacetValue, b: FacetValue): number {
  if ((a.value === noValue) !== (b.value === noValue)) return a.value === noValue ? 1 : -1
  return b.count - a.count || compareNames(nameOf(a), nameOf(b)) || compareNames(a.value, b.value)
}
