import type { TextRange } from '../model/revision'

/** How many code units of sorted, disjoint ranges there are. */
export function lengthOf(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** How many code units two lists of sorted, disjoint ranges share. */
export function sharedLength(a: readonly TextRange[], b: readonly TextRange[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (x === undefined || y === undefined) break
    shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
    if (x.end < y.end) i += 1
    else j += 1
  }
  return shared
}

/** True where two lists of sorted, disjoint ranges are equal. */
export function sameRanges(a: readonly TextRange[], b: readonly TextRange[]): boolean {
  return a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end)
}

/** Pairs of indices of ranges that share a code unit, found by a sweep; the lists need not be sorted. */
export function overlappingPairs(
  a: readonly TextRange[],
  b: readonly TextRange[],
): readonly (readonly [number, number])[] {
  const starts = [
    ...a.map((range, index) => ({ range, index, side: 'a' as const })),
    ...b.map((range, index) => ({ range, index, side: 'b' as const })),
  ].sort((x, y) => x.range.start - y.range.start)
  const open: { [side in 'a' | 'b']: { readonly range: TextRange; readonly index: number }[] } = { a: [], b: [] }
  const pairs: (readonly [number, number])[] = []
  for (const { range, index, side } of starts) {
    const other = side === 'a' ? 'b' : 'a'
    open[other] = open[other].filter(one => one.range.end > range.start)
    for (const one of open[other]) pairs.push(side === 'a' ? [index, one.index] : [one.index, index])
    open[side].push({ range, index })
  }
  return pairs
}
