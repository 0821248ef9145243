import { blockAt, type Revision, type TextOffset } from '#annotations/model/revision'

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

/** Starts or ends of the words in the block of an offset and its neighbours. A word keeps its closing punctuation. */
function wordEdges(revision: Revision, offset: TextOffset, edge: 'start' | 'end'): TextOffset[] {
  const at = blockAt(revision.blocks, offset)
  const edges: TextOffset[] = []
  for (const block of revision.blocks.slice(Math.max(0, at - 1), at + 3)) {
    const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(
      revision.text.slice(block.start, block.end),
    )
    for (const { index, segment, isWordLike } of words) {
      if (isWordLike === true) edges.push(block.start + index + (edge === 'end' ? segment.length : 0))
    }
    if (edge === 'end' && edges[edges.length - 1] !== block.end) edges.push(block.end)
  }
  return edges
}
