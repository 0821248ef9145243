import type { AnchorCounts } from '#annotations/anchoring/count-anchors'
import type { Revision } from '#annotations/model/revision'
import type { VersionPreview } from '#app/contract/version-values'
import { shownDate } from '../words/dates'
import { counted } from '../words/kind-words'

/** Below this share of common words a text is perhaps that of another release. */
const fewWords = 0.3

/** What a text would be to its document. */
export function previewSentence({ is, shared }: VersionPreview): string {
  if (is === 'same') return 'This is the text that the document has already. Nothing would change.'
  if (is === 'returned')
    return 'The document had this text before. It becomes the current one again, and annotations stand where they stood in it.'
  const percent = Math.round(shared * 100)
  return shared < fewWords
    ? `Only ${percent}% of its words stand in the current text. Is it a version of the same release?`
    : `${percent}% of its words stand in the current text.`
}

/** A row for each way in which annotations stand, in the order of the pictures; those that there are. */
export function anchorRows(
  counts: AnchorCounts,
): readonly { readonly state: 'exact' | 'moved' | 'undecided' | 'lost' | 'kept'; readonly words: string }[] {
  const { exact, moved, undecided, changed, lost, kept } = counts
  const others = changed === 0 ? '' : `, ${changed} with other words`
  const rows = [
    { state: 'exact', count: exact, words: `${exact} exact` },
    { state: 'moved', count: moved, words: `${moved} moved, the text the same` },
    { state: 'undecided', count: undecided, words: `${undecided} to decide${others}` },
    { state: 'lost', count: lost, words: `${lost} no longer in the text` },
    { state: 'kept', count: kept, words: `${kept} kept on an earlier version` },
  ] as const
  return rows.filter(({ count }) => count > 0)
}

/** How many annotations are counted. */
export function sumOf({ exact, moved, undecided, lost, kept }: AnchorCounts): number {
  return exact + moved + undecided + lost + kept
}

/** `24 annotations`. */
export function annotationsInWords(count: number): string {
  return counted(count, 'annotation', 'annotations')
}

/** Where a text came from and when: `corrected.docx, 30 Apr 2018`. */
export function originOf({ origin, source, at }: Revision): string {
  const from = origin === 'edit' ? 'Edited' : (source?.name ?? 'Imported')
  return `${from}, ${shownDate(at.slice(0, 10))}`
}
