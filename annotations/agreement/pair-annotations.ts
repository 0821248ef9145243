import { bestPairs, type Edge } from './best-pairs'
import { type CodedAnnotation, compareCoded, endOf, startOf } from './coded-annotation'
import { lengthOf, overlappingPairs, sharedLength } from './ranges'

/** Two annotators' annotations of one text, paired. */
export interface Pairing {
  readonly pairs: readonly (readonly [CodedAnnotation, CodedAnnotation])[]
  readonly onlyA: readonly CodedAnnotation[]
  readonly onlyB: readonly CodedAnnotation[]
}

/**
 * Pairs annotations whose content has a Jaccard index (shared code units by code units of either) of at least 1/2:
 * most pairs first, then the largest sum of the indices as exact fractions, then the smallest list of (start, end, id).
 * Which side is called A does not matter: the side whose own list of (start, end, id) is smaller settles ties.
 */
export function pairAnnotations(a: readonly CodedAnnotation[], b: readonly CodedAnnotation[]): Pairing {
  const [sortedA, sortedB] = [[...a].sort(compareCoded), [...b].sort(compareCoded)]
  const turned = compareLists(sortedB, sortedA) < 0
  const [first, second] = turned ? [sortedB, sortedA] : [sortedA, sortedB]
  const found = bestPairs(similarPairs(first, second)).flatMap(([i, j]) => {
    const [one, other] = [first[i], second[j]]
    if (one === undefined || other === undefined) return []
    return [turned ? ([other, one] as const) : ([one, other] as const)]
  })
  const pairs = found.sort((x, y) => compareCoded(x[0], y[0]))
  const [pairedA, pairedB] = [new Set(pairs.map(pair => pair[0])), new Set(pairs.map(pair => pair[1]))]
  return {
    pairs,
    onlyA: sortedA.filter(one => !pairedA.has(one)),
    onlyB: sortedB.filter(one => !pairedB.has(one)),
  }
}

/** Indices of annotations with a Jaccard index of at least 1/2, with that index as a fraction. */
function similarPairs(a: readonly CodedAnnotation[], b: readonly CodedAnnotation[]): readonly Edge[] {
  const hull = (one: CodedAnnotation) => ({ start: startOf(one), end: endOf(one) })
  const near = overlappingPairs(a.map(hull), b.map(hull))
  return near.flatMap(([i, j]) => {
    const [one, other] = [a[i]?.content ?? [], b[j]?.content ?? []]
    const num = sharedLength(one, other)
    const den = lengthOf(one) + lengthOf(other) - num
    return 2 * num >= den ? [{ a: i, b: j, num, den }] : []
  })
}

function compareLists(a: readonly CodedAnnotation[], b: readonly CodedAnnotation[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]
    const order = other === undefined ? 1 : compareCoded(one, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}
