import { v7 } from 'uuid'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { DocumentRow, Theme } from '#app/contract/values'
import { backupTroubleWords } from '../features/words/problem-words'
import type { AgreementActions } from './actions/agreement-actions'
import { type AnchorActions, createAnchorActions } from './actions/anchor-actions'
import { type AnnotatorActions, createAnnotatorActions } from './actions/annotator-actions'
import { type BackupActions, createBackupActions } from './actions/backup-actions'
import { type BinActions, createBinActions } from './actions/bin-actions'
import type { BundleActions } from './actions/bundle-actions'
import { createDocumentActions, type DocumentActions } from './actions/document-actions'
import { createExcerptActions, type ExcerptActions } from './actions/excerpt-actions'
import { createFieldActions, type FieldActions } from './actions/field-actions'
import type { GoldActions } from './actions/gold-actions'
import { createHistoryActions, type HistoryActions } from './actions/history-actions'
import { createImportActions, type ImportActions } from './actions/import-actions'
import { createMarkActions, type MarkActions } from './actions/mark-actions'
import { createOpenActions, type OpenActions } from './actions/open-actions'
import { createPreferenceActions, type PreferenceActions } from './actions/preference-actions'
import { createReadingActions, type ReadingActions } from './actions/reading-actions'
import { createRegisterActions, type RegisterActions } from './actions/register-actions'
import { createReportActions, type ReportActions } from './actions/report-actions'
import type { ReviewActions } from './actions/review-actions'
import { createTrailActions, createTrailNotes, type TrailActions, type TrailNotes } from './actions/trail-actions'
import { createVersionActions, type VersionActions } from './actions/version-actions'
import { createWritingActions, type WritingActions } from './actions/writing-actions'
import { type AppState, initialState } from './app-state'
import { followCurrent, withTexts } from './current-text'
import { withRows } from './import-state'
import { lateActions } from './late-actions'
import type { Machine } from './machine'
import { takeJournals } from './pending-edits'
import { createRegisterHistory } from './register-history'
import { createSaving, readJournals, type Saving } from './saving'
import { createStore, type Store } from './store'

/** The window's state and all that can be done with it. */
export interface AppModel {
  readonly machine: Machine
  readonly store: Store<AppState>
  readonly saving: Saving
  readonly open: OpenActions
  readonly imports: ImportActions
  readonly marks: MarkActions
  readonly writing: WritingActions
  readonly fields: FieldActions
  readonly reading: ReadingActions
  readonly documents: DocumentActions
  readonly history: HistoryActions
  readonly versions: VersionActions
  readonly anchors: AnchorActions
  readonly excerpts: ExcerptActions
  readonly review: ReviewActions
  readonly bundles: BundleActions
  readonly gold: GoldActions
  readonly agreement: AgreementActions
  readonly trail: TrailNotes & TrailActions
  readonly preferences: PreferenceActions
  readonly registers: RegisterActions
  readonly backups: BackupActions
  readonly bin: BinActions
  readonly reports: ReportActions
  readonly annotators: AnnotatorActions
  setAnnotator(name: string): Promise<boolean>
  /** The first steps: takes the name, gets to a workspace, and brings in the files of the command line. */
  begin(name: string, open: () => Promise<void>): Promise<void>
  setTheme(theme: Theme): Promise<void>
  dismissNotice(): void
  /** Goes on as a person of the workspace, or, with `null`, as none of those of the same name. */
  goOnAs(annotator: AnnotatorId | null): Promise<void>
  showProblem(problem: Problem): void
  /** Asks the machine who and what there is, and opens what was asked for on its command line. */
  start(): Promise<void>
}

export function createAppModel(machine: Machine, beforeClose: () => void): AppModel {
  const store = createStore<AppState>(initialState, followCurrent)
  const nextId = () => v7()
  const now = () => new Date()
  const saving = createSaving(store, {
    machine,
    now,
    nextId,
    setTimer: (callback, milliseconds) => setTimeout(callback, milliseconds),
    clearTimer: timer => clearTimeout(timer),
  })
  const fields = createFieldActions(store, saving, nextId)
  const notes = createTrailNotes(store)
  const open = createOpenActions(store, machine, saving, notes)
  const imports = createImportActions(store, machine, open)
  const preferences = createPreferenceActions(store, machine)
  const marks = createMarkActions(store, saving, fields, nextId)
  const writing = createWritingActions({ store, machine, saving, now })
  const history = createHistoryActions(store, saving)
  const anchors = createAnchorActions(store, saving)
  const versions = createVersionActions({ store, machine, saving, open, decide: anchors.open })
  const excerpts = createExcerptActions({ store, machine, saving, open, marks, notes, preferences, nextId, now })
  const backups = createBackupActions(store, machine, saving, open)
  // No start waits for what is done with colleagues' work.
  const review = lateActions<ReviewActions>(async () =>
    (await import('./actions/review-actions')).createReviewActions({ store, machine, saving, open, notes, nextId }),
  )
  const bundles = lateActions<BundleActions>(async () =>
    (await import('./actions/bundle-actions')).createBundleActions(store, machine, saving, review),
  )
  const agreement = lateActions<AgreementActions>(async () =>
    (await import('./actions/agreement-actions')).createAgreementActions({ store, machine, saving, open }),
  )
  const gold = lateActions<GoldActions>(async () =>
    (await import('./actions/gold-actions')).createGoldActions({ store, machine, saving, open }),
  )

  async function setAnnotator(name: string): Promise<boolean> {
    const answer = await machine.call('app.set-annotator', { name })
    store.set(state =>
      answer.ok ? { ...state, info: answer.value } : { ...state, notice: { tone: 'problem', problem: answer.error } },
    )
    return answer.ok
  }

  async function goOnAs(annotator: AnnotatorId | null): Promise<void> {
    store.set(state => ({ ...state, apart: state.workspace?.id }))
    if (annotator === null) return
    await saving.flush()
    const answer = await machine.call('app.act-as', { annotator })
    if (answer.ok) open.showWorkspace(answer.value.workspace, { info: answer.value.info })
    else store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
  }

  async function setTheme(theme: Theme): Promise<void> {
    const answer = await machine.call('app.set-theme', { theme })
    if (answer.ok) store.set(state => ({ ...state, info: answer.value }))
  }

  async function start(): Promise<void> {
    const dark = window.matchMedia('(prefers-color-scheme: dark)')
    store.set(state => ({ ...state, dark: dark.matches }))
    dark.addEventListener('change', () => store.set(state => ({ ...state, dark: dark.matches })))
    const answer = await machine.call('app.info', {})
    if (!answer.ok) return store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
    const info = answer.value
    if (info.annotator === undefined || info.workspace === undefined) return store.set(state => ({ ...state, info }))
    await open.openWorkspace(info.workspace, { info })
    await importNamed()
  }

  async function begin(name: string, getWorkspace: () => Promise<void>): Promise<void> {
    if (!(await setAnnotator(name))) return
    await getWorkspace()
    await importNamed()
  }

  async function importNamed(): Promise<void> {
    const files = store.get().info?.files ?? []
    if (files.length > 0 && store.get().workspace !== undefined) await imports.importFiles(files)
  }

  listen(machine, store, saving, imports, () => {
    beforeClose()
    return Promise.all([preferences.flush(), writing.flush()])
  })
  return {
    machine,
    store,
    saving,
    open,
    imports,
    fields,
    reading: createReadingActions(store, saving, nextId),
    documents: createDocumentActions(store, saving, open),
    marks,
    writing,
    history,
    versions,
    anchors,
    excerpts,
    review,
    bundles,
    gold,
    agreement,
    trail: { ...notes, ...createTrailActions({ store, notes, open, excerpts, marks }) },
    preferences,
    backups,
    bin: createBinActions(store, machine, saving, backups),
    reports: createReportActions(store, machine),
    annotators: createAnnotatorActions(store, saving),
    registers: createRegisterActions({ store, saving, history: createRegisterHistory(store, history), nextId }),
    setAnnotator,
    begin,
    goOnAs,
    setTheme,
    showProblem: problem => store.set(state => ({ ...state, notice: { tone: 'problem', problem } })),
    dismissNotice: () => store.set(state => ({ ...state, notice: undefined })),
    start,
  }
}

function listen(
  machine: Machine,
  store: Store<AppState>,
  saving: Saving,
  imports: ImportActions,
  beforeClose: () => Promise<unknown>,
): void {
  machine.subscribe('documents-changed', ({ documents }) =>
    store.set(state => ({ ...state, documents: withDocuments(state.documents, documents) })),
  )
  machine.subscribe('documents-read', ({ documents, order, reading, problem }) =>
    store.set(state => ({
      ...state,
      documents: inOrder(withDocuments(state.documents, documents), order),
      reading,
      ...(problem === undefined ? {} : { notice: { tone: 'problem', problem } }),
    })),
  )
  machine.subscribe('journals-changed', ({ journals }) =>
    store.set(state => {
      const loaded = readJournals(journals).filter(
        ({ scope }) => state.queue.acknowledged.scopes.has(scope) || !scope.startsWith('document:'),
      )
      return loaded.length === 0 ? state : { ...state, queue: takeJournals(state.queue, loaded) }
    }),
  )
  machine.subscribe('texts-changed', news => store.set(state => withTexts(state, news)))
  machine.subscribe('reports-changed', files =>
    store.set(state => {
      const known = new Set(state.copies.map(({ file }) => file))
      const isMore = files.reports.length > state.reports.length || files.damaged.length > state.damaged.length
      const isNews = isMore || files.copies.some(({ file }) => !known.has(file))
      return { ...state, ...files, ...(isNews ? { notice: { tone: 'info', files: true } } : {}) }
    }),
  )
  machine.subscribe('import-rows', ({ rows, whole }) =>
    store.set(state => {
      // What is told after the import has ended is late.
      if (state.importing?.running !== true) return state
      const importing = withRows(state.importing, rows, whole)
      return { ...state, importing, dialog: importing.rows.length > 1 ? 'import' : state.dialog }
    }),
  )
  machine.subscribe('backup-trouble', ({ problem }) =>
    store.set(state => ({ ...state, notice: { tone: 'info', text: backupTroubleWords(problem) } })),
  )
  machine.subscribe('open-files', ({ paths }) => void imports.importFiles(paths))
  machine.subscribe('window-state', ({ maximised }) => store.set(state => ({ ...state, maximised })))
  machine.subscribe('closing', () => {
    void Promise.all([beforeClose(), saving.flush()]).then(() => {
      const saved = store.get().queue.pending.length === 0 && store.get().save.is !== 'failed'
      return machine.call('app.ready-to-close', { saved })
    })
  })
}

/** The library with changed rows in their places and new ones at the end. */
function withDocuments(rows: readonly DocumentRow[], changed: readonly DocumentRow[]): readonly DocumentRow[] {
  const byId = new Map(changed.map(row => [row.id, row]))
  const known = new Set(rows.map(row => row.id))
  const kept = rows.map(row => byId.get(row.id) ?? row)
  return [...kept, ...changed.filter(row => !known.has(row.id))]
}

/** The rows of these documents in their order; without an order all as they are. */
function inOrder(rows: readonly DocumentRow[], order: readonly DocumentId[] | undefined): readonly DocumentRow[] {
  if (order === undefined) return rows
  const byId = new Map(rows.map(row => [row.id, row]))
  return order.flatMap(id => byId.get(id) ?? [])
}
