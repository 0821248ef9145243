import type { Revision, TextOffset, TextRange } from '#annotations/model/revision'

/** Between offsets of a revision's canonical text and positions of the document that shows it. Both ways O(log blocks). */
export interface PositionMap {
  /** An offset between two blocks counts as the end of the block before it; outside the text, as its nearest end. */
  toPosition(offset: TextOffset): number
  /** A position between two blocks counts as the end of the block before it. */
  toOffset(position: number): TextOffset
  /** Index of the block that shows the offset: the last one that starts at or before it, and 0 before the first. */
  blockOf(offset: TextOffset): number
  /** The canonical range that blocks `first` to `last` cover. */
  rangeOf(first: number, last: number): TextRange
}

export function createPositionMap({ blocks }: Revision): PositionMap {
  const count = Math.max(1, blocks.length)
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  const positions = new Int32Array(count)
  let position = 0
  for (const [i, block] of blocks.entries()) {
    starts[i] = block.start
    ends[i] = block.end
    positions[i] = position + 1
    position += block.end - block.start + 2
  }
  if (blocks.length === 0) positions[0] = 1
  const startOf = (i: number) => starts[i] ?? 0
  const endOf = (i: number) => ends[i] ?? 0
  const positionOf = (i: number) => positions[i] ?? 0
  return {
    toPosition(offset) {
      const i = lastAtOrBefore(starts, offset)
      return positionOf(i) + clamp(offset, startOf(i), endOf(i)) - startOf(i)
    },
    toOffset(at) {
      const i = lastAtOrBefore(positions, at)
      return clamp(startOf(i) + at - positionOf(i), startOf(i), endOf(i))
    },
    blockOf: offset => lastAtOrBefore(starts, offset),
    rangeOf: (first, last) => ({
      start: startOf(clamp(first, 0, count - 1)),
      end: endOf(clamp(last, 0, count - 1)),
    }),
  }
}

/** Index of the last value not above `limit`; 0 when all are above it. `values` rise. */
function lastAtOrBefore(values: Int32Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
