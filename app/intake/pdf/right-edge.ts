import type { Line } from './lines'

/** Fewest lines that show how wide a column is. */
const manyLines = 7
/** The least share of lines that come near the edge of their column. */
const fewest = 0.08

/** Where lines of a column end at most: by its own, or when they are few by those of a long column at the same place. */
export function rightOf(columns: readonly (readonly Line[])[]): (column: readonly Line[]) => number {
  const long = columns.filter(({ length }) => length >= manyLines).map(edgesOf)
  return column => {
    const own = edgesOf(column)
    if (column.length >= manyLines) return own.right
    const alike = long.filter(({ left, right }) => Math.abs(left - own.left) < 8 && right > own.right - 2)
    if (alike.length === 0) return own.right
    return Math.max(own.right, Math.min(...alike.map(({ right }) => right)))
  }
}

function edgesOf(column: readonly Line[]): { left: number; right: number } {
  const left = column.reduce((x, line) => Math.min(x, line.x), Number.POSITIVE_INFINITY)
  const byEnd = [...column].sort((a, b) => b.right - a.right)
  const needed = Math.max(2, column.length * fewest)
  // Lines that stand further out than all others, such as a head on the right, are not of the column.
  let last = 0
  const edge = byEnd.find((line, i) => {
    while (last < byEnd.length && (byEnd[last]?.right ?? 0) > line.right - 1.5 * line.size) last += 1
    return last - i >= needed
  })
  return { left, right: (column.length < manyLines ? byEnd[0] : (edge ?? byEnd[0]))?.right ?? 0 }
}
