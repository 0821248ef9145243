import { type ReactNode, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { Revision, TextOffset, TextRange } from '#annotations/model/revision'
import { drawActiveOutline } from './active-outline'
import { createMarginBars } from './margin-bars'
import type { PainterName } from './painter'
import { ReadingView, type ReadingViewEvents, type Viewport } from './reading-view'
import './editor.css'
import './marks.css'

export interface EditorHandle {
  focus(): void
  /** Selects a range and leaves the scroll position alone. */
  select(range: TextRange): void
  /** Brings an offset into sight; `flash` lights the active annotation up for a moment. */
  scrollToOffset(offset: TextOffset, options?: { readonly flash?: boolean }): void
  /** The box round a range in window coordinates; null when it is not drawn. */
  rectOf(range: TextRange): DOMRect | null
  /** The character under a point of the window; null where there is none. */
  offsetAtPoint(x: number, y: number): TextOffset | null
  /** Where the caret stands. */
  caret(): TextOffset
  /** Annotations with content on a character, the top-most first. */
  annotationsAt(offset: TextOffset): readonly AnnotationId[]
}

export interface EditorProps {
  readonly revision: Revision
  readonly annotations: readonly Annotation[]
  readonly activeId: AnnotationId | null
  /** The selected text, null for a mere caret. */
  onSelection(selection: TextRange | null): void
  /** A click on a mark, or beside all marks (null). */
  onActivate(id: AnnotationId | null): void
  /** True when the key is done with; otherwise caret and selection keys do what they do anywhere. */
  onKey(event: KeyboardEvent): boolean
  onViewport?(viewport: Viewport): void
  /** For tests and measurement; by default the quickest that this browser can use. */
  readonly painter?: PainterName
  readonly ref?: Ref<EditorHandle>
  /** What stands under the text and is no part of it. */
  readonly children?: ReactNode
}

const flashTime = 600

/** The text of a release with its marks, to read and to select in. It scrolls by itself and fills its parent. */
export function Editor(props: EditorProps) {
  const { revision, annotations, activeId, painter } = props
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const margin = useRef<HTMLDivElement>(null)
  const outline = useRef<SVGSVGElement>(null)
  const reading = useRef<ReadingView | null>(null)
  const shown = useRef({ revision, annotations })
  const latest = useRef(props)

  useLayoutEffect(() => {
    latest.current = props
  })

  // Text and annotations are taken from the latest props, since they may change without a new view.
  useLayoutEffect(() => {
    if (scroller.current === null || page.current === null || margin.current === null) return
    const now = latest.current
    const layOut = () => {
      if (reading.current === null || outline.current === null) return
      bars.layOut(reading.current, latest.current.activeId)
      drawActiveOutline(outline.current, reading.current, latest.current.activeId)
    }
    const bars = createMarginBars(margin.current, id => latest.current.onActivate(id))
    const events: ReadingViewEvents = {
      onSelection: selection => latest.current.onSelection(selection),
      onActivate: id => latest.current.onActivate(id),
      onKey: event => latest.current.onKey(event),
      onViewport: viewport => latest.current.onViewport?.(viewport),
      onDrawn: () => layOut(),
    }
    const made = new ReadingView(scroller.current, page.current, now.revision, now.annotations, events, painter)
    reading.current = made
    shown.current = now
    made.setActive(now.activeId)
    layOut()
    return () => {
      reading.current = null
      made.destroy()
      bars.destroy()
    }
  }, [painter])

  useLayoutEffect(() => {
    const { current } = reading
    if (current === null) return
    if (shown.current.revision.id !== revision.id) current.setRevision(revision, annotations)
    else if (shown.current.annotations !== annotations) current.setAnnotations(annotations)
    shown.current = { revision, annotations }
    current.setActive(activeId)
  }, [revision, annotations, activeId])

  useKeyboardFocusRing(scroller)
  useImperativeHandle(props.ref, () => createHandle(reading, scroller), [])

  return (
    <div className="editor" ref={scroller}>
      <div className="editor-page" ref={page}>
        <svg className="active-outline" ref={outline} aria-hidden="true" />
        <div className="margin-lane" ref={margin} aria-hidden="true" />
      </div>
      {props.children !== undefined && <div className="editor-below">{props.children}</div>}
    </div>
  )
}

function createHandle(
  reading: { readonly current: ReadingView | null },
  scroller: { readonly current: HTMLElement | null },
): EditorHandle {
  let flashing: ReturnType<typeof setTimeout> | undefined
  return {
    focus: () => reading.current?.focus(),
    select: range => reading.current?.select(range),
    scrollToOffset(offset, { flash = false } = {}) {
      reading.current?.scrollToOffset(offset)
      if (!flash) return
      clearTimeout(flashing)
      scroller.current?.setAttribute('data-flash', '')
      flashing = setTimeout(() => scroller.current?.removeAttribute('data-flash'), flashTime)
    },
    rectOf: range => reading.current?.rectOf(range) ?? null,
    offsetAtPoint: (x, y) => reading.current?.offsetAtPoint(x, y) ?? null,
    caret: () => reading.current?.caret ?? 0,
    annotationsAt: offset => reading.current?.index.hit(offset) ?? [],
  }
}

/** Shows the focus ring only when the focus came by keyboard: for a text box `:focus-visible` always holds. */
function useKeyboardFocusRing(scroller: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let byKeyboard = true
    const press = () => {
      byKeyboard = false
      element.removeAttribute('data-keyboard-focus')
    }
    const type = () => {
      byKeyboard = true
    }
    const enter = () => element.toggleAttribute('data-keyboard-focus', byKeyboard)
    const leave = () => element.removeAttribute('data-keyboard-focus')
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('keydown', type, true)
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('keydown', type, true)
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
    }
  }, [scroller])
}
