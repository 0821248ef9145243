import { type FacetName, facetNames } from '#app/contract/excerpt-facets'
import type { ExcerptFilter } from '#app/contract/excerpt-query'
import type { EntryWords } from './document-part'
import type { Column, Table } from './table'

/** The rows that fit a filter, and the counts of each facet under all others. */
export interface FilteredRows {
  /** 1 for a row that fits. */
  readonly fits: Uint8Array
  readonly total: number
  /** Number of documents with a row that fits. */
  readonly documents: number
  /** Per facet, by code. */
  readonly counts: { readonly [Name in FacetName]: Uint32Array }
}

/** Filters in one pass over each column; `words` is 1 for the rows that have the words. */
export function filterRows(table: Table, filter: ExcerptFilter, words: Uint8Array | undefined): FilteredRows {
  const { rows, columns } = table
  // A row that fails one facet alone still counts in that facet.
  const failures = new Uint8Array(rows)
  const failed = new Uint8Array(rows)
  for (const [n, name] of facetNames.entries()) {
    const wanted = filter.facets[name]
    if (wanted !== undefined && wanted.length > 0) markFailures(columns[name], wanted, n, failures, failed)
  }
  if (words !== undefined) for (let row = 0; row < rows; row += 1) if (words[row] === 0) failures[row] = 2
  const counts = Object.fromEntries(
    facetNames.map((name, n) => [name, countFacet(columns[name], n, failures, failed)]),
  ) as { [Name in FacetName]: Uint32Array }
  return { ...fitting(table, failures), counts }
}

function markFailures(
  column: Column,
  wanted: readonly string[],
  facet: number,
  failures: Uint8Array,
  failed: Uint8Array,
): void {
  const accepted = new Uint8Array(column.dictionary.values.length)
  for (const value of wanted) {
    const code = column.dictionary.knownCode(value)
    if (code !== undefined) accepted[code] = 1
  }
  const { starts, codes } = column
  for (let row = 0; row < failures.length; row += 1) {
    let fits = false
    if (starts === undefined) fits = accepted[codes[row] ?? 0] === 1
    else {
      const end = starts[row + 1] ?? 0
      for (let at = starts[row] ?? 0; at < end && !fits; at += 1) fits = accepted[codes[at] ?? 0] === 1
    }
    if (fits) continue
    failures[row] = Math.min(2, (failures[row] ?? 0) + 1)
    failed[row] = facet
  }
}

function countFacet(column: Column, facet: number, failures: Uint8Array, failed: Uint8Array): Uint32Array {
  const counts = new Uint32Array(column.dictionary.values.length)
  const { starts, codes } = column
  for (let row = 0; row < failures.length; row += 1) {
    const failing = failures[row] ?? 0
    if (failing > 1 || (failing === 1 && failed[row] !== facet)) continue
    const end = starts === undefined ? row + 1 : (starts[row + 1] ?? 0)
    for (let at = starts === undefined ? row : (starts[row] ?? 0); at < end; at += 1) {
      const code = codes[at] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
  }
  return counts
}

function fitting({ rows, partOf, parts }: Table, failures: Uint8Array): Omit<FilteredRows, 'counts'> {
  const fits = new Uint8Array(rows)
  const seen = new Uint8Array(parts.length)
  let total = 0
  let documents = 0
  for (let row = 0; row < rows; row += 1) {
    if (failures[row] !== 0) continue
    fits[row] = 1
    total += 1
    const part = partOf[row] ?? 0
    if (seen[part] === 0) {
      seen[part] = 1
      documents += 1
    }
  }
  return { fits, total, documents }
}

/** The words of a text that must all be found, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/u).filter(Boolean)
}

/** 1 for the rows that have all the words; `among`: rows outside of it are not looked at and have none. */
export function rowsWithWords(table: Table, words: readonly string[], among?: Uint8Array): Uint8Array {
  const found = among === undefined ? new Uint8Array(table.rows).fill(1) : among.slice()
  for (const [n, part] of table.parts.entries()) {
    const rows = found.subarray(table.begins[n], table.begins[n + 1])
    for (const word of words) if (!part.words.includes(word)) dropWithout(word, part.entryWords, rows)
  }
  return found
}

/** Sets the rows to 0 whose entries have not the word, which must hold no white space. */
function dropWithout(word: string, { text, starts }: EntryWords, rows: Uint8Array): void {
  for (let entry = 0; entry < rows.length; entry += 1) {
    const without = entry
    const at = text.indexOf(word, starts[entry])
    if (at < 0) entry = rows.length
    else while ((starts[entry + 1] ?? 0) <= at) entry += 1
    rows.fill(0, without, entry)
  }
}
