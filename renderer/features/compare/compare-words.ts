import type { TextChange } from '#annotations/anchoring/compare-texts'
import { firstWords } from '../words/first-words'

/** What a change is, in a sentence; `before` and `after` are the texts that are compared. */
export function changeWords({ before: gone, after: come, moved }: TextChange, before: string, after: string): string {
  const old = gone === undefined ? '' : `“${firstWords(before.slice(gone.start, gone.end))}”`
  const now = come === undefined ? '' : `“${firstWords(after.slice(come.start, come.end))}”`
  if (moved) return gone === undefined ? `${now} stood elsewhere before` : `${old} stands elsewhere now`
  if (gone === undefined) return `${now} was added`
  return come === undefined ? `${old} was taken out` : `${old} became ${now}`
}
