import type { Kind } from '#annotations/model/annotation'
import type { TextRange } from '#annotations/model/revision'
import type { AnnotationIndex, IndexedSegment } from './annotation-index'

/** Lanes that 29 px of leading hold; deeper marks are left to the margin. Of two annotators side by side 33 px hold one more. */
export const paintedLanes = 2
export const paintedSideLanes = 3

/** `shared`: both of two annotators marked it. */
export type TintKind = 'quote' | 'claim' | 'shared'

/** A background. Tints of one plan never overlap, so that the text always stands on one known colour. */
export interface Tint extends TextRange {
  readonly kind: TintKind
}

/** An underline. Lines of one kind and lane never overlap. */
export interface Line extends TextRange {
  readonly kind: Kind
  readonly lane: number
  /** A colleague's. */
  readonly theirs?: true
}

/** What is to be seen in one window of the text. */
export interface PaintPlan {
  readonly tints: readonly Tint[]
  readonly lines: readonly Line[]
  /** The text selection while the text does not have focus, when the browser does not show it. */
  readonly selection: TextRange | null
}

export const emptyPlan: PaintPlan = { tints: [], lines: [], selection: null }

/**
 * Lines and tints of the content segments in `window`, cut to it. Where marks overlap, the shorter one's tint wins. Of two
 * annotators `sides` by side what both marked is tinted, and nothing else.
 */
export function planPaint(
  index: AnnotationIndex,
  window: TextRange,
  selection: TextRange | null,
  sides = false,
): PaintPlan {
  const lanes = sides ? paintedSideLanes : paintedLanes
  const content = index.query(window).filter(segment => segment.lane >= 0)
  const painted = content.filter(segment => segment.lane < lanes)
  return {
    lines: painted.map(({ start, end, kind, lane, theirs }) => ({
      ...cut({ start, end }, window),
      kind,
      lane,
      ...(theirs === undefined ? {} : { theirs }),
    })),
    tints: sides ? sharedTints(content, window) : flattenTints(painted, window),
    selection,
  }
}

export function samePlan(a: PaintPlan, b: PaintPlan): boolean {
  return (
    a.lines.length === b.lines.length &&
    a.tints.length === b.tints.length &&
    sameRange(a.selection, b.selection) &&
    a.lines.every(
      (line, i) =>
        sameRange(line, b.lines[i]) &&
        line.kind === b.lines[i]?.kind &&
        line.lane === b.lines[i]?.lane &&
        line.theirs === b.lines[i]?.theirs,
    ) &&
    a.tints.every((tint, i) => sameRange(tint, b.tints[i]) && tint.kind === b.tints[i]?.kind)
  )
}

function flattenTints(segments: readonly IndexedSegment[], window: TextRange): Tint[] {
  const tinted = segments.filter(segment => segment.kind !== 'note')
  const edges = [...new Set(tinted.flatMap(segment => Object.values(cut(segment, window))))].sort((a, b) => a - b)
  const tints: { start: number; end: number; kind: TintKind }[] = []
  let next = 0
  let open: IndexedSegment[] = []
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined) break
    open = open.filter(segment => segment.end > start)
    for (let segment = tinted[next]; segment !== undefined && segment.start <= start; segment = tinted[++next]) {
      if (segment.end > start) open.push(segment)
    }
    const kind = shortest(open)?.kind
    if (kind === undefined || kind === 'note') continue
    const last = tints[tints.length - 1]
    if (last !== undefined && last.end === start && last.kind === kind) last.end = end
    else tints.push({ start, end, kind })
  }
  return tints
}

/** What at least one segment of each side covers. */
function sharedTints(segments: readonly IndexedSegment[], window: TextRange): Tint[] {
  const edges = segments.flatMap(segment => {
    const { start, end } = cut(segment, window)
    const side = segment.theirs ? 'theirs' : 'own'
    return [
      { at: start, by: 1, side },
      { at: end, by: -1, side },
    ] as const
  })
  const open = { own: 0, theirs: 0 }
  const tints: { start: number; end: number; kind: TintKind }[] = []
  let before = 0
  for (const { at, by, side } of [...edges].sort((a, b) => a.at - b.at)) {
    const last = tints[tints.length - 1]
    if (open.own > 0 && open.theirs > 0 && at > before) {
      if (last?.end === before) last.end = at
      else tints.push({ start: before, end: at, kind: 'shared' })
    }
    open[side] += by
    before = at
  }
  return tints
}

function shortest(segments: readonly IndexedSegment[]): IndexedSegment | undefined {
  let found: IndexedSegment | undefined
  for (const segment of segments) {
    if (found === undefined || segment.end - segment.start <= found.end - found.start) found = segment
  }
  return found
}

function cut(range: TextRange, window: TextRange): TextRange {
  return { start: Math.max(range.start, window.start), end: Math.min(range.end, window.end) }
}

function sameRange(a: TextRange | null | undefined, b: TextRange | null | undefined): boolean {
  if (a === null || b === null || a === undefined || b === undefined) return a === b
  return a.start === b.start && a.end === b.end
}
