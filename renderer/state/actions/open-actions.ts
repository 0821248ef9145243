import { documentScope, type Scope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import type { DocumentId } from '#annotations/model/ids'
import { readRelease } from '#annotations/model/release'
import type { Problem } from '#annotations/model/result'
import type { TextRange } from '#annotations/model/revision'
import type { ExcerptChoice } from '#app/contract/excerpt-query'
import type { Answer, DocumentPayload, ExportOutcome, WorkspacePayload } from '#app/contract/values'
import { byWords } from '../../features/words/by-words'
import type { AppState } from '../app-state'
import { readTexts } from '../current-text'
import type { ExportFormat } from '../excerpt-state'
import { withLoaded } from '../loaded-documents'
import type { Machine } from '../machine'
import { type EditQueue, load, type ScopedJournal, startQueue } from '../pending-edits'
import { readJournals, type Saving } from '../saving'
import type { Store } from '../store'
import { noTrail } from '../trail'
import type { TrailNotes } from './trail-actions'

/** What opens, brings in and takes out: workspaces, documents, exports. */
export interface OpenActions {
  /** `known`: what is shown together with it, so that the window is drawn once. */
  openWorkspace(path?: string, known?: Pick<AppState, 'info'>): Promise<void>
  createWorkspace(path?: string): Promise<void>
  /** Shows a workspace that was opened anew; `known` changes together with it. */
  showWorkspace(payload: WorkspacePayload, known?: Pick<AppState, 'info'>): void
  /** `at`: the place of its current text that is brought into view. It is shown in the reading view unless another is named. */
  openDocument(id: DocumentId, at?: TextRange, view?: 'read' | 'review'): Promise<void>
  /** Takes a document out of the library; where it is the open one, its neighbour is opened in its place. */
  removeDocument(id: DocumentId): void
  /** Brings a removed document back into the library. */
  restoreDocument(id: DocumentId): Promise<void>
  /** Writes all that is known into another folder, saved or not. */
  saveCopy(): Promise<void>
  /** Without a choice everything. */
  exportAs(
    format: ExportFormat,
    what?: { readonly raw: boolean; readonly choice: ExcerptChoice },
  ): Promise<ExportOutcome | undefined>
}

export function createOpenActions(
  store: Store<AppState>,
  machine: Machine,
  saving: Saving,
  notes: TrailNotes,
  afterPaint: (work: () => void) => void = onceShown,
): OpenActions {
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  /** A text that is written is finished first: what opens would take its place. */
  const isWriting = () => store.get().writing !== undefined

  async function takeWorkspace(
    call: 'workspace.open' | 'workspace.create',
    path: string | undefined,
    known?: Pick<AppState, 'info'>,
  ): Promise<void> {
    if (isWriting()) return fail({ code: 'writing' })
    if (store.get().opening) return
    store.set(state => ({ ...state, opening: true }))
    await saving.flush()
    const { save } = store.get()
    // What could not be saved is in this window only.
    const answer: Answer<WorkspacePayload | null> =
      save.is === 'failed'
        ? { ok: false, error: save.problem }
        : await machine.call(call, path === undefined ? {} : { path })
    store.set(state => ({ ...state, opening: false }))
    if (!answer.ok || answer.value === null) {
      if (known !== undefined) store.set(state => ({ ...state, ...known }))
      return answer.ok ? undefined : fail(answer.error)
    }
    showWorkspace(answer.value, known)
  }

  function showWorkspace(payload: WorkspacePayload, known?: Pick<AppState, 'info'>): void {
    store.set(state => withPayload(withWorkspace({ ...state, ...known }, payload), payload.first))
    if (payload.reading !== undefined) afterPaint(() => void readOn())
  }

  /** Whatever it finds is told while it goes on, trouble as well. */
  async function readOn(): Promise<void> {
    await machine.call('workspace.read', {})
  }

  async function openDocument(id: DocumentId, at?: TextRange, view: 'read' | 'review' = 'read'): Promise<void> {
    if (isWriting()) return store.get().document?.id === id ? undefined : fail({ code: 'writing' })
    const reveal = at === undefined ? {} : { reveal: { range: at } }
    if (store.get().document?.id === id) {
      const left = (state: AppState) => (state.view === view ? state : notes.leave(state))
      return store.set(state => ({ ...left(state), view, ...reveal }))
    }
    const { wideEdits } = store.get()
    const answer = await machine.call('document.open', { document: id })
    if (!answer.ok) return fail(answer.error)
    if (isWriting()) return
    if (store.get().wideEdits !== wideEdits) return openDocument(id, at, view)
    store.set(state => ({ ...withPayload(notes.leave(state), answer.value), view, ...reveal }))
  }

  function removeDocument(id: DocumentId): void {
    if (isWriting()) return fail({ code: 'writing' })
    if (!saving.dispatch([{ do: 'remove-document', document: id }])) return
    const { document, documents } = store.get()
    if (document?.id !== id) return
    const at = documents.findIndex(row => row.id === id)
    const others = [...documents.slice(at + 1), ...documents.slice(0, at).reverse()]
    const next = others.find(row => !row.deleted)
    if (next !== undefined) return void openDocument(next.id)
    store.set(state => ({ ...state, document: undefined, active: null, selection: null }))
  }

  async function restoreDocument(id: DocumentId): Promise<void> {
    // Of a document that was not open in this window nothing is known yet, not even that it is removed.
    if (!store.get().queue.current.scopes.has(documentScope(id))) {
      const { wideEdits } = store.get()
      const answer = await machine.call('document.open', { document: id })
      if (!answer.ok) return fail(answer.error)
      if (store.get().wideEdits !== wideEdits) return restoreDocument(id)
      store.set(state => ({ ...state, queue: withTexts(state.queue, answer.value).queue }))
    }
    saving.dispatch([{ do: 'restore-document', document: id }])
  }

  async function exportAs(
    format: ExportFormat,
    what: { readonly raw?: boolean; readonly choice?: ExcerptChoice } = {},
  ): Promise<ExportOutcome | undefined> {
    await saving.flush()
    const answer = await machine.call('excerpts.export', { format, ...what })
    if (!answer.ok) {
      fail(answer.error)
      return undefined
    }
    const outcome = answer.value
    if (outcome === null) return undefined
    const text = `Exported ${outcome.rows} ${outcome.rows === 1 ? 'excerpt' : 'excerpts'} to ${outcome.path}${byWords(outcome.by)}`
    store.set(state => ({ ...state, notice: { tone: 'info', text } }))
    return outcome
  }

  async function saveCopy(): Promise<void> {
    const answer = await machine.call('workspace.save-copy', {})
    if (!answer.ok) return fail(answer.error)
    if (answer.value === null) return
    const { path, leftOut } = answer.value
    const without = leftOut === 0 ? '' : ` ${leftOut} original ${leftOut === 1 ? 'file' : 'files'} could not be read.`
    const text = `A copy with everything in this window is in ${path}.${without}`
    store.set(state => ({ ...state, notice: { tone: 'info', text } }))
  }

  return {
    saveCopy,
    openWorkspace: (path, known) => takeWorkspace('workspace.open', path, known),
    createWorkspace: path => takeWorkspace('workspace.create', path),
    showWorkspace,
    openDocument,
    removeDocument,
    restoreDocument,
    exportAs,
  }
}

/** Does something when what was drawn last is on the screen. */
function onceShown(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work))
}

function withWorkspace(state: AppState, payload: WorkspacePayload): AppState {
  const { id, name, path, readOnly, documents, damaged, reports, copies } = payload
  const loaded: WorkspaceState = {
    workspace: id,
    scopes: scopesFrom(readJournals(payload.journals)),
    revisions: new Map(),
  }
  return {
    ...state,
    workspace: { id, name, path, ...(readOnly === undefined ? {} : { readOnly }) },
    documents,
    reading: payload.reading,
    queue: startQueue(loaded),
    trail: noTrail,
    document: undefined,
    active: null,
    selection: null,
    writing: undefined,
    draft: undefined,
    save: { is: 'idle' },
    reports,
    damaged,
    copies,
    notice: damaged.length + reports.length + copies.length === 0 ? undefined : { tone: 'info', files: true },
  }
}

function withPayload(state: AppState, payload: DocumentPayload | undefined): AppState {
  if (payload === undefined) return state
  const id = payload.document
  const { queue, scope, revisions } = withTexts(state.queue, payload)
  const release = readRelease(revisions, scope)
  if (release === undefined) {
    return { ...state, notice: { tone: 'problem', problem: { code: 'damaged', facts: { document: id } } } }
  }
  return {
    ...state,
    queue,
    document: { id, revision: release.current.id, revisions },
    active: null,
    selection: null,
    draft: undefined,
    reveal: undefined,
  }
}

/** What is known, with a document's texts and journals. */
function withTexts(queue: EditQueue, { document, revisions: texts, journals }: DocumentPayload) {
  const key = documentScope(document)
  const scope: Scope = scopesFrom(readJournals(journals)).get(key) ?? { journals: new Map() }
  const revisions = readTexts(texts)
  const waiting = new Set(queue.pending.flatMap(({ base }) => Object.keys(base)))
  return { queue: load(queue, known => withLoaded(known, { key, scope, revisions }, waiting)), scope, revisions }
}

function scopesFrom(journals: readonly ScopedJournal[]): Map<ScopeKey, Scope> {
  const scopes = new Map<ScopeKey, Scope>()
  for (const { scope, journal } of journals) {
    scopes.set(scope, { journals: new Map(scopes.get(scope)?.journals).set(journal.annotator, journal) })
  }
  return scopes
}
