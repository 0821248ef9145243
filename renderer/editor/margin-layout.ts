import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { paintedLanes, paintedSideLanes } from './paint-plan'

/** A content segment as it is drawn; heights in CSS pixels of the page. */
export interface DrawnSegment {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly lane: number
  readonly top: number
  readonly bottom: number
  /** The middle of its first line. */
  readonly line: number
  /** Whether it is the first one of its annotation in the text, which alone has a label. */
  readonly first: boolean
  /** Of two annotators side by side, whose it is. */
  readonly side?: 'own' | 'theirs'
}

export interface MarginBar {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly column: number
  readonly theirs: boolean
  readonly top: number
  readonly bottom: number
}

/** A label (one annotation) or a count of several that have no room for one. */
export interface MarginRow {
  readonly top: number
  readonly ids: readonly AnnotationId[]
  readonly folded: boolean
}

export interface MarginLayout {
  readonly bars: readonly MarginBar[]
  readonly labels: readonly MarginRow[]
  /** Marks that have no bar, for a margin without labels: at the height of the first of them. */
  readonly counts: readonly MarginRow[]
}

/** Columns that fit between the text and the labels. */
const columns = 3
/** Columns of each side, where two annotators' marks are shown side by side: one's own, then the colleague's. */
const sideColumns = 2
/** Height of a row of labels, which is also the step by which colliding ones move down. */
export const rowHeight = 24
/** Steps that a label moves down at most before it is folded into a count. */
const steps = 2

/**
 * Lays out what stands beside the text. `segments` come in page order. Each annotation has a bar per segment, and one
 * label at its first segment; labels that collide move down in steps and fold into a count where that is too far. Marks
 * that are not painted, since two lie under them already, and bars without a column are counted. The active annotation
 * is never folded.
 */
export function layOutMargin(segments: readonly DrawnSegment[], active: AnnotationId | null): MarginLayout {
  const bars = placeBars(segments)
  const shown = new Set(bars.map(({ id }) => id))
  const labelled = segments.filter(({ first }) => first).sort((a, b) => a.line - b.line)
  const deep = labelled.filter(({ id }) => !shown.has(id))
  return { bars, labels: placeLabels(labelled, shown, active), counts: placeCounts(deep) }
}

function placeBars(segments: readonly DrawnSegment[]): MarginBar[] {
  const busyUntil: number[] = []
  return segments.flatMap(({ id, kind, lane, top, bottom, side }) => {
    if (lane >= (side === undefined ? paintedLanes : paintedSideLanes)) return []
    const from = side === 'theirs' ? sideColumns : 0
    const end = side === undefined ? columns : from + sideColumns
    let column = from
    while (column < end && (busyUntil[column] ?? 0) > top) column++
    if (column >= end) return []
    busyUntil[column] = bottom
    return [{ id, kind, column, top, bottom, theirs: side === 'theirs' }]
  })
}

interface OpenRow {
  top: number
  ids: AnnotationId[]
  folded: boolean
}

function placeLabels(
  labelled: readonly DrawnSegment[],
  shown: ReadonlySet<AnnotationId>,
  active: AnnotationId | null,
): MarginRow[] {
  const rows: OpenRow[] = []
  for (const { id, line } of labelled) {
    const wanted = line - rowHeight / 2
    const last = rows[rows.length - 1]
    const free = last === undefined ? wanted : Math.max(wanted, last.top + rowHeight)
    const far = free - wanted > steps * rowHeight
    if (shown.has(id) || id === active ? !far : false) rows.push({ top: free, ids: [id], folded: false })
    else fold(rows, id === active ? takePlace(rows, id) : id, wanted, free)
  }
  return rows
}

/** Adds to the count that ends the stack, or ends it with a new one. */
function fold(rows: OpenRow[], id: AnnotationId, wanted: number, free: number): void {
  const last = rows[rows.length - 1]
  if (last?.folded === true && last.top + rowHeight > wanted) last.ids.push(id)
  else rows.push({ top: free, ids: [id], folded: true })
}

/** Gives the place of the last label to another annotation and returns the one that had it. */
function takePlace(rows: readonly OpenRow[], id: AnnotationId): AnnotationId {
  const label = [...rows].reverse().find(({ folded }) => !folded)
  const before = label?.ids[0]
  if (label === undefined || before === undefined) return id
  label.ids = [id]
  return before
}

function placeCounts(deep: readonly DrawnSegment[]): MarginRow[] {
  const rows: OpenRow[] = []
  for (const { id, line } of deep) {
    const top = line - rowHeight / 2
    const last = rows[rows.length - 1]
    if (last !== undefined && last.top + rowHeight > top) last.ids.push(id)
    else rows.push({ top, ids: [id], folded: true })
  }
  return rows
}
