import type { DocumentId, RevisionHash } from '#annotations/model/ids'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import { isEarlierShown, shownVersions, type VersionState } from '../version-state'
import type { OpenActions } from './open-actions'

/** What brings new versions of a document in, and shows the earlier ones. */
export interface VersionActions {
  /** Reads a file as a new text of a document, the open one where none is given, and shows what it would come to. Without a path a dialog asks. */
  read(document?: DocumentId, path?: string): Promise<void>
  /** Does what is shown. */
  add(): Promise<void>
  /** Puts it away; nothing is done. */
  cancel(): void
  /** Shows a text of the open document. */
  show(revision: RevisionHash): void
  showCurrent(): void
}

export interface VersionActionPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly open: Pick<OpenActions, 'openDocument'>
  /** There is something to be decided in the open document. */
  readonly decide: () => void
}

export function createVersionActions({ store, machine, saving, open, decide }: VersionActionPorts): VersionActions {
  /** Changes what is being brought in, unless that is another by now. */
  const change = (wanted: VersionState, next: Partial<VersionState>) =>
    store.set(state =>
      state.version?.document !== wanted.document
        ? state
        : { ...state, dialog: 'version', version: { ...state.version, ...next } },
    )

  async function read(given?: DocumentId, path?: string): Promise<void> {
    const { document, version } = store.get()
    const wanted = given ?? document?.id
    if (wanted === undefined || version !== undefined) return
    const asked: VersionState = { document: wanted, is: 'asked', share: 0 }
    store.set(state => ({ ...state, version: asked }))
    await saving.flush()
    const source = path === undefined ? {} : { path }
    const answer = await machine.call('version.plan', { document: wanted, source })
    if (!answer.ok) {
      if (answer.error.code === 'cancelled') return
      return change(asked, { is: 'refused', problem: answer.error })
    }
    if (answer.value === null) return store.set(state => ({ ...state, version: undefined }))
    change(asked, { is: 'ready', share: 1, preview: answer.value })
  }

  async function add(): Promise<void> {
    const { version } = store.get()
    if (version?.preview === undefined || version.is !== 'ready') return
    change(version, { is: 'adding' })
    await saving.flush()
    const { plan } = version.preview
    const answer = await saving.during(() => machine.call('version.add', { plan }))
    if (!answer.ok) return change(version, { is: 'refused', problem: answer.error })
    store.set(state => ({ ...state, dialog: undefined, version: undefined }))
    await open.openDocument(version.document)
    const { mine } = answer.value.counts
    const left = mine.undecided + mine.lost
    const kept = mine.exact + mine.moved
    const text = `The new version is shown. ${kept} of your annotations stand in it, ${left} to decide.`
    store.set(state => ({ ...state, announcement: { text } }))
    if (left > 0) decide()
  }

  function cancel(): void {
    store.set(state => ({ ...state, dialog: undefined, version: undefined }))
    void machine.call('version.cancel', {})
  }

  function show(revision: RevisionHash): void {
    store.set(state => {
      const wanted = shownVersions(state).find(version => version.revision.id === revision)
      if (state.document === undefined || wanted === undefined || wanted.isShown) return state
      const text = wanted.isCurrent
        ? `Version ${wanted.n}, the current one`
        : `Version ${wanted.n}. Its marks can be read and not changed.`
      const document = { ...state.document, revision }
      return { ...state, document, selection: null, active: null, announcement: { text } }
    })
  }

  function showCurrent(): void {
    const current = shownVersions(store.get()).find(({ isCurrent }) => isCurrent)
    if (current !== undefined && isEarlierShown(store.get())) show(current.revision.id)
  }

  machine.subscribe('version-progress', ({ share }) => {
    const { version } = store.get()
    if (version?.is === 'asked' || version?.is === 'reading') change(version, { is: 'reading', share })
  })
  return { read, add, cancel, show, showCurrent }
}
