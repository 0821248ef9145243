import { compareTexts, type TextComparison } from '#annotations/anchoring/compare-texts'
import { type Placement, targetOf } from '#annotations/model/annotation'
import { textHash } from '#annotations/model/canonical-text'
import type { Revision } from '#annotations/model/revision'
import type { QueueItem } from '../../state/anchor-queue'

/** What an annotation marked and what it would mark, word by word. */
export interface ChangedWords {
  readonly before: string
  readonly after: string
  readonly compared: TextComparison
}

const known = new WeakMap<Placement, ChangedWords>()

/** The words of an item in both texts; its pieces are joined by ` … `. Cached by the placement in the current text. */
export function changedWords({ before, placement }: Pick<QueueItem, 'before' | 'placement'>): ChangedWords {
  const cached = known.get(placement)
  if (cached !== undefined) return cached
  const [old, now] = [wordsOf(before.placement), wordsOf(placement)]
  const words = { before: old, after: now, compared: compareTexts(alone(old), alone(now)) }
  known.set(placement, words)
  return words
}

/** What is other about an item, in a few words: `“40” is now “38”`. */
export function changeTitle(item: QueueItem): string {
  if (item.section === 'decided') return decidedWords(item.placement)
  if (item.section === 'lost') return 'No longer in the text'
  const { before, after, compared } = changedWords(item)
  const { changes } = compared
  const [only] = changes
  if (only === undefined) return item.section === 'undecided' ? 'More than one place is possible' : firstOf(after)
  if (changes.length > 1) return `${changes.length} places differ`
  const [gone, come] = [only.before, only.after].map((range, n) =>
    range === undefined ? undefined : shortened((n === 0 ? before : after).slice(range.start, range.end)),
  )
  if (gone !== undefined && come !== undefined) return `“${gone}” is now “${come}”`
  return gone === undefined ? `“${come}” was added` : `“${gone}” was taken out`
}

/** How sure the proposal is, in words. */
export function matchSentence(item: QueueItem): string {
  const count = changedWords(item).compared.changes.length
  if (count === 0) return 'The same words; they could be meant at another place as well.'
  return count === 1 ? 'One place in it differs.' : `${count} places in it differ.`
}

function decidedWords({ state, via }: Placement): string {
  if (state === 'kept') return 'Kept on its version'
  if (state === 'lost') return 'Lost'
  return via === 'hand' ? 'Place accepted' : 'Decided'
}

function wordsOf(placement: Placement): string {
  return targetOf(placement)
    .map(({ exact }) => exact)
    .join(' … ')
}

/** A text of one block, to be compared. */
function alone(text: string): Revision {
  const blocks = text === '' ? [] : [{ start: 0, end: text.length, role: 'body', type: 'paragraph' } as const]
  return { id: textHash(text), text, parent: null, origin: 'import', at: '', blocks, marks: [], found: [] }
}

const longest = 28

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`
}

function firstOf(text: string): string {
  return shortened(text.replace(/\s+/g, ' '))
}
