import type { ReadingView } from './reading-view'
import { type RulerPlace, scrollTopOf, thumbOf, ticksOf } from './ruler-ticks'

/** The strip at the right edge that shows where in the document the marks are and which part is in sight. */
export interface OverviewRuler {
  /** Marks or heights have changed; they are drawn when the window has nothing better to do. */
  drawSoon(): void
  /** The text was scrolled. */
  moveThumb(): void
  destroy(): void
}

/** In milliseconds. */
const longestWait = 200

/** `ruler` lies beside `scroller`, as high as it, and stands in for its scroll bar. */
export function createOverviewRuler(
  ruler: HTMLElement,
  scroller: HTMLElement,
  reading: () => ReadingView | null,
): OverviewRuler {
  const ticks = ruler.appendChild(document.createElement('div'))
  const thumb = ruler.appendChild(document.createElement('div'))
  thumb.className = 'ruler-thumb'
  let idle = 0
  let drawn = ''
  let grabbed = 0

  const scroll = () => ({
    top: scroller.scrollTop,
    height: scroller.clientHeight,
    scrollHeight: scroller.scrollHeight,
  })

  function moveThumb(): void {
    const { top, height } = thumbOf(scroll(), ruler.clientHeight)
    thumb.style.transform = `translateY(${Math.round(top)}px)`
    thumb.style.height = `${Math.round(height)}px`
    ruler.toggleAttribute('data-whole', scroller.scrollHeight <= scroller.clientHeight)
  }

  function draw(): void {
    const now = reading()
    if (now === null) return
    moveThumb()
    const all = ticksOf(placesIn(now, scroller.scrollHeight), ruler.clientHeight)
    const key = JSON.stringify(all)
    if (key === drawn) return
    drawn = key
    ticks.replaceChildren(
      ...all.map(({ kind, top }) => {
        const tick = document.createElement('i')
        tick.className = `ruler-tick pm-${kind}`
        tick.style.top = `${top}px`
        return tick
      }),
    )
  }

  const toPointer = (event: PointerEvent): void => {
    const top = event.clientY - ruler.getBoundingClientRect().top - grabbed
    scroller.scrollTop = scrollTopOf(top, scroll(), ruler.clientHeight)
  }
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return
    event.preventDefault()
    const box = thumb.getBoundingClientRect()
    const onThumb = event.clientY >= box.top && event.clientY <= box.bottom && event.target === thumb
    grabbed = onThumb ? event.clientY - box.top : box.height / 2
    if (!onThumb) toPointer(event)
    ruler.setPointerCapture(event.pointerId)
    ruler.addEventListener('pointermove', toPointer)
  }
  const letGo = (): void => ruler.removeEventListener('pointermove', toPointer)
  const turn = (event: WheelEvent): void => scroller.scrollBy({ top: event.deltaY })
  ruler.addEventListener('pointerdown', press)
  ruler.addEventListener('lostpointercapture', letGo)
  ruler.addEventListener('wheel', turn, { passive: true })
  return {
    drawSoon() {
      cancelIdleCallback(idle)
      idle = requestIdleCallback(draw, { timeout: longestWait })
    },
    moveThumb,
    destroy() {
      cancelIdleCallback(idle)
      letGo()
      ruler.removeEventListener('pointerdown', press)
      ruler.removeEventListener('lostpointercapture', letGo)
      ruler.removeEventListener('wheel', turn)
      ruler.replaceChildren()
    },
  }
}

/** Where each content segment is: its block's place, and in it the share of the text before the segment. */
function* placesIn({ view, index, positions }: ReadingView, scrollHeight: number): Iterable<RulerPlace> {
  const blocks = view.dom.children
  const origin = view.dom.offsetTop
  let box: { readonly start: number; readonly end: number; readonly top: number; readonly height: number } | undefined
  // They come by start, so that each block is measured once.
  for (const { start, kind } of index.content()) {
    if (box === undefined || start >= box.end) {
      const at = positions.blockOf(start)
      const block = blocks[at]
      if (!(block instanceof HTMLElement)) continue
      box = { ...positions.rangeOf(at, at), top: origin + block.offsetTop, height: block.offsetHeight }
    }
    const share = (start - box.start) / Math.max(1, box.end - box.start)
    yield { kind, at: (box.top + share * box.height) / Math.max(1, scrollHeight) }
  }
}
