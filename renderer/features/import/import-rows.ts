import type { DocumentId } from '#annotations/model/ids'
import type { ImportRow } from '#app/contract/values'
import { counted } from '../words/kind-words'
import { problemWords, warningWords } from '../words/problem-words'

/** The last name of a path, with `/` or `\` between names. */
export function fileNameOf(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path
}

export const stateWords: { readonly [S in ImportRow['state']]: string } = {
  imported: 'Added',
  skipped: 'Skipped',
  failed: 'Not added',
}

/** What a row says beside its state: why and what to do, or what was noticed; nothing for a plain success. */
export function messageOf(row: ImportRow, headlines: ReadonlyMap<DocumentId, string>): string | undefined {
  if (row.state === 'failed') return problemWords({ code: row.code ?? 'unreadable' })
  if (row.state === 'imported') return row.warnings?.map(warningWords).join(' ') || undefined
  const headline = row.document === undefined ? undefined : headlines.get(row.document)
  return headline === undefined
    ? 'The same text is already here.'
    : `Same text as “${headline}”, already in the library.`
}

/** `7 added · 1 skipped · 1 not added`; states without a file are left out. */
export function summaryOf(rows: readonly ImportRow[]): string {
  const of = (state: ImportRow['state']): number => rows.filter(row => row.state === state).length
  return (['imported', 'skipped', 'failed'] as const)
    .filter(state => of(state) > 0)
    .map(state => `${of(state)} ${stateWords[state].toLowerCase()}`)
    .join(' · ')
}

/** `Import 1 file`, `Import 12 files`. */
export function titleOf(files: number): string {
  return files === 0 ? 'Import' : `Import ${counted(files, 'file', 'files')}`
}

/** Share of a whole in full percent; 0 of nothing. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 0 : Math.round((done / total) * 100)
}
