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
  /** All content segments, by start. */
  content(): readonly Omit<IndexedSegment, 'lane'>[]
  /** Annotations with content on the character at `offset`: the top-most first, which is the shortest segment. */
  hit(offset: TextOffset): AnnotationId[]
  /** All segments of an annotation in this revision, by start; none when it is not placed. */
  segmentsOf(id: AnnotationId): readonly IndexedSegment[]
}

/** An index that goes along with its annotations. */
export interface LivingIndex extends AnnotationIndex {
  /** The ids of the colleagues', those that it was made with. */
  readonly theirs: ReadonlySet<AnnotationId> | undefined
  /** Makes it that of other annotations. Those that are the same objects as before, in the same order, cost next to nothing. */
  update(annotations: readonly Annotation[]): void
}

type Segment = Omit<IndexedSegment, 'lane' | 'theirs'>

/**
 * Indexes what `annotations` point at in `revision`; deleted ones and those placed elsewhere are left out. `theirs`: the ids
 * of the colleagues'; `sides`: those are one colleague's, shown side by side with one's own.
 */
export function createAnnotationIndex(
  annotations: readonly Annotation[],
  revision: RevisionHash,
  theirs?: ReadonlySet<AnnotationId>,
  sides = false,
): LivingIndex {
  const segmentsOf = (some: readonly Annotation[]) => some.flatMap(annotation => segmentsIn(annotation, revision))
  const index = new SegmentIndex(segmentsOf(annotations), theirs, sides)
  let known = annotations
  return Object.assign(index, {
    update(now: readonly Annotation[]) {
      const { gone, come } = changedItems(known, now)
      known = now
      if (gone.length + come.length > fewChanges) index.fill(segmentsOf(now))
      else if (gone.length + come.length > 0) index.replace(segmentsOf(gone), segmentsOf(come))
    },
  })
}

function segmentsIn({ id, kind, deleted, placements }: Annotation, revision: RevisionHash): Segment[] {
  const segments = deleted ? [] : (placements.get(revision)?.segments ?? [])
  return segments.map(({ start, end, part }) => ({ id, kind, part, start, end }))
}

/** Indexes segments that are all of one side. */
export function createSegmentIndex(segments: readonly Segment[]): AnnotationIndex {
  return new SegmentIndex(segments, undefined, false)
}

/** Where more annotations than this changed at once, all are put in order anew. */
const fewChanges = 64

/**
 * Where segments of two annotations are alike in place and kind, the smaller id comes first. Those that are `theirs` have
 * the lanes that are left (`assignOwnLanesFirst`), or with `sides` lanes of their own.
 */
class SegmentIndex implements AnnotationIndex {
  readonly theirs: ReadonlySet<AnnotationId> | undefined
  readonly #sides: boolean
  /** In order; what follows is by their numbers. */
  #segments: Segment[] = []
  #starts: Int32Array = new Int32Array()
  #ends: Int32Array = new Int32Array()
  #lanes: Int16Array = new Int16Array()
  #furthest: Int32Array = new Int32Array()
  #byId: Map<AnnotationId, Segment[]> | undefined

  constructor(segments: readonly Segment[], theirs: ReadonlySet<AnnotationId> | undefined, sides: boolean) {
    this.theirs = theirs
    this.#sides = sides
    this.fill(segments)
  }

  /** Puts these in the place of all. */
  fill(segments: readonly Segment[]): void {
    this.#segments = [...segments].sort(compareSegments)
    this.#byId = undefined
    this.#settle()
  }

  get size(): number {
    return this.#segments.length
  }

  query(range: TextRange): IndexedSegment[] {
    return this.#overlapping(range).map(i => this.#segmentAt(i))
  }

  content(): readonly Segment[] {
    return this.#segments.filter(({ part }) => part === 'content')
  }

  hit(offset: TextOffset): AnnotationId[] {
    const found = this.#overlapping({ start: offset, end: offset + 1 })
    const content = found.filter(i => this.#segments[i]?.part === 'content')
    content.sort((a, b) => this.#lengthAt(a) - this.#lengthAt(b) || b - a)
    return content.map(i => this.#segments[i]?.id ?? '')
  }

  segmentsOf(id: AnnotationId): readonly IndexedSegment[] {
    this.#byId ??= groupById(this.#segments)
    const own = this.#byId.get(id) ?? []
    return own.map(segment => this.#segmentAt(firstNotBefore(this.#segments, segment)))
  }

  /** Takes segments out, which must be there, and puts others in. */
  replace(gone: readonly Segment[], come: readonly Segment[]): void {
    for (const segment of gone) this.#takeOut(segment)
    for (const segment of come) this.#putIn(segment)
    this.#settle()
  }

  #takeOut(segment: Segment): void {
    const [left] = this.#segments.splice(firstNotBefore(this.#segments, segment), 1)
    const own = this.#byId?.get(segment.id)?.filter(one => one !== left)
    if (own !== undefined) this.#byId?.set(segment.id, own)
  }

  #putIn(segment: Segment): void {
    this.#segments.splice(firstNotBefore(this.#segments, segment), 0, segment)
    this.#byId?.set(segment.id, [...(this.#byId.get(segment.id) ?? []), segment].sort(compareSegments))
  }

  /** Works out what follows from the segments: plain loops over numbers, which are quick for all of them. */
  #settle(): void {
    const size = this.#segments.length
    const starts = new Int32Array(size)
    const ends = new Int32Array(size)
    for (let i = 0; i < size; i++) {
      starts[i] = this.#segments[i]?.start ?? 0
      ends[i] = this.#segments[i]?.end ?? 0
    }
    const isContent = (i: number) => this.#segments[i]?.part === 'content'
    this.#lanes =
      this.theirs === undefined
        ? assignLanes(starts, ends, isContent)
        : (this.#sides ? assignSideLanes : assignOwnLanesFirst)(starts, ends, isContent, i => this.#isTheirs(i))
    this.#starts = starts
    this.#ends = ends
    this.#furthest = maximumTree(ends)
  }

  #isTheirs(i: number): boolean {
    return this.theirs?.has(this.#segments[i]?.id ?? '') === true
  }

  #segmentAt(i: number): IndexedSegment {
    const segment = this.#segments[i] ?? { id: '', start: 0, end: 0, kind: 'note', part: 'content' }
    return { ...segment, lane: this.#lanes[i] ?? -1, ...(this.#isTheirs(i) ? { theirs: true } : {}) }
  }

  #lengthAt(i: number): number {
    return (this.#ends[i] ?? 0) - (this.#starts[i] ?? 0)
  }

  #overlapping({ start, end }: TextRange): number[] {
    const found: number[] = []
    if (this.size > 0 && start < end)
      this.#collect(1, 0, this.#furthest.length / 2, start, countBelow(this.#starts, end), found)
    return found
  }

  /** Adds to `found` the segments of a tree node that reach past `from`; only those before `limit` are looked at. */
  #collect(node: number, low: number, high: number, from: number, limit: number, found: number[]): void {
    if (low >= limit || (this.#furthest[node] ?? 0) <= from) return
    if (high - low === 1) {
      found.push(low)
      return
    }
    const middle = (low + high) >> 1
    this.#collect(2 * node, low, middle, from, limit, found)
    this.#collect(2 * node + 1, middle, high, from, limit, found)
  }
}

/** By start, the longer first; where two lie on the same words, quotes before claims before notes, then by id and part. */
function compareSegments(a: Segment, b: Segment): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : parts.indexOf(a.part) - parts.indexOf(b.part))
  )
}

/** The number of a segment among those in order, or the one that it would have. */
function firstNotBefore(segments: readonly Segment[], segment: Segment): number {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = segments[middle]
    if (other !== undefined && compareSegments(other, segment) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function groupById(segments: readonly Segment[]): Map<AnnotationId, Segment[]> {
  const found = new Map<AnnotationId, Segment[]>()
  for (const segment of segments) {
    const own = found.get(segment.id)
    if (own === undefined) found.set(segment.id, [segment])
    else own.push(segment)
  }
  return found
}

/** What one list has that another has not; both have the most in common at their beginnings and ends. */
function changedItems<Item>(before: readonly Item[], now: readonly Item[]): { gone: Item[]; come: Item[] } {
  const shorter = Math.min(before.length, now.length)
  let first = 0
  while (first < shorter && before[first] === now[first]) first++
  let after = 0
  while (after < shorter - first && before[before.length - 1 - after] === now[now.length - 1 - after]) after++
  const gone = before.slice(first, before.length - after)
  const come = now.slice(first, now.length - after)
  const [had, has] = [new Set(gone), new Set(come)]
  return { gone: gone.filter(item => !has.has(item)), come: come.filter(item => !had.has(item)) }
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
