import type { DocumentId } from '#annotations/model/ids'
import type { BatchRow } from '#app/contract/values'
import { counted } from '../words/kind-words'
import { problemWords, warningWords } from '../words/problem-words'

/** What a row shows: its state, and for a text that is nearly there already a state of its own. */
export type RowState = BatchRow['state'] | 'near'

/** The last name of a path, with `/` or `\` between names. */
export function fileNameOf(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path
}

export const stateWords: { readonly [S in RowState]: string } = {
  waiting: 'Waiting',
  reading: 'Reading',
  imported: 'Added',
  near: 'Added, near-duplicate',
  skipped: 'Duplicate',
  failed: 'Not added',
}

export function stateOf(row: BatchRow): RowState {
  return row.state === 'imported' && row.similar !== undefined ? 'near' : row.state
}

/** The document that has the same text as a file, or nearly the same. */
export function otherDocumentOf(row: BatchRow): DocumentId | undefined {
  if (row.state === 'skipped') return row.document
  return row.state === 'imported' ? row.similar?.document : undefined
}

/** The files that came with a message and can be imported. */
export function attachmentsOf(row: BatchRow): readonly string[] {
  if (row.state !== 'imported') return []
  const warning = row.warnings?.find(({ code }) => code === 'attachments-left-out')
  return String(warning?.facts?.readable ?? '')
    .split('\n')
    .filter(name => name !== '')
}

/** Words that a file holds beside its text: which warning says so, what they are, and how many pieces are not told. */
export interface LeftApartTexts {
  readonly code: string
  readonly what: string
  readonly texts: readonly string[]
  readonly more: number
}

const piecesBeside: { readonly [code: string]: readonly [string, string] | undefined } = {
  'deletions-left-out': ['deletion', 'deletions'],
  'comments-left-out': ['comment', 'comments'],
  'running-heads-left-out': ['running head', 'running heads'],
}

/** What a file holds beside its text and can be read: deletions, comments, and what stands at the edge of every page. */
export function leftApartOf(row: BatchRow): readonly LeftApartTexts[] {
  if (row.state !== 'imported') return []
  return (row.warnings ?? []).flatMap(({ code, facts }) => {
    const pieces = piecesBeside[code]
    const texts = typeof facts?.texts === 'string' ? facts.texts.split('\n') : []
    if (pieces === undefined || texts.length === 0) return []
    const count = Number(facts?.count ?? texts.length)
    return [{ code, what: counted(count, ...pieces), texts, more: Math.max(0, count - texts.length) }]
  })
}

/**
 * What a row says beside its state: why and what to do, or what was noticed; nothing for a plain success. `headline`: of the document
 * that has the same text, or nearly.
 */
export function messageOf(row: BatchRow, headline: string | undefined): string | undefined {
  if (row.state === 'failed') return problemWords({ code: row.code ?? 'unreadable' })
  if (row.state === 'skipped') {
    if (row.code === 'same-text-removed')
      return 'The same text was removed from the library; bring it back from the bin.'
    return headline === undefined
      ? 'The same text is already here.'
      : `Same text as “${headline}”, already in the library.`
  }
  if (row.state !== 'imported') return undefined
  const near =
    row.similar === undefined
      ? []
      : [`${Math.floor(row.similar.containment * 100)}% of its words are those of “${headline ?? 'another document'}”.`]
  return [...near, ...(row.warnings?.map(warningWords) ?? [])].join(' ') || undefined
}

/** `7 added · 1 near-duplicate · 1 not added · 2 to go`; states without a file are left out. */
export function summaryOf(rows: readonly BatchRow[]): string {
  const of = (...states: readonly RowState[]): number => rows.filter(row => states.includes(stateOf(row))).length
  const parts: readonly (readonly [number, string])[] = [
    [of('imported', 'near'), 'added'],
    [of('near'), of('near') === 1 ? 'of them a near-duplicate' : 'of them near-duplicates'],
    [of('skipped'), of('skipped') === 1 ? 'duplicate' : 'duplicates'],
    [of('failed'), 'not added'],
    [of('waiting', 'reading'), 'to go'],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(' · ')
}

/** `Import 1 file`, `Import 12 files`. */
export function titleOf(files: number): string {
  return files === 0 ? 'Import' : `Import ${counted(files, 'file', 'files')}`
}

/** The order in which rows are shown, by their places: while files are read as they came, then those to be looked at first. */
export function orderOf(rows: readonly BatchRow[], running: boolean): number[] {
  const places = rows.map((_row, at) => at)
  if (running) return places
  const rank = (at: number) => firstShown.indexOf(rows[at] === undefined ? 'imported' : stateOf(rows[at]))
  return places.sort((a, b) => rank(a) - rank(b) || a - b)
}

const firstShown: readonly RowState[] = ['failed', 'near', 'skipped', 'imported', 'reading', 'waiting']

/** How far a batch is, in full percent: its files each as one, that which is read by its share. */
export function percentOf(rows: readonly BatchRow[]): number {
  const done = rows.map(row => (row.state === 'waiting' ? 0 : row.state === 'reading' ? row.share : 1))
  return rows.length === 0 ? 0 : Math.round((done.reduce((sum, one) => sum + one, 0) / rows.length) * 100)
}
