import type { DocumentId } from '#annotations/model/ids'
import { type OwnField, ownTexts } from '#annotations/model/own-fields'
import type { FoundPassage } from '#app/contract/document-search'
import { searchWords } from '#app/contract/search-words'
import type { DocumentRow, KindCounts } from '#app/contract/values'
import { shownDate } from '../words/dates'
import { counted, countsInWords } from '../words/kind-words'

export const filters = ['all', 'not-started', 'in-work', 'done'] as const
/** Which documents the library lists. */
export type Filter = (typeof filters)[number]

export const filterWords: { readonly [F in Filter]: string } = {
  all: 'All',
  'not-started': 'To do',
  'in-work': 'Doing',
  done: 'Done',
}

/** How many documents each filter lists. */
export function countByFilter(documents: readonly DocumentRow[]): { readonly [F in Filter]: number } {
  const of = (progress: DocumentRow['progress']): number => documents.filter(row => row.progress === progress).length
  return { all: documents.length, 'not-started': of('not-started'), 'in-work': of('in-work'), done: of('done') }
}

/** A document as it is listed; with the place in its text where it has words that are looked for and not shown. */
export interface ListedDocument {
  readonly row: DocumentRow
  readonly passage?: FoundPassage
}

/** What the texts have of the words that are looked for. */
export interface FoundInTexts {
  /** The answer for what was typed last is not here yet; until then there are the passages of what was typed before. */
  readonly looking: boolean
  readonly passages: ReadonlyMap<DocumentId, FoundPassage>
}

/** What of the library is asked for. */
export interface LibraryQuestion {
  readonly filter: Filter
  readonly sort: Sort
  readonly typed: string
}

/**
 * The documents that a filter and a typed text leave: first those that have its words in headline, issuer or date, then
 * those that were found by their texts; each in the order asked for.
 */
export function listed(
  documents: readonly DocumentRow[],
  { filter, sort, typed }: LibraryQuestion,
  passages: ReadonlyMap<DocumentId, FoundPassage> = new Map(),
): readonly ListedDocument[] {
  const words = searchWords(typed)
  const shown: ListedDocument[] = []
  const inText: ListedDocument[] = []
  for (const row of sorted(documents, sort)) {
    if (filter !== 'all' && row.progress !== filter) continue
    const text = `${row.headline} ${metaOf(row)} ${row.published ?? ''}`
    const passage = passages.get(row.id)
    if (words.every(word => word.test(text))) shown.push({ row })
    else if (passage !== undefined) inText.push({ row, passage })
  }
  return [...shown, ...inText]
}

/** How many documents a search found, in words. */
export function foundWords(found: readonly ListedDocument[]): string {
  if (found.length === 0) return 'No document'
  const inText = found.filter(({ passage }) => passage !== undefined).length
  const all = counted(found.length, 'document', 'documents')
  return inText === 0 ? all : `${all}, ${inText} by ${inText === 1 ? 'its text' : 'their texts'}`
}

export const sorts = ['added', 'headline', 'published', 'progress'] as const
/** In which order the library lists. */
export type Sort = (typeof sorts)[number]

export const sortWords: { readonly [S in Sort]: string } = {
  added: 'As added',
  headline: 'By title',
  published: 'Newest first',
  progress: 'To do first',
}

const progressOrder: readonly DocumentRow['progress'][] = ['not-started', 'in-work', 'done']

/** The documents in an order; those that are equal in it stay as added. Undated ones come last. */
export function sorted(documents: readonly DocumentRow[], sort: Sort): readonly DocumentRow[] {
  if (sort === 'added') return documents
  const compare = {
    headline: (a: DocumentRow, b: DocumentRow) => a.headline.localeCompare(b.headline),
    published: (a: DocumentRow, b: DocumentRow) => (b.published ?? '').localeCompare(a.published ?? ''),
    progress: (a: DocumentRow, b: DocumentRow) => progressOrder.indexOf(a.progress) - progressOrder.indexOf(b.progress),
  }
  return [...documents].sort(compare[sort])
}

/** A row with the values of the workspace's own fields in words. */
export interface LibraryRow extends DocumentRow {
  readonly ownWords?: readonly string[]
}

const withWords = new WeakMap<DocumentRow, { readonly fields: readonly OwnField[]; readonly row: LibraryRow }>()

/** The rows with their own fields in words; a row without any is itself, and of others each is the same while it and the fields are. */
export function withOwnWords(rows: readonly DocumentRow[], fields: readonly OwnField[]): readonly LibraryRow[] {
  return rows.map(row => {
    if (row.own === undefined || fields.length === 0) return row
    const known = withWords.get(row)
    if (known?.fields === fields) return known.row
    const shown = { ...row, ownWords: ownTexts(row.own, fields) }
    withWords.set(row, { fields, row: shown })
    return shown
  })
}

/** `U.S. Department of Defense · 1 May 2018 · Beat: Energy`. */
export function metaOf(row: LibraryRow): string {
  const day = row.published === undefined ? undefined : shownDate(row.published)
  return [row.issuer, day, ...(row.ownWords ?? [])].filter(part => part !== undefined).join(' · ')
}

/** The share that is read, in whole percent. */
export function percentOf(row: DocumentRow): number {
  return Math.round(row.share * 100)
}

/** Whether nobody has begun: such a row shows no bar and no counts. */
export function isUntouched(row: DocumentRow): boolean {
  const { quote, claim, note } = row.counts
  return row.progress === 'not-started' && quote + claim + note === 0
}

/** How many annotations of each kind the annotator has made there. */
export function ownCountsOf({ counts, others }: DocumentRow): KindCounts {
  if (others === undefined) return counts
  return {
    quote: counts.quote - others.quote,
    claim: counts.claim - others.claim,
    note: counts.note - others.note,
  }
}

/** How many annotations colleagues have made there. */
export function othersOf({ others }: DocumentRow): number {
  return others === undefined ? 0 : others.quote + others.claim + others.note
}

/** All of a row but its headline, as it is read out. */
export function rowInWords({ row, passage }: ListedDocument, state: string): string {
  const found = passage === undefined ? '' : `“${passage.before}${passage.exact}${passage.after}”`
  const others = othersOf(row)
  const theirs = others === 0 ? '' : `${others} of colleagues`
  return [found, metaOf(row), state, `${percentOf(row)} percent read`, countsInWords(ownCountsOf(row)), theirs]
    .filter(part => part !== '')
    .join(', ')
}
