import type { Act } from '#annotations/edit/edit'
import type { PlainSegment } from '#annotations/model/annotation'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { firstWords } from '../../features/words/first-words'
import { type AnchorQueue, anchorQueue, isToDecide, itemAt, type QueueItem, stepFrom } from '../anchor-queue'
import type { AppState, DecidingState } from '../app-state'
import type { Saving } from '../saving'
import type { Store } from '../store'
import { shownVersions } from '../version-state'

/** What a person decides on where annotations stand in a new text. Each decision is an edit, and goes to the next one. */
export interface AnchorActions {
  /** Shows the open document's annotations beside its two texts. */
  open(): void
  close(): void
  goTo(annotation: AnnotationId): void
  step(by: 1 | -1): void
  /** The place that is proposed is the right one. */
  accept(): void
  /** All that only moved are right. */
  acceptMoved(): void
  /** It stays on its earlier text. */
  keep(): void
  /** What it marked is not in the text any more. */
  lose(): void
  /** Begins to select another place in the text. */
  choose(): void
  /** The selected text is the place. */
  placeHere(): void
  /** Back to the list without a place. */
  stopChoosing(): void
  setWhy(why: string): void
}

export function createAnchorActions(store: Store<AppState>, saving: Saving): AnchorActions {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  const change = (next: Partial<DecidingState>) =>
    store.set(state => (state.deciding === undefined ? state : { ...state, deciding: { ...state.deciding, ...next } }))

  function open(): void {
    store.set(state => {
      const current = shownVersions(state).find(({ isCurrent }) => isCurrent)?.revision.id
      const queue = anchorQueue(state)
      if (state.document === undefined || current === undefined || queue === undefined) return state
      const before = state.deciding?.at ?? null
      const isThere = queue.items.some(item => item.annotation.id === before && isToDecide(item))
      const at = isThere ? before : (itemAt(queue, null)?.annotation.id ?? null)
      const document = { ...state.document, revision: current }
      return { ...state, document, view: 'changed', deciding: { at, choosing: false, why: '' }, ...nothingSelected }
    })
  }

  function goTo(annotation: AnnotationId): void {
    change({ at: annotation, choosing: false })
    const item = looked()
    if (item !== undefined) announce(itemInWords(item))
  }

  function step(by: 1 | -1): void {
    const { deciding } = store.get()
    const queue = anchorQueue(store.get())
    const from = queue === undefined ? undefined : itemAt(queue, deciding?.at ?? null)?.annotation.id
    const next = queue === undefined ? undefined : stepFrom(queue, from ?? null, by)
    if (next === undefined) announce('There is nothing to decide.')
    else goTo(next.annotation.id)
  }

  function looked(): QueueItem | undefined {
    const state = store.get()
    const queue = anchorQueue(state)
    return state.view !== 'changed' || queue === undefined ? undefined : itemAt(queue, state.deciding?.at ?? null)
  }

  function decide(decision: 'accept' | 'keep' | 'lost', said: string, segments?: readonly PlainSegment[]): void {
    const state = store.get()
    const item = looked()
    const queue = anchorQueue(state)
    if (item === undefined || queue === undefined || state.document === undefined) return
    const { id } = item.annotation
    const act: Act = {
      do: 'decide-anchor',
      document: state.document.id,
      annotation: id,
      revision: queue.current.id,
      decision,
      ...(segments === undefined ? {} : { segments }),
    }
    if (!saving.dispatch([act], undefined, state.deciding?.why.trim())) return
    afterDecision(id, `${said}: ${wordsOf(item)}.`)
  }

  /** Goes on to what is to be decided next, and says how much that is. */
  function afterDecision(id: AnnotationId, said: string): void {
    const queue = anchorQueue(store.get())
    const next = queue === undefined || queue.left === 0 ? undefined : stepFrom(queue, id, 1)
    store.set(state => ({
      ...state,
      deciding: { at: next?.annotation.id ?? id, choosing: false, why: '' },
      ...nothingSelected,
      announcement: { text: next === undefined ? `${said} All is decided.` : `${said} ${leftInWords(queue)}` },
    }))
  }

  function accept(): void {
    const item = looked()
    if (item === undefined) return
    if (targetOf(item.placement).length === 0)
      return announce('No place is proposed. Choose another place, keep it on its version, or mark it as lost.')
    decide('accept', 'Accepted')
  }

  function acceptMoved(): void {
    const { document } = store.get()
    const queue = anchorQueue(store.get())
    const moved = queue?.items.filter(({ section }) => section === 'moved') ?? []
    if (queue === undefined || document === undefined || moved.length === 0) return
    const on = { document: document.id, revision: queue.current.id }
    const acts = moved.map(({ annotation: { id } }): Act => {
      return { do: 'decide-anchor', ...on, annotation: id, decision: 'accept' }
    })
    if (saving.dispatch(acts)) announce(`Accepted: ${moved.length} that moved.`)
  }

  function placeHere(): void {
    const { selection, deciding } = store.get()
    const item = looked()
    if (deciding?.choosing !== true || item === undefined) return
    if (selection === null) return announce('Nothing is selected. Select the place in the text, then press Enter.')
    const parts = item.placement.segments.filter(({ part }) => part !== 'content')
    const others = parts.map(({ part, start, end }) => ({ part, start, end }))
    decide('accept', 'Placed', [{ part: 'content', ...selection }, ...others])
  }

  return {
    open,
    close: () =>
      store.set(state => (state.view === 'changed' ? { ...state, view: 'read', ...nothingSelected } : state)),
    goTo,
    step: by => store.get().view === 'changed' && step(by),
    accept,
    acceptMoved,
    keep: () => decide('keep', 'Kept on its version'),
    lose: () => decide('lost', 'Lost'),
    choose: () => {
      if (looked() === undefined) return
      store.set(state => ({ ...state, ...nothingSelected }))
      change({ choosing: true })
      announce('Select the place in the text, then press Enter. Escape goes back.')
    },
    placeHere,
    stopChoosing: () => change({ choosing: false }),
    setWhy: why => change({ why }),
  }
}

const nothingSelected = { selection: null, active: null } as const

function wordsOf({ before }: QueueItem): string {
  return firstWords(targetOf(before.placement)[0]?.exact ?? '')
}

function itemInWords(item: QueueItem): string {
  return item.n === 0 ? wordsOf(item) : `${item.n}: ${wordsOf(item)}`
}

function leftInWords(queue: AnchorQueue | undefined): string {
  return `${queue?.left ?? 0} to decide.`
}
