import type { AnnotationId } from '#annotations/model/ids'
import type { IndexedSegment } from './annotation-index'
import type { ReadingView } from './reading-view'
import { boundingBox } from './text-geometry'

/** The bars beside the text: one per content segment near the viewport, as tall as its lines. */
export interface MarginBars {
  /** Takes heights from the drawn text; call it again after every drawing. */
  layOut(reading: ReadingView, active: AnnotationId | null): void
  destroy(): void
}

interface Bar {
  readonly segment: IndexedSegment
  readonly top: number
  readonly bottom: number
}

const gap = 2
/** Columns that fit between the text and the labels. */
const columns = 3

/** `lane` is a positioned element that begins at the top of the page and is as wide as the space for bars. */
export function createMarginBars(lane: HTMLElement, onActivate: (id: AnnotationId) => void): MarginBars {
  const click = (event: MouseEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.annotation : undefined
    if (id !== undefined) onActivate(id)
  }
  lane.addEventListener('click', click)
  return {
    layOut(reading, active) {
      const origin = lane.getBoundingClientRect().top
      const content = reading.index.query(reading.drawnRange).filter(segment => segment.part === 'content')
      const bars = content.flatMap(segment => {
        const box = boundingBox(reading.view, reading.positions, segment)
        return box === null ? [] : [{ segment, top: box.top - origin, bottom: box.bottom - origin }]
      })
      draw(lane, bars, active)
    },
    destroy() {
      lane.removeEventListener('click', click)
      lane.replaceChildren()
    },
  }
}

/** Reuses the elements that are there, so that a scroll moves bars instead of making new ones. */
function draw(lane: HTMLElement, bars: readonly Bar[], active: AnnotationId | null): void {
  const busyUntil: number[] = []
  let used = 0
  for (const { segment, top, bottom } of bars) {
    let column = 0
    while (column < busyUntil.length && (busyUntil[column] ?? 0) > top) column++
    if (column >= columns) continue
    busyUntil[column] = bottom
    const bar = elementAt(lane, used++)
    bar.className = `margin-bar pm-${segment.kind}`
    bar.dataset.annotation = segment.id
    bar.toggleAttribute('data-active', segment.id === active)
    bar.style.setProperty('--column', String(column))
    bar.style.top = `${Math.round(top + gap)}px`
    bar.style.height = `${Math.max(4, Math.round(bottom - top - 2 * gap))}px`
  }
  while (lane.children.length > used) lane.lastElementChild?.remove()
}

function elementAt(lane: HTMLElement, index: number): HTMLElement {
  const known = lane.children[index]
  return known instanceof HTMLElement ? known : lane.appendChild(document.createElement('div'))
}
