import { blockAt, type Revision, type TextOffset } from '#annotations/model/revision'
import { blockLanguage } from '../editor/language'
import { snapToCharacters, wordSegments } from '../editor/snap-to-words'

/** The end of the word that ends after `offset`, in its block or the next; the text's end where there is none. */
export function nextWordEnd(revision: Revision, offset: TextOffset): TextOffset {
  return wordEdges(revision, offset, 'end').find(edge => edge > offset) ?? revision.text.length
}

/** The end of the last word that ends before `offset`; the text's start where there is none. */
export function previousWordEnd(revision: Revision, offset: TextOffset): TextOffset {
  return [...wordEdges(revision, offset, 'end')].reverse().find(edge => edge < offset) ?? 0
}

/** The start of the first word that starts after `offset`. */
export function nextWordStart(revision: Revision, offset: TextOffset): TextOffset {
  return wordEdges(revision, offset, 'start').find(edge => edge > offset) ?? revision.text.length
}

/** The start of the last word that starts before `offset`. */
export function previousWordStart(revision: Revision, offset: TextOffset): TextOffset {
  return [...wordEdges(revision, offset, 'start')].reverse().find(edge => edge < offset) ?? 0
}

/** Marks right behind a word that close something, and right before one that open something; `« mot »` has spaces. */
const closing = /^(?:[\u00a0\u202f]?»|[^\s\p{L}\p{N}]*[)\]}”’"'“‘»«」』）】%°.!?…。！？،؛؟])/u
const opening = /(?:«[\u00a0\u202f]?|[([{“‘"'„‚»«「『（【][^\s\p{L}\p{N}]*)$/u
/** How many code units beside a word are looked at. */
const reach = 8

/**
 * Where words of the block of an offset and of its neighbours start or end, in the language of each block, in order.
 * A word with marks that close right behind it (`Iraq,”`) has two ends: without them and with them; one with marks
 * that open before it two starts. No edge cuts a character as a reader sees it.
 */
function wordEdges(revision: Revision, offset: TextOffset, edge: 'start' | 'end'): TextOffset[] {
  const at = Math.max(0, blockAt(revision.blocks, offset))
  const edges = new Set<TextOffset>()
  for (const [index, block] of revision.blocks.entries()) {
    if (index < at - 1 || index > at + 2) continue
    const text = revision.text.slice(block.start, block.end)
    const language = blockLanguage(revision, index)
    for (const { start, end } of wordSegments(text, language)) {
      const marks =
        edge === 'end'
          ? closing.exec(text.slice(end, end + reach))
          : opening.exec(text.slice(Math.max(0, start - reach), start))
      const length = marks?.[0].length ?? 0
      const grown = edge === 'end' ? { start, end: end + length } : { start: start - length, end }
      const whole = snapToCharacters(text, grown, language)
      edges.add(block.start + (edge === 'end' ? end : start)).add(block.start + whole[edge])
    }
    if (block.end > block.start) edges.add(edge === 'end' ? block.end : block.start)
  }
  return [...edges].sort((a, b) => a - b)
}
