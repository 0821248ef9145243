import type { Act } from '#annotations/edit/edit'
import type { Annotation, Kind, Part, PlainSegment, QuoteType } from '#annotations/model/annotation'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { TextOffset, TextRange } from '#annotations/model/revision'
import { firstWords } from '../../features/words/first-words'
import type { AppState } from '../app-state'
import { readMark, readMarks } from '../own-marks'
import type { Saving } from '../saving'
import { activeMark, isSelectionMarked, openMark, shownRevision } from '../selectors'
import type { Store } from '../store'
import { isEarlierShown } from '../version-state'
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart } from '../word-steps'
import type { FieldActions } from './field-actions'

/** What a person does to marks in the text. */
export interface MarkActions {
  /** Makes an annotation of the selection; where the active one is that already, it stays the only one. */
  mark(kind: Kind): AnnotationId | undefined
  /** Adds the selection to the active annotation as a segment of this part; a source or cue it replaces. */
  addSelection(part: Part): boolean
  clearPart(part: 'source' | 'cue'): void
  /** Makes a speaker (of a quote) or the claimant (of a claim) of the selected name, and notes where it stands. */
  speakerFromSelection(): void
  /** Moves an edge of the active annotation by a word: 1 forward in the text, -1 back. */
  resize(edge: 'start' | 'end', by: 1 | -1): void
  /** Puts an edge of an annotation at an offset: the start of its first piece or the end of its last. */
  moveEdge(id: AnnotationId, edge: 'start' | 'end', offset: TextOffset): void
  remove(): void
  activate(id: AnnotationId | null): void
  /** Takes note of the text selection; `null` for a mere caret. */
  select(selection: TextRange | null): void
  /** The next (1) or previous (-1) annotation of the page, wrapping round. */
  step(by: 1 | -1): void
  /** Makes an annotation the active one and brings it into view; the caret goes along, so that nothing is selected any more. */
  goTo(id: AnnotationId): void
}

const opening = /^["“„«‹'‘]/

/** The type that a new quote has by its text: with quotation marks around it direct, inside it mixed, else indirect. */
export function guessQuoteType(text: string): QuoteType {
  if (opening.test(text.trimStart())) return 'direct'
  return /["“”„«»]/.test(text) ? 'mixed' : 'indirect'
}

const steps = {
  start: { [-1]: previousWordStart, 1: nextWordStart },
  end: { [-1]: previousWordEnd, 1: nextWordEnd },
}

export function createMarkActions(
  store: Store<AppState>,
  saving: Saving,
  fields: FieldActions,
  nextId: () => string,
): MarkActions {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  const refuse = (code: string) => store.set(state => ({ ...state, notice: { tone: 'problem', problem: { code } } }))

  function mark(kind: Kind): AnnotationId | undefined {
    const state = store.get()
    const { document, selection, info } = state
    const revision = shownRevision(state)
    if (document === undefined || revision === undefined) return undefined
    if (isEarlierShown(state)) {
      refuse('earlier-text')
      return undefined
    }
    if (selection === null) {
      refuse('nothing-selected')
      return undefined
    }
    const exact = revision.text.slice(selection.start, selection.end)
    const active = activeMark(store.get())
    if (active?.annotation.kind === kind && active.author === info?.annotator?.id && isSelectionMarked(store.get())) {
      announce(`Marked already: ${firstWords(exact)}`)
      return active.annotation.id
    }
    const annotation = nextId()
    const create: Act = {
      do: 'create',
      document: document.id,
      annotation,
      kind,
      revision: revision.id,
      segments: [{ part: 'content', start: selection.start, end: selection.end }],
      ...(kind === 'quote' ? { quote: { type: guessQuoteType(exact) } } : {}),
    }
    if (!saving.dispatch([create])) return undefined
    store.set(state => ({ ...state, active: annotation }))
    announce(`${kindWord(kind)} marked: ${firstWords(exact)}`)
    return annotation
  }

  function addSelection(part: Part): boolean {
    const state = store.get()
    const { selection } = state
    const active = activeMark(state)
    if (selection === null || active === undefined) {
      refuse(selection === null ? 'nothing-selected' : 'nothing-active')
      return false
    }
    const piece: PlainSegment = { part, start: selection.start, end: selection.end }
    const segments = plainSegments(active.annotation, state.document?.revision ?? '')
    const kept = part === 'content' ? segments : segments.filter(segment => segment.part !== part)
    const done = place(active.annotation.id, [...kept, piece])
    if (done) announce(`${partWord(part)} set: ${firstWords(textOf(state, selection))}`)
    return done
  }

  function place(annotation: AnnotationId, segments: readonly PlainSegment[], gesture?: string): boolean {
    const { document } = store.get()
    if (document === undefined) return false
    if (isEarlierShown(store.get())) {
      refuse('earlier-text')
      return false
    }
    const act: Act = { do: 'place', document: document.id, annotation, revision: document.revision, segments }
    return saving.dispatch([act], gesture)
  }

  function clearPart(part: 'source' | 'cue'): void {
    const state = store.get()
    const active = activeMark(state)
    if (active === undefined) return
    const segments = plainSegments(active.annotation, state.document?.revision ?? '')
    place(
      active.annotation.id,
      segments.filter(segment => segment.part !== part),
    )
  }

  function resize(edge: 'start' | 'end', by: 1 | -1): void {
    const state = store.get()
    const active = activeMark(state)
    const revision = shownRevision(state)
    if (active === undefined || revision === undefined) return
    const segments = plainSegments(active.annotation, revision.id)
    const content = segments.filter(segment => segment.part === 'content')
    const piece = edge === 'start' ? content[0] : content[content.length - 1]
    if (piece === undefined) return
    const moved =
      edge === 'start'
        ? { ...piece, start: steps.start[by](revision, piece.start) }
        : { ...piece, end: steps.end[by](revision, piece.end) }
    if (moved.start >= moved.end) return
    const others = segments.filter(segment => segment !== piece)
    place(active.annotation.id, [...others, moved], `resize:${active.annotation.id}`)
  }

  function moveEdge(id: AnnotationId, edge: 'start' | 'end', offset: TextOffset): void {
    const { document } = store.get()
    const marked = openMark(store.get(), id)?.marked
    if (marked === undefined || document === undefined) return
    const segments = plainSegments(marked.annotation, document.revision)
    const content = segments.filter(segment => segment.part === 'content')
    const piece = edge === 'start' ? content[0] : content[content.length - 1]
    if (piece === undefined) return
    const moved = { ...piece, [edge]: offset }
    if (moved.start >= moved.end || !place(id, [...segments.filter(segment => segment !== piece), moved])) return
    announce(`${edge === 'start' ? 'Start' : 'End'} moved: ${firstWords(textOf(store.get(), moved))}`)
  }

  function speakerFromSelection(): void {
    const state = store.get()
    const active = activeMark(state)
    if (state.selection === null || active === undefined)
      return refuse(active === undefined ? 'nothing-active' : 'nothing-selected')
    // Whole words are selected, and `Commission’s` is one.
    const name = textOf(state, state.selection)
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/['’]s$/u, '')
    if (active.annotation.kind === 'quote') fields.addSpeaker(active.annotation.id, { create: name })
    else if (active.annotation.kind === 'claim') fields.setClaimant(active.annotation.id, { create: name })
    else return refuse('wrong-kind')
    announce(`Speaker: ${name}`)
  }

  function remove(): void {
    const state = store.get()
    const active = activeMark(state)
    if (active === undefined || state.document === undefined) return
    if (!saving.dispatch([{ do: 'remove', document: state.document.id, annotation: active.annotation.id }])) return
    const deleted = `${kindWord(active.annotation.kind)} deleted. Ctrl Z brings it back.`
    store.set(now => ({ ...now, active: null, told: deleted }))
    announce(deleted)
  }

  function activate(id: AnnotationId | null): void {
    if (store.get().active !== id) store.set(state => ({ ...state, active: id }))
  }

  function select(selection: TextRange | null): void {
    store.set(state => {
      const { selection: before } = state
      const same = before?.start === selection?.start && before?.end === selection?.end
      return same ? state : { ...state, selection }
    })
  }

  function step(by: 1 | -1): void {
    const state = store.get()
    const marks = readMarks(state)
    if (marks.length === 0) return
    const at = readMark(state, state.active)?.at ?? -1
    const from = at >= 0 ? at : by > 0 ? -1 : marks.length
    const next = marks[(from + by + marks.length) % marks.length]
    if (next !== undefined) goTo(next.annotation.id)
  }

  function goTo(id: AnnotationId): void {
    const state = store.get()
    const marked = openMark(state, id)?.marked
    const first = targetOf(marked?.annotation.placements.get(state.document?.revision ?? ''))[0]
    if (marked === undefined || first === undefined) return
    store.set(now => ({ ...now, active: id, reveal: { range: first, withCaret: true } }))
    announce(`${kindWord(marked.annotation.kind)}: ${firstWords(first.exact)}`)
  }

  return { mark, addSelection, clearPart, speakerFromSelection, resize, moveEdge, remove, activate, select, step, goTo }
}

/** An annotation's segments in a revision, as a gesture gives them. */
export function plainSegments(annotation: Annotation, revision: string): PlainSegment[] {
  const segments = annotation.placements.get(revision)?.segments ?? []
  return segments.map(({ part, start, end }) => ({ part, start, end }))
}

function textOf(state: AppState, range: TextRange): string {
  return shownRevision(state)?.text.slice(range.start, range.end) ?? ''
}

export function kindWord(kind: Kind): string {
  return kind === 'quote' ? 'Quote' : kind === 'claim' ? 'Claim' : 'Note'
}

function partWord(part: Part): string {
  return part === 'content' ? 'Segment' : part === 'source' ? 'Source' : 'Cue'
}
