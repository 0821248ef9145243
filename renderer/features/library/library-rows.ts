import type { DocumentRow } from '#app/contract/values'
import { shownDate } from '../words/dates'
import { countsInWords } from '../words/kind-words'

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

/** The documents that a filter and a typed text leave: the text is looked for in headline, issuer and date. */
export function listed(documents: readonly DocumentRow[], filter: Filter, typed: string): readonly DocumentRow[] {
  const words = typed.trim().toLocaleLowerCase().split(/\s+/u)
  return documents.filter(row => {
    const text = `${row.headline} ${metaOf(row)} ${row.published ?? ''}`.toLocaleLowerCase()
    return (filter === 'all' || row.progress === filter) && words.every(word => text.includes(word))
  })
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

/** `U.S. Department of Defense · 1 May 2018`. */
export function metaOf(row: DocumentRow): string {
  const day = row.published === undefined ? undefined : shownDate(row.published)
  return [row.issuer, day].filter(part => part !== undefined).join(' · ')
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

/** All of a row but its headline, as it is read out. */
export function rowInWords(row: DocumentRow, state: string): string {
  return [metaOf(row), state, `${percentOf(row)} percent read`, countsInWords(row.counts)]
    .filter(part => part !== '')
    .join(', ')
}
