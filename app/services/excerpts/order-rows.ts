import type { Register } from '#annotations/changes/resolve'
import { kinds } from '#annotations/model/annotation'
import type { AnnotatorId } from '#annotations/model/ids'
import { roles } from '#annotations/model/revision'
import { noValue, type SortName } from '#app/contract/excerpt-facets'
import type { ExcerptSort } from '#app/contract/excerpt-query'
import { speakerName, tagPath } from './resolve-codes'
import type { Column, Table } from './table'

export interface NamingRegisters {
  readonly codebook: Register
  readonly speakers: Register
  readonly annotators: ReadonlyMap<AnnotatorId, string>
}

/** A number for each row that says its place in an order; `last`, for rows that have nothing to be ordered by. */
interface Ranks {
  readonly of: Uint32Array
  readonly last: number
}

/** All rows in an order; equal ones stay in page order, and rows without a value come last whichever way. */
export function orderRows(table: Table, { by, descending }: ExcerptSort, names: NamingRegisters): Uint32Array {
  const order = Uint32Array.from({ length: table.rows }, (_, row) => row)
  if (by === 'page') return descending ? order.reverse() : order
  if (by === 'modified') return byMoment(order, table.modified, descending)
  const { of, last } = ranksOf(table, by, names)
  return countingSort(order, descending ? turned(of, last) : of, last + 1)
}

type RankedName = Exclude<SortName, 'page' | 'modified'>

function ranksOf(table: Table, by: RankedName, names: NamingRegisters): Ranks {
  const { columns, parts } = table
  switch (by) {
    case 'document':
      return ofParts(
        table,
        parts.map(part => part.headline),
      )
    case 'date':
      return ofParts(
        table,
        parts.map(part => part.published ?? ''),
      )
    case 'kind':
      return first(columns.kind, value => String(indexIn(kinds, value)))
    case 'section':
      return first(columns.section, value => (value === noValue ? '' : String(indexIn(roles, value))))
    case 'status':
      return first(columns.status, value => value)
    case 'annotator':
      return first(columns.annotator, value => names.annotators.get(value) ?? value)
    case 'speaker':
      return first(columns.speaker, value => (value === noValue ? '' : speakerName(names.speakers, value)))
    case 'tag':
      return first(table.ownTags, value => (value === noValue ? '' : tagPath(names.codebook, value).join(' / ')), true)
  }
}

function indexIn(words: readonly string[], word: string): number {
  return words.indexOf(word)
}

/** Compares names as people list them; the same names always compare the same way. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Ranks of names, equal names alike; `''` is the last. */
function rankNames(texts: readonly string[]): { readonly ranks: Uint32Array; readonly last: number } {
  const distinct = [...new Set(texts)].filter(text => text !== '').sort(compareNames)
  const rank = new Map(distinct.map((text, n) => [text, n]))
  return { ranks: Uint32Array.from(texts, text => rank.get(text) ?? distinct.length), last: distinct.length }
}

function ofParts({ partOf }: Table, texts: readonly string[]): Ranks {
  const { ranks, last } = rankNames(texts)
  return { of: partOf.map(part => ranks[part] ?? last), last }
}

/** Ranks by the first value of each row, or with `smallest` by the one whose name comes first. */
function first({ starts, codes, dictionary }: Column, name: (value: string) => string, smallest = false): Ranks {
  const { ranks, last } = rankNames(dictionary.values.map(name))
  if (starts === undefined) return { of: codes.map(code => ranks[code] ?? last), last }
  const of = new Uint32Array(starts.length - 1)
  for (let row = 0; row < of.length; row += 1) {
    const begin = starts[row] ?? 0
    let rank = ranks[codes[begin] ?? 0] ?? last
    const end = smallest ? (starts[row + 1] ?? 0) : begin
    for (let at = begin + 1; at < end; at += 1) rank = Math.min(rank, ranks[codes[at] ?? 0] ?? last)
    of[row] = rank
  }
  return { of, last }
}

/** Ranks the other way round; what is last stays last. */
function turned(ranks: Uint32Array, last: number): Uint32Array {
  return ranks.map(rank => (rank === last ? rank : last - 1 - rank))
}

/** Sorts rows by their keys, small numbers from 0 to `size - 1`; equal ones keep their order. */
function countingSort(order: Uint32Array, keys: Uint32Array, size: number): Uint32Array {
  const places = new Uint32Array(size + 1)
  for (const key of keys) places[key + 1] = (places[key + 1] ?? 0) + 1
  for (let n = 1; n <= size; n += 1) places[n] = (places[n] ?? 0) + (places[n - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (const row of order) {
    const key = keys[row] ?? 0
    const place = places[key] ?? 0
    sorted[place] = row
    places[key] = place + 1
  }
  return sorted
}

const digit = 2 ** 16

/** By milliseconds since 1970, in three rounds of 16 bits. */
function byMoment(order: Uint32Array, moments: Float64Array, descending: boolean): Uint32Array {
  let sorted = order
  for (const unit of [1, digit, digit ** 2]) {
    const keys = new Uint32Array(moments.length)
    for (let row = 0; row < keys.length; row += 1) {
      const key = Math.floor(Math.max(0, moments[row] ?? 0) / unit) % digit
      keys[row] = descending ? digit - 1 - key : key
    }
    sorted = countingSort(sorted, keys, digit)
  }
  return sorted
}
