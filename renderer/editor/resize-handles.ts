import type { AnnotationId } from '#annotations/model/ids'
import type { TextOffset, TextRange } from '#annotations/model/revision'
import type { MovedSegment } from './active-outline'
import type { IndexedSegment } from './annotation-index'
import type { ReadingView } from './reading-view'
import { snapRange } from './snap-range'
import { lineBoxes } from './text-geometry'

export type Edge = 'start' | 'end'

export interface ResizeEvents {
  /** While a handle is dragged: the segment as it would become; null when it is let go or the drag is given up. */
  onPreview(moved: MovedSegment | null): void
  /** A handle was let go elsewhere: the first segment's start or the last one's end is to be there. */
  onResize(id: AnnotationId, edge: Edge, offset: TextOffset): void
}

/** The two handles at the ends of the active annotation. */
export interface ResizeHandles {
  /**
   * Looks where the ends are drawn, and puts the handles there when what it returns is called; `null` hides them. Again
   * after every drawing.
   */
  measure(reading: ReadingView, active: AnnotationId | null): () => void
  destroy(): void
}

const edges: readonly Edge[] = ['start', 'end']
/** Half the side of a handle, in CSS pixels; the pointer's target is 24 by 24. */
const half = 12

/** `layer` covers the page from its top left corner and lets the pointer through to the text. */
export function createResizeHandles(layer: HTMLElement, events: ResizeEvents): ResizeHandles {
  let shown: { readonly reading: ReadingView; readonly id: AnnotationId } | null = null
  let drag: { readonly edge: Edge; readonly segment: IndexedSegment; to: TextRange } | null = null

  const handles = edges.map(edge => {
    const handle = layer.appendChild(document.createElement('div'))
    handle.className = 'resize-handle'
    handle.dataset.edge = edge
    handle.title = `Drag the ${edge} to another word; with Alt to another letter`
    handle.addEventListener('pointerdown', event => press(handle, edge, event))
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', () => release(true))
    handle.addEventListener('lostpointercapture', () => release(false))
    return { edge, handle }
  })
  const giveUp = (event: KeyboardEvent): void => {
    if (drag === null || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    release(false)
  }
  window.addEventListener('keydown', giveUp, true)

  function press(handle: HTMLElement, edge: Edge, event: PointerEvent): void {
    if (event.button !== 0 || shown === null) return
    const segment = segmentAt(shown.reading, shown.id, edge)
    if (segment === undefined) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    drag = { edge, segment, to: segment }
  }

  function move(event: PointerEvent): void {
    if (drag === null || shown === null) return
    const to = rangeAt(shown.reading, drag.segment, drag.edge, event)
    if (to === null || (to.start === drag.to.start && to.end === drag.to.end)) return
    drag.to = to
    events.onPreview({ from: drag.segment, to })
  }

  function release(done: boolean): void {
    if (drag === null || shown === null) return
    const { edge, segment, to } = drag
    drag = null
    events.onPreview(null)
    if (done && to[edge] !== segment[edge]) events.onResize(segment.id, edge, to[edge])
  }

  return {
    measure(reading, active) {
      shown = active === null ? null : { reading, id: active }
      const origin = layer.getBoundingClientRect()
      const points = edges.map(edge => (active === null ? null : pointOf(reading, active, edge)))
      return () => {
        for (const [n, { handle }] of handles.entries()) {
          const point = points[n] ?? null
          handle.hidden = point === null
          if (point === null) continue
          handle.style.left = `${Math.round(point.x - origin.left - half)}px`
          handle.style.top = `${Math.round(point.y - origin.top - half)}px`
        }
      }
    },
    destroy() {
      window.removeEventListener('keydown', giveUp, true)
      layer.replaceChildren()
    },
  }
}

function segmentAt(reading: ReadingView, id: AnnotationId, edge: Edge): IndexedSegment | undefined {
  const content = reading.index.segmentsOf(id).filter(({ part }) => part === 'content')
  return edge === 'start' ? content[0] : content[content.length - 1]
}

/** The corner of the outline where a handle stands: top left of the first line, bottom right of the last. */
function pointOf(reading: ReadingView, id: AnnotationId, edge: Edge): { x: number; y: number } | null {
  const segment = segmentAt(reading, id, edge)
  const { start, end } = reading.drawnRange
  if (segment === undefined || segment.start >= end || segment.end <= start) return null
  const lines = lineBoxes(reading.view, reading.positions, segment)
  const line = edge === 'start' ? lines[0] : lines[lines.length - 1]
  if (line === undefined) return null
  return edge === 'start' ? { x: line.left - 1, y: line.top - 1 } : { x: line.right + 1, y: line.bottom + 1 }
}

/** The segment with one end at the pointer, never empty; null where the pointer is far from the text. */
function rangeAt(reading: ReadingView, segment: TextRange, edge: Edge, event: PointerEvent): TextRange | null {
  const offset = reading.nearestOffset(event.clientX, event.clientY)
  if (offset === null) return null
  const { start, end } = segment
  const range =
    edge === 'start' ? { start: Math.min(offset, end - 1), end } : { start, end: Math.max(offset, start + 1) }
  const snapped = snapRange(reading.snapText, range, event.altKey ? 'characters' : 'words')
  return edge === 'start' ? { start: snapped.start, end } : { start, end: snapped.end }
}
