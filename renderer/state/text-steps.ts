import { sentences } from '#annotations/formats/sentences'
import { blockAt, type Revision, type TextOffset, type TextRange } from '#annotations/model/revision'
import { blockLanguage } from '../editor/language'

/**
 * The sentence that a step from a selection selects. From a caret, forward: the sentence it stands in; from a selection
 * the one after (1) or before (-1) it. `adding` keeps what is selected and lets it reach that far. Sentences end with
 * their block; at the ends of the text the last or first one stays.
 */
export function sentenceFrom(revision: Revision, selected: TextRange, by: 1 | -1, adding: boolean): TextRange {
  const all = sentencesNear(revision, selected, by)
  const caret = selected.start === selected.end
  const found =
    by === 1
      ? all.find(({ start, end }) => (caret ? end > selected.start : start >= selected.end))
      : [...all].reverse().find(({ start, end }) => (caret ? start < selected.start : end <= selected.start))
  if (found === undefined) return selected
  if (!adding || caret) return found
  return { start: Math.min(found.start, selected.start), end: Math.max(found.end, selected.end) }
}

/** The start of the paragraph after (1) or before (-1) an offset; back, the start of its own when it stands inside. */
export function paragraphFrom({ blocks }: Revision, offset: TextOffset, by: 1 | -1): TextOffset {
  const at = blockAt(blocks, offset)
  const own = blocks[at]
  if (own === undefined) return offset
  if (by === 1) return blocks[at + 1]?.start ?? own.end
  return offset > own.start ? own.start : (blocks[at - 1]?.start ?? own.start)
}

/** The sentences of the block where a step begins and of the two before and after it. */
function sentencesNear(revision: Revision, selected: TextRange, by: 1 | -1): TextRange[] {
  const { text, blocks } = revision
  const at = blockAt(blocks, by === 1 ? selected.end : selected.start)
  return blocks.flatMap((block, index) => {
    if (Math.abs(index - at) > 2) return []
    const own = sentences(text.slice(block.start, block.end), blockLanguage(revision, index))
    return own.map(({ start, end }) => ({ start: block.start + start, end: block.start + end }))
  })
}
