import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type MarkType, markTypes, type Revision, type Role } from '#annotations/model/revision'
import type { DraftPlace } from '#annotations/text/compose-text'
import type { DraftBlock } from '#annotations/text/draft'
import { caretBlock } from '../active-annotation'
import { createSegmentIndex } from '../annotation-index'
import { createDecorationPainter } from '../decoration-painter'
import { planPaint } from '../paint-plan'
import type { PositionMap } from '../position-map'
import { clipboardSerializer, schema } from '../schema'
import { textAttributes } from '../text-attributes'
import { blocksBetween, gutterBlock } from '../text-geometry'
import { changedMarks, type WrittenSegment } from './changed-marks'
import { mostSteps, movedMarks, segmentPositions } from './moved-marks'
import { numbering } from './numbering'
import { plainPaste } from './plain-paste'
import { backspace, breakLine, deleteForward, linkAt, splitBlock } from './writing-commands'
import { draftOf, placeOf, writtenDocument } from './written-document'

/** What is written, and where in it the segments stand: `null` for one that is gone. In the order in which they were given. */
export interface Written {
  readonly draft: readonly DraftBlock[]
  readonly places: readonly ({ readonly start: DraftPlace; readonly end: DraftPlace } | null)[]
  readonly caret: DraftPlace
}

/** What the controls round the text show. */
export interface WritingFacts {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The text is another than at the beginning. */
  readonly changed: boolean
  /** The formatting that what is selected has, or that what is typed next would have. */
  readonly marks: readonly MarkType[]
  /** The role of the block at the caret. */
  readonly role: Role | undefined
  /** Something is selected, or the caret is in a link. */
  readonly canLink: boolean
}

export interface WritingEvents {
  onFacts(facts: WritingFacts): void
  /** Something was written, and now rests for a moment. */
  onRest(written: Written): void
  /** A click in the gutter beside a block, counted from 0. */
  onGutter(block: number): void
  /** True when the key is done with. It is not asked while an input method composes. */
  onKey(event: KeyboardEvent): boolean
  onTooLong(): void
}

export interface WritingStart {
  readonly revision: Revision
  /** What is written on; that of the revision where nothing was written before. */
  readonly draft: readonly DraftBlock[]
  /** What is unchanged; `changed` says whether the text differs from it. */
  readonly before: readonly DraftBlock[]
  readonly segments: readonly WrittenSegment[]
  /** Where each segment stands in the draft; `null` for one that is gone. */
  readonly places: Written['places']
  /** Where one begins to write. */
  readonly caret: DraftPlace
}

const drawnMargin = 400
/** How long nothing is typed before what became of annotations is worked out, in milliseconds. */
const rest = 250
/** Typing goes on as one step of undo within this time, in milliseconds. */
const oneStep = 600

/** Positions of the document are offsets here. */
const identity: PositionMap = {
  toPosition: offset => offset,
  toOffset: position => position,
  blockOf: () => 0,
  rangeOf: (first, last) => ({ start: first, end: last }),
}

/** A text that is written on, with the annotations of the one it came from under it as it changes. Undo is its own. */
export class WritingView {
  readonly view: EditorView
  readonly #scroller: HTMLElement
  readonly #events: WritingEvents
  readonly #segments: readonly WrittenSegment[]
  readonly #painter = createDecorationPainter()
  readonly #unchanged: EditorState['doc']
  #resting: ReturnType<typeof setTimeout> | undefined
  #frame = 0
  /** The text stays as it is, whatever is typed: a version is made of it. */
  held = false

  constructor(scroller: HTMLElement, page: HTMLElement, start: WritingStart, events: WritingEvents) {
    this.#scroller = scroller
    this.#events = events
    this.#segments = start.segments
    this.#unchanged = writtenDocument(start.before)
    this.view = this.#createView(page, start)
    this.#putCaret(start.caret)
    scroller.addEventListener('scroll', this.#paintSoon, { passive: true })
    this.#paint()
    this.#tell()
    events.onRest(this.written)
  }

  destroy(): void {
    clearTimeout(this.#resting)
    cancelAnimationFrame(this.#frame)
    this.#scroller.removeEventListener('scroll', this.#paintSoon)
    this.view.destroy()
  }

  get written(): Written {
    const { doc } = this.view.state
    const { starts, ends } = segmentPositions(this.view.state)
    const places = Array.from(starts, (start, n) => {
      const end = ends[n] ?? start
      return start < end ? { start: placeOf(doc, start), end: placeOf(doc, end) } : null
    })
    return { draft: draftOf(doc), places, caret: placeOf(doc, this.view.state.selection.head) }
  }

  get link(): string | undefined {
    return linkAt(this.view.state)
  }

  /** Index of the block at the caret. */
  get block(): number {
    return this.view.state.selection.$head.index(0)
  }

  run(command: Command): void {
    command(this.view.state, this.view.dispatch, this.view)
    this.view.focus()
  }

  /** Brings what is left of a segment into sight, or the place where it was, and puts the caret there. */
  goTo(segment: number): void {
    const at = segmentPositions(this.view.state).starts[segment]
    if (at === undefined) return
    const { state } = this.view
    const $at = state.doc.resolve(Math.min(at, state.doc.content.size))
    this.view.dispatch(state.tr.setSelection(TextSelection.near($at)).scrollIntoView())
    this.view.focus()
  }

  #createView(page: HTMLElement, { draft, places, revision }: WritingStart): EditorView {
    const doc = writtenDocument(draft)
    const starts = new Int32Array(places.length)
    const ends = new Int32Array(places.length)
    const begins = beginningsOf(doc)
    for (const [n, place] of places.entries()) {
      if (place === null) continue
      starts[n] = (begins[place.start.block] ?? 0) + 1 + place.start.at
      ends[n] = (begins[place.end.block] ?? 0) + 1 + place.end.at
    }
    const plugins = [
      history({ depth: mostSteps, newGroupDelay: oneStep }),
      movedMarks({ starts, ends }),
      numbering(),
      plainPaste(() => this.#events.onTooLong()),
      changedMarks(this.#segments),
      ...this.#painter.plugins,
      caretBlock(),
    ]
    return new EditorView(dom => page.prepend(dom), {
      state: EditorState.create({ doc, plugins }),
      attributes: {
        ...textAttributes(revision),
        class: 'editor-text pm-writing',
        'aria-label': 'Edit text',
        'aria-readonly': 'false',
      },
      clipboardSerializer,
      scrollMargin: { top: 64, bottom: 96, left: 0, right: 0 },
      scrollThreshold: { top: 24, bottom: 48, left: 0, right: 0 },
      handleKeyDown: (_view, event) => !event.isComposing && event.keyCode !== 229 && this.#onKey(event),
      handleClick: (view, _position, event) => {
        const beside = event.button === 0 ? gutterBlock(view, event) : -1
        if (beside >= 0) this.#events.onGutter(beside)
        return beside >= 0
      },
      // Whoever leaves the text, by closing the window too, leaves it as it is now.
      handleDOMEvents: { blur: () => this.#restNow() },
      dispatchTransaction: tr => {
        if (this.held && tr.docChanged) return
        this.view.updateState(this.view.state.apply(tr))
        if (tr.docChanged) this.#onChange()
        if (tr.docChanged || tr.selectionSet || tr.storedMarksSet) this.#tell()
      },
    })
  }

  #putCaret({ block, at }: DraftPlace): void {
    const { state } = this.view
    const position = (beginningsOf(state.doc)[block] ?? 0) + 1 + at
    const $at = state.doc.resolve(Math.min(position, state.doc.content.size))
    this.view.dispatch(state.tr.setSelection(TextSelection.near($at)).scrollIntoView())
  }

  #onKey(event: KeyboardEvent): boolean {
    if (this.#events.onKey(event)) return true
    const own = ownKeys[event.key]
    if (own === undefined || event.ctrlKey || event.metaKey || event.altKey) return false
    return own(event.shiftKey)(this.view.state, this.view.dispatch, this.view)
  }

  #onChange(): void {
    this.#paintSoon()
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => this.#restNow(), rest)
  }

  #restNow(): void {
    if (this.#resting === undefined || this.view.isDestroyed) return
    clearTimeout(this.#resting)
    this.#resting = undefined
    this.#events.onRest(this.written)
  }

  readonly #paintSoon = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    if (this.view.isDestroyed || this.view.composing) return
    const { starts, ends } = segmentPositions(this.view.state)
    const segments = this.#segments.flatMap(({ id, kind, part }, n) => {
      const [start, end] = [starts[n] ?? 0, ends[n] ?? 0]
      return start < end ? [{ id, kind, part, start, end }] : []
    })
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const drawn = blocksBetween(this.view, top - drawnMargin, bottom + drawnMargin)
    const { doc } = this.view.state
    const begins = beginningsOf(doc)
    const window = { start: begins[drawn.first] ?? 0, end: begins[drawn.last + 1] ?? doc.content.size }
    this.#painter.paint(this.view, identity, planPaint(createSegmentIndex(segments), window, null))
  }

  #tell(): void {
    const { state } = this.view
    const { $from, from, to, empty } = state.selection
    const has = (type: MarkType) => {
      const mark = schema.marks[type]
      if (empty) return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      return state.doc.rangeHasMark(from, to, mark)
    }
    this.#events.onFacts({
      canUndo: undoDepth(state) > 0,
      canRedo: redoDepth(state) > 0,
      changed: !state.doc.eq(this.#unchanged),
      marks: markTypes.filter(has),
      role: $from.depth === 0 ? undefined : ($from.node(1).attrs.role as Role),
      canLink: !empty || linkAt(state) !== undefined,
    })
  }
}

/** The position before each block. */
function beginningsOf(doc: EditorState['doc']): number[] {
  const begins: number[] = []
  doc.forEach((_node, offset) => {
    begins.push(offset)
  })
  return begins
}

const ownKeys: { readonly [key: string]: (shift: boolean) => Command } = {
  Enter: shift => (shift ? breakLine : splitBlock),
  Backspace: () => backspace,
  Delete: () => deleteForward,
}

export const undoWriting: Command = undo
export const redoWriting: Command = redo
