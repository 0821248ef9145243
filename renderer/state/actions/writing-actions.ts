import { emptyScope } from '#annotations/changes/journal'
import { hasStackedMarks } from '#annotations/model/canonical-text'
import type { DocumentId } from '#annotations/model/ids'
import { readRelease } from '#annotations/model/release'
import type { Problem } from '#annotations/model/result'
import type { Revision, TextOffset } from '#annotations/model/revision'
import type { ComposedText } from '#annotations/text/compose-text'
import type { VersionAdded } from '#app/contract/version-values'
import type { Written } from '../../editor/writing/writing-view'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import { openMarks, openPage, openRelease, openScope, shownRevision } from '../selectors'
import type { Store } from '../store'
import { composeWritten, keepText, readKept, startWriting, type Writing } from '../writing'

/** *Edit text*: a text of the open document is written on, which ends in a new version, in facts about it, or in nothing. */
export interface WritingActions {
  /** Begins with the text that is shown, at the place in it where one is. */
  begin(caret: TextOffset): Promise<void>
  /** Looks whether a text of this document was begun and not finished, to offer it. */
  look(document: DocumentId): Promise<void>
  /** Goes on with what was kept. */
  resume(): void
  /** Drops what was kept. */
  discard(): Promise<void>
  /** Takes note of what is written, when it rests; what is `changed` is kept on the disk a moment later. */
  rest(written: Written, changed: boolean): void
  /** Makes what is written the current version. What cannot be done is said, and the text stays as it is written. */
  finish(written: Written): Promise<void>
  /** Leaves; where something was written (`changed`) only when that is confirmed with `leave`. */
  cancel(changed: boolean): void
  /** Goes on writing after all. */
  stay(): void
  leave(): Promise<void>
  /** Resolves when what is written is kept. */
  flush(): Promise<void>
}

export interface WritingPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly now: () => Date
}

/** How long what is written rests before it is kept, in milliseconds. */
const rest = 1_000

/** What makes a version of a text, with all that is read from it again; needed when a text was written. */
const loadMaking = () => import('../making-version')
type Making = Awaited<ReturnType<typeof loadMaking>>

export function createWritingActions({ store, machine, saving, now }: WritingPorts): WritingActions {
  let toKeep: { readonly document: DocumentId; readonly text: string } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let keeping: Promise<unknown> = Promise.resolve()

  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  const change = (part: Partial<Writing>) =>
    store.set(state => (state.writing === undefined ? state : { ...state, writing: { ...state.writing, ...part } }))

  async function begin(caret: TextOffset): Promise<void> {
    if (store.get().writing !== undefined || store.get().document === undefined) return
    if (store.get().draft !== undefined) return resume()
    await saving.flush()
    store.set(state => {
      const revision = shownRevision(state)
      if (state.document === undefined || revision === undefined) return state
      const start = startWriting(revision, openPage(state).annotations, caret)
      return withWriting(state, state.document.id, start)
    })
  }

  async function look(document: DocumentId): Promise<void> {
    const answer = await machine.call('draft.read', { document })
    const kept = answer.ok && answer.value !== null ? readKept(document, answer.value) : undefined
    store.set(state => {
      if (state.document?.id !== document || state.writing !== undefined) return state
      return kept === undefined && state.draft === undefined ? state : { ...state, draft: kept }
    })
  }

  function resume(): void {
    store.set(state => {
      const { draft, document } = state
      if (draft === undefined || document?.id !== draft.document) return state
      const revision = openRelease(state)?.revisions.get(draft.revision)
      if (revision === undefined)
        return { ...state, notice: { tone: 'problem', problem: { code: 'unknown-revision' } } }
      const shown = { ...state, document: { ...document, revision: revision.id } }
      const start = startWriting(revision, openPage(shown).annotations, 0, draft)
      return withWriting(shown, document.id, start)
    })
  }

  async function drop(document: DocumentId): Promise<void> {
    clearTimeout(timer)
    toKeep = undefined
    await keeping
    await machine.call('draft.drop', { document })
  }

  async function discard(): Promise<void> {
    const { draft } = store.get()
    store.set(state => ({ ...state, draft: undefined }))
    if (draft !== undefined) await drop(draft.document)
  }

  function restWith(written: Written, changed: boolean): void {
    const { writing } = store.get()
    if (writing === undefined) return
    change({ outcome: composeWritten(writing.start, written).outcome })
    clearTimeout(timer)
    if (!changed) return
    toKeep = { document: writing.document, text: keepText(writing.start, written) }
    timer = setTimeout(() => void flush(), rest)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    const kept = toKeep
    toKeep = undefined
    if (kept !== undefined) keeping = keeping.then(() => keep(kept))
    return keeping.then(() => undefined)
  }

  async function keep(kept: { readonly document: DocumentId; readonly text: string }): Promise<void> {
    const answer = await machine.call('draft.keep', kept)
    if (!answer.ok) fail(answer.error)
  }

  async function finish(written: Written): Promise<void> {
    const { writing, info } = store.get()
    const by = info?.annotator?.id
    if (writing === undefined || writing.busy || by === undefined) return
    change({ busy: true })
    const { composed, outcome, caret } = composeWritten(writing.start, written)
    const making = await loadMaking()
    if (composed.text === writing.start.revision.text) {
      stateFacts(making, writing.start.revision, composed)
      await leave()
      return reveal(caret)
    }
    const revision = making.editedRevision(writing.start.revision, composed, { by, at: now().toISOString() })
    const added =
      revision === undefined
        ? undefined
        : await addVersion(making, writing, revision, outcome, factsOf(making, revision, composed))
    if (revision === undefined) fail({ code: 'empty-text' })
    change({ busy: false })
    if (revision === undefined || added === undefined) return
    store.set(state => ({
      ...state,
      ...(state.document?.id === writing.document ? { document: { ...state.document, revision: added.revision } } : {}),
      announcement: { text: addedWords(added) },
    }))
    await leave()
    reveal(caret)
  }

  /** The reading view comes back where one was in the text. */
  function reveal(caret: TextOffset): void {
    store.set(state => ({ ...state, reveal: { range: { start: caret, end: caret } } }))
  }

  async function addVersion(
    { writeRevision }: Making,
    { document }: Writing,
    revision: Revision,
    outcome: Writing['outcome'],
    facts: ReturnType<Making['factsOfBlocks']>,
  ): Promise<VersionAdded | undefined> {
    if (hasStackedMarks(revision.text)) {
      fail({ code: 'stacked-marks' })
      return undefined
    }
    await saving.flush()
    const workspace = store.get().workspace?.id ?? ''
    const mine = new Set(
      openMarks(store.get()).flatMap(mark => (mark.author === revision.by ? [mark.annotation.id] : [])),
    )
    const mapped = outcome.flatMap(({ annotation, state, segments }) =>
      // What is gone here may have been put elsewhere: it is looked for.
      state === 'lost' || !mine.has(annotation) ? [] : [{ annotation, state, segments: [...segments] }],
    )
    const text = writeRevision(revision, { workspace, document })
    const plan = await machine.call('version.plan', { document, source: { text, mapped } })
    if (!plan.ok || plan.value === null) {
      if (!plan.ok) fail(plan.error)
      return undefined
    }
    const wanted = plan.value.plan
    const added = await saving.during(() => machine.call('version.add', { plan: wanted, facts }))
    if (added.ok) return added.value
    fail(added.error)
    return undefined
  }

  /** The roles and the formatting that were given to the blocks of a text of the open document, or of one to come. */
  function factsOf(
    { factsOfBlocks }: Making,
    text: Revision,
    wanted: ComposedText,
  ): ReturnType<Making['factsOfBlocks']> {
    const state = store.get()
    const texts = state.document?.revisions ?? []
    const raw = texts.find(({ id }) => id === text.id) ?? text
    const shown = readRelease([...texts.filter(one => one !== raw), raw], openScope(state) ?? emptyScope)
    return factsOfBlocks(raw, shown?.revisions.get(raw.id) ?? raw, wanted)
  }

  function stateFacts(making: Making, shown: Revision, wanted: ComposedText): void {
    const { document } = store.get()
    const fields = factsOf(making, shown, wanted)
    if (document !== undefined && Object.keys(fields).length > 0)
      saving.dispatch([{ do: 'set-fact', document: document.id, fields }])
  }

  function cancel(changed: boolean): void {
    if (changed) change({ asking: true })
    else void leave()
  }

  async function leave(): Promise<void> {
    const { writing } = store.get()
    store.set(state => ({ ...state, writing: undefined, draft: undefined }))
    if (writing === undefined) return
    const { caret, revision } = writing.start
    reveal((revision.blocks[caret.block]?.start ?? 0) + caret.at)
    await drop(writing.document)
  }

  return {
    begin,
    look,
    resume,
    discard,
    rest: restWith,
    finish,
    cancel,
    stay: () => change({ asking: false }),
    leave,
    flush,
  }
}

function withWriting(state: AppState, document: DocumentId, start: Writing['start']): AppState {
  return {
    ...state,
    view: 'read',
    selection: null,
    notice: undefined,
    draft: undefined,
    writing: { document, start, outcome: [], asking: false, busy: false },
  }
}

function addedWords({ counts: { mine, others } }: VersionAdded): string {
  const open = mine.undecided + mine.lost + others.undecided + others.lost
  return open === 0
    ? 'The edited text is the current version.'
    : `The edited text is the current version; ${open} to decide.`
}
