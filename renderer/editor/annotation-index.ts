import { type Annotation, type Kind, kinds, type Part, parts } from '#annotations/model/annotation'
import type { AnnotationId, RevisionHash } from '#annotations/model/ids'
import type { TextOffset, TextRange } from '#annotations/model/revision'
import { assignLanes, assignOwnLanesFirst, assignSideLanes } from './lanes'

/** One segment of an annotation as the painter needs it. */
export interface IndexedSegment extends TextRange {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly part: Part
  /** From 0; content segments of one lane never overlap. -1 for source and cue, which are shown only while active. */
  readonly lane: number
  /** It is a colleague's. */
  readonly theirs?: true
}

/** All segments that a set of annotations has in one revision, ready to be asked for those in a range. */
export interface AnnotationIndex {
  readonly size: number
  /** Segments that share a character with the range, by start, longer ones first. O(k log n) for k of them. */
  query(range: TextRange): IndexedSegment[]
  /** Annotations with content on the character at `offset`: the top-most first, which is the shortest segment. */
  hit(offset: TextOffset): AnnotationId[]
  /** All segments of an annotation in this revision, by start; none when it is not placed. */
  segmentsOf(id: AnnotationId): readonly IndexedSegment[]
}

const partCode: Readonly<Record<Part, number>> = { content: 0, source: 1, cue: 2 }
const kindCode: Readonly<Record<Kind, number>> = { quote: 0, claim: 1, note: 2 }

/**
 * Indexes what `annotations` point at in `revision`; deleted ones and those placed elsewhere are left out. `theirs`: the ids
 * of the colleagues'; `sides`: those are one colleague's, shown side by side with one's own.
 */
export function createAnnotationIndex(
  annotations: readonly Annotation[],
  revision: RevisionHash,
  theirs?: ReadonlySet<AnnotationId>,
  sides = false,
): AnnotationIndex {
  return createSegmentIndex(
    annotations.flatMap(({ id, kind, deleted, placements }) => {
      const segments = deleted ? [] : (placements.get(revision)?.segments ?? [])
      return segments.map(({ start, end, part }) => ({ id, kind, part, start, end }))
    }),
    theirs,
    sides,
  )
}

/**
 * Indexes segments, those of one annotation in a row; where annotations are alike in place and kind, the order given counts.
 * Those that are `theirs` have the lanes that are left (`assignOwnLanesFirst`), or with `sides` lanes of their own.
 */
export function createSegmentIndex(
  segments: readonly Omit<IndexedSegment, 'lane'>[],
  theirs?: ReadonlySet<AnnotationId>,
  sides = false,
): AnnotationIndex {
  const owners: AnnotationId[] = []
  const flat = segments.map(({ id, kind, part, start, end }) => {
    if (owners[owners.length - 1] !== id) owners.push(id)
    return { start, end, owner: owners.length - 1, part: partCode[part], kind: kindCode[kind] }
  })
  flat.sort((a, b) => a.start - b.start || b.end - a.end || a.kind - b.kind || a.owner - b.owner || a.part - b.part)

  const size = flat.length
  const starts = new Int32Array(size)
  const ends = new Int32Array(size)
  for (const [i, { start, end }] of flat.entries()) {
    starts[i] = start
    ends[i] = end
  }
  const isContent = (i: number) => flat[i]?.part === 0
  const isTheirs = (i: number) => theirs?.has(owners[flat[i]?.owner ?? 0] ?? '') === true
  const lanes =
    theirs === undefined
      ? assignLanes(starts, ends, isContent)
      : (sides ? assignSideLanes : assignOwnLanesFirst)(starts, ends, isContent, isTheirs)
  const furthest = maximumTree(ends)

  function segmentAt(i: number): IndexedSegment {
    const { start, end, owner, part, kind } = flat[i] ?? { start: 0, end: 0, owner: 0, part: 0, kind: 0 }
    return {
      id: owners[owner] ?? '',
      start,
      end,
      kind: kinds[kind] ?? 'note',
      part: parts[part] ?? 'content',
      lane: lanes[i] ?? -1,
      ...(isTheirs(i) ? { theirs: true } : {}),
    }
  }

  /** Adds to `found` the segments of a tree node that reach past `from`; only those before `limit` are looked at. */
  function collect(node: number, low: number, high: number, from: number, limit: number, found: number[]): void {
    if (low >= limit || (furthest[node] ?? 0) <= from) return
    if (high - low === 1) {
      found.push(low)
      return
    }
    const middle = (low + high) >> 1
    collect(2 * node, low, middle, from, limit, found)
    collect(2 * node + 1, middle, high, from, limit, found)
  }

  function overlapping({ start, end }: TextRange): number[] {
    const found: number[] = []
    if (size > 0 && start < end) collect(1, 0, furthest.length / 2, start, countBelow(starts, end), found)
    return found
  }

  let byOwner: Map<AnnotationId, number[]> | undefined

  function segmentsByOwner(): Map<AnnotationId, number[]> {
    const found = new Map<AnnotationId, number[]>()
    for (const [i, { owner }] of flat.entries()) {
      const id = owners[owner] ?? ''
      const own = found.get(id)
      if (own === undefined) found.set(id, [i])
      else own.push(i)
    }
    return found
  }

  return {
    size,
    query: range => overlapping(range).map(segmentAt),
    hit(offset) {
      const content = overlapping({ start: offset, end: offset + 1 }).filter(i => flat[i]?.part === 0)
      content.sort((a, b) => lengthAt(a) - lengthAt(b) || b - a)
      return content.map(i => owners[flat[i]?.owner ?? 0] ?? '')
    },
    segmentsOf(id) {
      byOwner ??= segmentsByOwner()
      return (byOwner.get(id) ?? []).map(segmentAt)
    },
  }

  function lengthAt(i: number): number {
    return (ends[i] ?? 0) - (starts[i] ?? 0)
  }
}

/** A binary tree over `values`, root at 1: each node holds the largest value below it. Its size is a power of two. */
function maximumTree(values: Int32Array): Int32Array {
  let leaves = 1
  while (leaves < values.length) leaves *= 2
  const tree = new Int32Array(2 * leaves)
  tree.set(values, leaves)
  for (let node = leaves - 1; node > 0; node--) tree[node] = Math.max(tree[2 * node] ?? 0, tree[2 * node + 1] ?? 0)
  return tree
}

/** How many values lie below `limit`; they rise. */
function countBelow(values: Int32Array, limit: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
