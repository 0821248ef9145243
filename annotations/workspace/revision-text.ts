import { splitCanonicalText } from '../model/canonical-text'
import type { Revision, TextRange } from '../model/revision'
import { cutsPair } from '../model/segments'
import type { HashText } from './hash-text'

/**
 * Why a revision is not whole, or `undefined`: `hash` where its text does not give its id; `blocks` where the text
 * does not split into the very blocks, whose texts are given; `offsets` where a cell, mark or finding is not in it.
 */
export function flawOfText(
  revision: Revision,
  texts: readonly string[],
  sha256: HashText,
): 'hash' | 'blocks' | 'offsets' | undefined {
  const { text, blocks } = revision
  if (sha256(text) !== revision.id) return 'hash'
  const ranges = splitCanonicalText(text)
  if (ranges.length !== blocks.length || texts.some(block => block === '' || block.trim() !== block)) return 'blocks'
  if (blocks.some((block, i) => block.start !== ranges[i]?.start || block.end !== ranges[i]?.end)) return 'blocks'
  const fit =
    blocks.every(block => block.table?.cells.every(([start, end]) => isWithin(text, { start, end }, block)) ?? true) &&
    revision.marks.every(mark => mark.start < mark.end && isWithin(text, mark)) &&
    revision.found.every(({ at }) => at === undefined || isWithin(text, { start: at[0], end: at[1] }))
  return fit ? undefined : 'offsets'
}

function isWithin(text: string, { start, end }: TextRange, within: TextRange = { start: 0, end: text.length }) {
  return within.start <= start && start <= end && end <= within.end && !cutsPair(text, start) && !cutsPair(text, end)
}
