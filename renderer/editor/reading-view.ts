import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { Revision, TextOffset, TextRange } from '#annotations/model/revision'
import { activeAnnotation, caretBlock, withActive } from './active-annotation'
import { type AnnotationIndex, createAnnotationIndex, type LivingIndex } from './annotation-index'
import { choosePainter, createPainter } from './choose-painter'
import { toDocument } from './document'
import { languageAt } from './language'
import { emptyPlan, type PaintPlan, planPaint, samePlan } from './paint-plan'
import type { Painter, PainterName } from './painter'
import { pointerSelection } from './pointer-selection'
import { createPositionMap, type PositionMap } from './position-map'
import type { ReadingViewEvents } from './reading-events'
import { refuseChanges } from './refuse-changes'
import { clipboardSerializer } from './schema'
import type { SnapText } from './snap-range'
import { isLong, textAttributes } from './text-attributes'
import { blocksBetween, boundingBox, characterAt, gutterBlock } from './text-geometry'

/** How far beyond the visible part marks are drawn, and how near its edge may come before they are drawn anew. */
const drawnMargin = 400
const neededMargin = 150
/** Frames in which blocks that came into sight are laid out and scrolling has followed. */
const framesToSettle = 3

/**
 * A revision on screen with its annotations: an editable ProseMirror view that refuses every change. `scroller` is the
 * element that scrolls; the view adds one child to `page`, which lies in it.
 */
export class ReadingView {
  readonly view: EditorView
  /** One's own marks and one colleague's are shown side by side. */
  readonly sides: boolean
  readonly #scroller: HTMLElement
  readonly #events: ReadingViewEvents
  readonly #painter: Painter
  readonly #resizes: ResizeObserver
  #revision: Revision
  #positions: PositionMap
  #index: LivingIndex
  #active: AnnotationId | null = null
  #plan: PaintPlan = emptyPlan
  #drawn = { first: 0, last: -1 }

  constructor(
    scroller: HTMLElement,
    page: HTMLElement,
    revision: Revision,
    annotations: readonly Annotation[],
    events: ReadingViewEvents,
    painter: PainterName = choosePainter(),
    theirs?: ReadonlySet<AnnotationId>,
    sides = false,
  ) {
    this.sides = sides
    this.#scroller = scroller
    this.#events = events
    this.#revision = revision
    this.#positions = createPositionMap(revision)
    this.#index = createAnnotationIndex(annotations, revision.id, theirs, this.sides)
    this.#painter = createPainter(painter)
    this.view = this.#createView(page)
    this.#resizes = new ResizeObserver(this.#onResize)
    this.#resizes.observe(scroller)
    this.#resizes.observe(this.view.dom)
    document.fonts.ready.then(this.#onResize)
    scroller.addEventListener('scroll', this.#onScroll, { passive: true })
    this.#paint(true)
  }

  destroy(): void {
    this.#scroller.removeEventListener('scroll', this.#onScroll)
    this.#resizes.disconnect()
    this.#painter.destroy()
    this.view.destroy()
  }

  get positions(): PositionMap {
    return this.#positions
  }

  get index(): AnnotationIndex {
    return this.#index
  }

  /** The text with what snapping to its words needs. */
  get snapText(): SnapText {
    const revision = this.#revision
    return { text: revision.text, positions: this.#positions, languageAt: offset => languageAt(revision, offset) }
  }

  /** Offsets whose marks are drawn at the moment. */
  get drawnRange(): TextRange {
    return this.#positions.rangeOf(this.#drawn.first, this.#drawn.last)
  }

  /** Shows another text, from its top; the same text with other roles where it was read, its selection as it was. */
  setRevision(
    revision: Revision,
    annotations: readonly Annotation[],
    active: AnnotationId | null,
    theirs?: ReadonlySet<AnnotationId>,
  ): void {
    const kept = revision.id === this.#revision.id ? { at: this.#scroller.scrollTop, selection: this.selection } : null
    this.#revision = revision
    this.#positions = createPositionMap(revision)
    this.#index = createAnnotationIndex(annotations, revision.id, theirs, this.sides)
    this.#plan = emptyPlan
    this.#active = active
    this.view.updateState(EditorState.create({ doc: toDocument(revision), plugins: this.view.state.plugins }))
    this.view.setProps({ attributes: textAttributes(this.#revision) })
    if (kept !== null) this.select(kept.selection)
    this.#scroller.scrollTop = kept?.at ?? 0
    this.view.dispatch(this.#withActive())
    this.#paint(true)
  }

  /**
   * Draws what changed near the viewport. The document, the selection and the scroll position stay; marks take no room, so
   * that the same blocks are near as before and the page need not be laid out to know them.
   */
  setAnnotations(
    annotations: readonly Annotation[],
    active: AnnotationId | null,
    theirs?: ReadonlySet<AnnotationId>,
  ): void {
    const before = this.#activeSegments()
    if (theirs === this.#index.theirs) this.#index.update(annotations)
    else this.#index = createAnnotationIndex(annotations, this.#revision.id, theirs, this.sides)
    this.#active = active
    const changed = JSON.stringify(before) !== JSON.stringify(this.#activeSegments())
    this.#draw(changed, changed ? this.#withActive() : undefined)
  }

  focus(): void {
    this.view.dom.focus({ preventScroll: true })
  }

  /** Selects a range and leaves the scroll position alone; `start` may be equal to `end`. */
  select({ start, end }: TextRange): void {
    const { state } = this.view
    const [anchor, head] = [this.#positions.toPosition(start), this.#positions.toPosition(end)]
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)))
  }

  /** The selected range, of a caret an empty one. */
  get selection(): TextRange {
    const { from, to } = this.view.state.selection
    return { start: this.#positions.toOffset(from), end: this.#positions.toOffset(to) }
  }

  /** Where the moving end of the selection stands. */
  get caret(): TextOffset {
    return this.#positions.toOffset(this.view.state.selection.head)
  }

  /**
   * Brings an offset to a third of the height, unless it is well in sight. In a long text the blocks round it get their
   * heights only when they are drawn, so the next frames correct the place.
   */
  scrollToOffset(offset: TextOffset): void {
    this.#bringIntoSight(offset)
    this.#onScroll()
    if (isLong(this.#revision)) this.#keepInSight(offset, framesToSettle)
  }

  rectOf(range: TextRange): DOMRect | null {
    return boundingBox(this.view, this.#positions, range)
  }

  /** The place between two characters nearest to a point of the window; null far from the text. */
  nearestOffset(x: number, y: number): TextOffset | null {
    const found = this.view.posAtCoords({ left: x, top: y })
    return found === null ? null : this.#positions.toOffset(found.pos)
  }

  offsetAtPoint(x: number, y: number): TextOffset | null {
    return characterAt(this.view, this.#positions, x, y)
  }

  #bringIntoSight(offset: TextOffset): void {
    const box = this.view.coordsAtPos(this.#positions.toPosition(offset), 1)
    const frame = this.#scroller.getBoundingClientRect()
    const margin = Math.min(80, frame.height / 4)
    if (box.top >= frame.top + margin && box.bottom <= frame.bottom - margin) return
    this.#scroller.scrollTop += box.top - frame.top - frame.height / 3
  }

  #keepInSight(offset: TextOffset, frames: number): void {
    requestAnimationFrame(() => {
      if (this.view.isDestroyed) return
      this.#bringIntoSight(offset)
      if (frames > 1) this.#keepInSight(offset, frames - 1)
    })
  }

  #createView(page: HTMLElement): EditorView {
    const plugins = [
      refuseChanges(),
      ...this.#painter.plugins,
      activeAnnotation(),
      caretBlock(),
      pointerSelection({ text: () => this.snapText, onSelection: () => this.#reportSelection() }),
    ]
    return new EditorView(dom => page.prepend(dom), {
      state: EditorState.create({ doc: toDocument(this.#revision), plugins }),
      attributes: textAttributes(this.#revision),
      clipboardSerializer,
      scrollMargin: { top: 64, bottom: 96, left: 0, right: 0 },
      scrollThreshold: { top: 24, bottom: 48, left: 0, right: 0 },
      handleKeyDown: (_view, event) => !event.isComposing && event.keyCode !== 229 && this.#events.onKey(event),
      handleClick: (_view, position, event) => {
        const beside = event.button === 0 ? gutterBlock(this.view, event) : -1
        if (beside >= 0) this.#events.onGutter(beside)
        const offset = event.button === 0 ? this.offsetAtPoint(event.clientX, event.clientY) : null
        this.#putCaret(position)
        this.#events.onActivate(offset === null ? null : (this.#index.hit(offset)[0] ?? null))
        return false
      },
      handleDOMEvents: {
        focus: () => this.#paintSoon(),
        blur: () => this.#paintSoon(),
      },
    })
  }

  /** A click is read here: the view may hear of its caret only after the marks are drawn anew with the former selection. */
  #putCaret(position: number): void {
    const { state } = this.view
    this.view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(position))))
  }

  #activeSegments() {
    return this.#active === null ? [] : this.#index.segmentsOf(this.#active)
  }

  #withActive(): Transaction {
    const active = { segments: this.#activeSegments(), positions: this.#positions }
    return withActive(this.view.state.tr, active)
  }

  #reportSelection(): void {
    const { start, end } = this.selection
    this.#events.onSelection(start < end ? { start, end } : null)
  }

  /** The text has other boxes than before, though the same marks may be in sight. */
  readonly #onResize = (): void => {
    if (this.view.isDestroyed) return
    this.#onScroll()
    this.#events.onDrawn()
  }

  readonly #onScroll = (): void => {
    const { top, bottom, height } = this.#scroller.getBoundingClientRect()
    const needed = blocksBetween(this.view, top - neededMargin, bottom + neededMargin)
    if (needed.first < this.#drawn.first || needed.last > this.#drawn.last) this.#paint(false)
    const seen = blocksBetween(this.view, top, bottom)
    this.#events.onViewport({
      top: this.#scroller.scrollTop,
      height,
      scrollHeight: this.#scroller.scrollHeight,
      text: this.#positions.rangeOf(seen.first, seen.last),
    })
  }

  #paintSoon(): void {
    setTimeout(() => {
      if (!this.view.isDestroyed) this.#paint(false)
    })
  }

  /** Draws the blocks round the viewport; `redrawn` as in `#draw`. */
  #paint(redrawn: boolean): void {
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    this.#drawn = blocksBetween(this.view, top - drawnMargin, bottom + drawnMargin)
    this.#draw(redrawn)
  }

  /** Draws their marks, along with a change of the view; `redrawn` when text is drawn again, so that an equal plan is void. */
  #draw(redrawn: boolean, change?: Transaction): void {
    const { start, end } = this.selection
    const kept = start < end && !this.view.hasFocus() ? { start, end } : null
    const plan = planPaint(this.#index, this.drawnRange, kept, this.sides)
    const same = samePlan(plan, this.#plan)
    if (!same) this.#plan = plan
    if (!same || redrawn) this.#painter.paint(this.view, this.#positions, this.#plan, change)
    this.#events.onDrawn()
  }
}
