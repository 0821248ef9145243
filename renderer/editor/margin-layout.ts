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
  /** It is a colleague's. */
  readonly theirs?: boolean
}

export interface MarginBar {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly column: number
  readonly theirs: boolean
  /** By which a colleague is told apart from others. */
  readonly letter?: string | undefined
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
/** Of one's own, where several colleagues have a column each: little room is left in a narrow window. */
export const ownColumns = 1

/** Several colleagues whose marks are shown: the place of each mark's author among them, and the letter of each. */
export interface SideColumns {
  readonly places: ReadonlyMap<AnnotationId, number>
  readonly letters: readonly string[]
}

/** Height of a row of labels, which is also the step by which colliding ones move down. */
export const rowHeight = 24
/** Steps that a label moves down at most before it is folded into a count. */
const steps = 2

/**
 * Lays out what stands beside the text. `segments` come in page order. Each annotation has a bar per segment, and one
 * label at its first segment; labels that collide move down in steps and fold into a count where that is too far. Marks
 * that are not painted, since two lie under them already, and bars without a column are counted. One's own come before a
 * colleague's where there is no room for both, and the active annotation is never folded. With `sides` each of two
 * annotators has columns of their own.
 */
export function layOutMargin(
  segments: readonly DrawnSegment[],
  active: AnnotationId | null,
  sides = false,
  several?: SideColumns,
): MarginLayout {
  const bars = placeBars(segments, sides, several)
  const shown = new Set(bars.map(({ id }) => id))
  const labelled = segments.filter(({ first }) => first).sort((a, b) => a.line - b.line || ownFirst(a, b))
  const deep = labelled.filter(({ id }) => !shown.has(id))
  return { bars, labels: placeLabels(labelled, shown, active), counts: placeCounts(deep) }
}

function ownFirst(a: DrawnSegment, b: DrawnSegment): number {
  return Number(a.theirs === true) - Number(b.theirs === true)
}

function placeBars(segments: readonly DrawnSegment[], sides: boolean, several: SideColumns | undefined): MarginBar[] {
  const placed: MarginBar[] = []
  for (const { id, kind, lane, top, bottom, theirs = false } of [...segments].sort(ownFirst)) {
    const place = several?.places.get(id)
    if (place === undefined && lane >= (sides ? paintedSideLanes : paintedLanes)) continue
    const from = place === undefined ? (sides && theirs ? sideColumns : 0) : ownColumns + place
    const end = place === undefined ? (sides ? from + ownRoom(several) : columns) : from + 1
    const beside = placed.filter(bar => bar.top < bottom && bar.bottom > top)
    let column = from
    while (column < end && beside.some(bar => bar.column === column)) column++
    const letter = place === undefined ? undefined : several?.letters[place]
    if (column < end) placed.push({ id, kind, column, top, bottom, theirs, letter })
  }
  return placed.sort((a, b) => a.top - b.top)
}

/** How many columns a side has. */
function ownRoom(several: SideColumns | undefined): number {
  return several === undefined ? sideColumns : ownColumns
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
  const theirs = new Set(labelled.filter(one => one.theirs === true).map(({ id }) => id))
  for (const { id, line } of labelled) {
    const wanted = line - rowHeight / 2
    const last = rows[rows.length - 1]
    const free = last === undefined ? wanted : Math.max(wanted, last.top + rowHeight)
    const far = free - wanted > steps * rowHeight
    const canStand = shown.has(id) || id === active
    if (canStand && !far) rows.push({ top: free, ids: [id], folded: false })
    else if (id === active)
      fold(
        rows,
        takePlace(rows, id, () => true),
        wanted,
        free,
      )
    else if (canStand && !theirs.has(id)) {
      const near = (row: OpenRow) => row.top >= wanted && row.ids.every(one => one !== active && theirs.has(one))
      fold(rows, takePlace(rows, id, near), wanted, free)
    } else fold(rows, id, wanted, free)
  }
  return rows
}

/** Adds to the count that ends the stack, or ends it with a new one. */
function fold(rows: OpenRow[], id: AnnotationId, wanted: number, free: number): void {
  const last = rows[rows.length - 1]
  if (last?.folded === true && last.top + rowHeight > wanted) last.ids.push(id)
  else rows.push({ top: free, ids: [id], folded: true })
}

/** Gives the place of the last label that may go to another annotation and returns the one that had it; without one itself. */
function takePlace(rows: readonly OpenRow[], id: AnnotationId, mayGo: (row: OpenRow) => boolean): AnnotationId {
  const label = [...rows].reverse().find(row => !row.folded && mayGo(row))
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
