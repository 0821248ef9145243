import type { AnnotationId } from '#annotations/model/ids'
import { type MovedSegment, measureActiveOutline } from './active-outline'
import { createMarginLane, type MarginEvents } from './margin-lane'
import type { ReadingView } from './reading-view'
import { createResizeHandles, type ResizeEvents } from './resize-handles'

export interface PageEvents extends MarginEvents, Pick<ResizeEvents, 'onResize'> {
  /** Whether the ends of the active annotation can be dragged. */
  canResize(): boolean
  /** The day below the headline, as shown. */
  date(): string | undefined
}

/** What lies on the page beside and over the text: date, outline, bars, labels, handles. None of it is text. */
export interface PageLayers {
  /** Puts everything where the text is drawn; call it after every drawing. */
  layOut(reading: ReadingView, active: AnnotationId | null): void
  destroy(): void
}

/** The layers are children of `page`, over the text that it holds already. */
export function createPageLayers(page: HTMLElement, events: PageEvents): PageLayers {
  const outline = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  outline.setAttribute('class', 'active-outline')
  const [date, lane, ends] = [layerNamed('editor-date'), layerNamed('margin-lane'), layerNamed('resize-layer')]
  const layers = [date, outline, lane, ends]
  for (const layer of layers) layer.setAttribute('aria-hidden', 'true')
  page.append(...layers)
  let drawn: { readonly reading: ReadingView; readonly active: AnnotationId | null } | null = null

  const margin = createMarginLane(lane, events)
  const handles = createResizeHandles(ends, {
    onPreview: outlineActive,
    onResize: events.onResize,
  })

  function outlineActive(moved: MovedSegment | null): void {
    if (drawn !== null) measureActiveOutline(outline, drawn.reading, drawn.active, moved)()
  }

  return {
    layOut(reading, active) {
      drawn = { reading, active }
      // All is measured before any of it is drawn, so that the page is laid out once.
      const draws = [
        measureDate(page, date, events.date()),
        margin.measure(reading, active),
        measureActiveOutline(outline, reading, active),
        handles.measure(reading, events.canResize() ? active : null),
      ]
      for (const draw of draws) draw()
    },
    destroy() {
      margin.destroy()
      handles.destroy()
      for (const layer of layers) layer.remove()
    },
  }
}

function layerNamed(name: string): HTMLElement {
  const layer = document.createElement('div')
  layer.className = name
  return layer
}

/** Below the headline, which keeps space for it; nowhere in a text without one. Measures now, and places it when called. */
function measureDate(page: HTMLElement, element: HTMLElement, day: string | undefined): () => void {
  const headline = page.querySelector<HTMLElement>('.pm-block[data-role="headline"]')
  const shown = day !== undefined && headline !== null
  page.toggleAttribute('data-dated', shown)
  const below = shown ? headline.getBoundingClientRect().bottom - page.getBoundingClientRect().top : 0
  return () => {
    element.hidden = !shown
    if (!shown) return
    if (element.lastChild?.textContent !== day) {
      const label = document.createElement('span')
      label.textContent = 'Date'
      element.replaceChildren(label, day)
    }
    element.style.top = `${Math.round(below - dateSpace)}px`
  }
}

/** From the top of the date to the end of the headline's block, in CSS pixels: its line and the gap below it. */
const dateSpace = 40
