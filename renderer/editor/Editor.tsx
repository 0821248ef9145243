import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { Revision, TextOffset, TextRange } from '#annotations/model/revision'
import type { MarkLabel } from './margin-lane'
import { ownColumns, type SideColumns } from './margin-layout'
import { createOverviewRuler } from './overview-ruler'
import { createPageLayers } from './page-layers'
import type { PainterName } from './painter'
import type { ReadingViewEvents, Viewport } from './reading-events'
import { ReadingView } from './reading-view'
import type { Edge } from './resize-handles'
import { gutterBox } from './text-geometry'
import './editor.css'
import './margin-lane.css'
import './marks.css'
import './overview-ruler.css'

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
  /** Lets one of several annotations be chosen, near the active one or the caret. */
  choose(ids: readonly AnnotationId[]): void
  /** Asks for the role of the block in which the caret stands. */
  askRole(): void
}

export interface EditorProps {
  readonly revision: Revision
  readonly annotations: readonly Annotation[]
  readonly activeId: AnnotationId | null
  /** The colleagues' among the annotations; the same set while it is the same. */
  readonly theirs?: ReadonlySet<AnnotationId> | undefined
  /** They are one colleague's, shown side by side with one's own, each with lanes of its own; it stays as it is first. */
  readonly sides?: boolean
  /** Where the marks of several colleagues are shown: each has a column beside the text, with its letter. */
  readonly columns?: SideColumns | undefined
  /** The selected text, null for a mere caret. */
  onSelection(selection: TextRange | null): void
  /** A click on a mark, or beside all marks (null). */
  onActivate(id: AnnotationId | null): void
  /** What the margin says of an annotation; a new function when any of it has changed. Without it there are no labels. */
  readonly labelOf?: ((id: AnnotationId) => MarkLabel | undefined) | undefined
  /** The day below the headline, as shown; it is no part of the text. */
  readonly date?: string | undefined
  /** Several annotations at one place are to be chosen from; `near` is where, in window coordinates. */
  onChoose?(ids: readonly AnnotationId[], near: DOMRect): void
  /** The role of a block, counted from 0, is asked for; `near` is where its label stands, in window coordinates. */
  readonly onRole?: ((block: number, near: DOMRect) => void) | undefined
  /** An end of the active annotation was dragged. Without it the ends have no handles. */
  readonly onResize?: ((id: AnnotationId, edge: Edge, offset: TextOffset) => void) | undefined
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
  const { revision, annotations, activeId, theirs, painter, labelOf, date, columns } = props
  const resizable = props.onResize !== undefined
  const scroller = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const reading = useRef<ReadingView | null>(null)
  const shown = useRef({ revision, annotations, activeId, theirs })
  const latest = useRef(props)
  const drawnAnew = useRef(() => {})

  useLayoutEffect(() => {
    latest.current = props
  })

  // Text and annotations are taken from the latest props, since they may change without a new view.
  useLayoutEffect(() => {
    if (scroller.current === null || page.current === null || strip.current === null) return
    const now = latest.current
    const layers = createPageLayers(page.current, {
      labelOf: id => latest.current.labelOf?.(id),
      columns: () => latest.current.columns,
      date: () => latest.current.date,
      canResize: () => latest.current.onResize !== undefined,
      onActivate: id => latest.current.onActivate(id),
      onChoose: ids => chooseFrom(reading, latest, ids),
      onResize: (id, edge, offset) => latest.current.onResize?.(id, edge, offset),
    })
    const ruler = createOverviewRuler(strip.current, scroller.current, () => reading.current)
    const layOut = () => {
      if (reading.current === null) return
      layers.layOut(reading.current, latest.current.activeId)
      ruler.drawSoon()
    }
    const events: ReadingViewEvents = {
      onSelection: selection => latest.current.onSelection(selection),
      onActivate: id => latest.current.onActivate(id),
      onGutter: block => askRole(reading, latest, block),
      onKey: event => latest.current.onKey(event),
      onViewport: viewport => {
        ruler.moveThumb()
        latest.current.onViewport?.(viewport)
      },
      onDrawn: layOut,
    }
    const made = new ReadingView(
      scroller.current,
      page.current,
      now.revision,
      now.annotations,
      events,
      painter,
      now.theirs,
      now.sides,
    )
    reading.current = made
    drawnAnew.current = layOut
    shown.current = { ...now, theirs: now.theirs, activeId: null }
    return () => {
      reading.current = null
      made.destroy()
      layers.destroy()
      ruler.destroy()
    }
  }, [painter])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the day and what labels say stand on the page, a new painter has drawn nothing yet
  useLayoutEffect(() => {
    const { current } = reading
    if (current === null) return
    const before = shown.current
    shown.current = { revision, annotations, activeId, theirs }
    if (before.revision !== revision) current.setRevision(revision, annotations, activeId, theirs)
    else if (before.annotations !== annotations || before.activeId !== activeId || before.theirs !== theirs)
      current.setAnnotations(annotations, activeId, theirs)
    else drawnAnew.current()
  }, [revision, annotations, activeId, theirs, labelOf, date, columns, resizable, painter])

  useKeyboardFocusRing(scroller)
  useImperativeHandle(props.ref, () => createHandle(reading, scroller, latest), [])

  return (
    <div
      className="editor-frame"
      data-sides={props.sides === true ? '' : undefined}
      style={columns && ({ '--side-columns': ownColumns + columns.letters.length } as CSSProperties)}
    >
      <div className="editor" ref={scroller}>
        <div className="editor-page" ref={page} data-active={activeId === null ? undefined : ''} />
        {props.children !== undefined && <div className="editor-below">{props.children}</div>}
      </div>
      <div className="overview-ruler" ref={strip} aria-hidden="true" />
    </div>
  )
}

interface Current<Value> {
  readonly current: Value
}

function chooseFrom(
  { current }: Current<ReadingView | null>,
  latest: Current<EditorProps>,
  ids: readonly AnnotationId[],
): void {
  if (current !== null) latest.current.onChoose?.(ids, placeOfChoice(current, ids))
}

function askRole(
  { current }: Current<ReadingView | null>,
  latest: Current<EditorProps>,
  block = current?.positions.blockOf(current.caret) ?? -1,
): void {
  const near = current === null ? null : gutterBox(current.view, block)
  if (near !== null) latest.current.onRole?.(block, near)
}

/** Where several annotations are chosen from: at the caret where it stands in one of them, else at the first of them. */
function placeOfChoice(reading: ReadingView, ids: readonly AnnotationId[]): DOMRect {
  const { caret } = reading
  const first = reading.index.segmentsOf(ids[0] ?? '').find(({ part }) => part === 'content')
  const start = reading.index.hit(caret).some(id => ids.includes(id)) ? caret : (first?.start ?? caret)
  return reading.rectOf({ start, end: start + 1 }) ?? reading.view.dom.getBoundingClientRect()
}

function createHandle(
  reading: Current<ReadingView | null>,
  scroller: Current<HTMLElement | null>,
  latest: Current<EditorProps>,
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
    choose: ids => chooseFrom(reading, latest, ids),
    askRole: () => askRole(reading, latest),
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
