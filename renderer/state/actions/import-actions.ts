import type { Problem } from '#annotations/model/result'
import type { Answer, ImportRow } from '#app/contract/values'
import type { AppState, ImportState } from '../app-state'
import { begunImport, endedImport } from '../import-state'
import type { Machine } from '../machine'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'

/** What brings files in. */
export interface ImportActions {
  /** Without paths a dialog asks for files. Opens the first document that came in. */
  importFiles(paths?: readonly string[]): Promise<void>
  /** Makes a document of what was copied, in whatever program, and opens it. */
  pasteDocument(): Promise<void>
  /** Reads the files of rows again, text files in an encoding where one is chosen. */
  retry(rows: readonly number[], encoding?: string): Promise<void>
  /** Reads more files into the batch that is shown. */
  importMore(paths: readonly string[]): Promise<void>
  cancel(): void
}

type Ask = () => Promise<Answer<readonly ImportRow[]>>

export function createImportActions(
  store: Store<AppState>,
  machine: Machine,
  open: Pick<OpenActions, 'openDocument'>,
): ImportActions {
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  const isRunning = () => store.get().importing?.running === true

  async function importFiles(paths?: readonly string[]): Promise<void> {
    const ask = () => machine.call('documents.import', paths === undefined ? {} : { paths: [...paths] })
    return begin(ask, paths !== undefined)
  }

  /** `shown`: that files are read is said before any of them is. */
  async function begin(ask: Ask, shown: boolean): Promise<void> {
    if (isRunning()) return
    const importing = begunImport(undefined, [])
    store.set(state => ({ ...state, importing, dialog: shown ? 'import' : state.dialog }))
    const ended = await run(importing, ask)
    const [only] = ended?.rows ?? []
    const plain =
      ended?.rows.length === 1 &&
      only?.state === 'imported' &&
      only.warnings === undefined &&
      only.similar === undefined
    const nothing = ended === undefined || ended.rows.length === 0
    store.set(state => ({
      ...state,
      importing: plain || nothing ? undefined : ended,
      dialog: plain || nothing ? undefined : 'import',
    }))
    const documents = ended?.rows.flatMap(row =>
      'document' in row && row.document !== undefined ? [row.document] : [],
    )
    if (documents?.[0] !== undefined) await open.openDocument(documents[0])
  }

  async function again(places: readonly number[], paths: readonly string[], encoding?: string): Promise<void> {
    if (isRunning() || paths.length === 0) return
    const importing = begunImport(store.get().importing, places)
    store.set(state => ({ ...state, importing, dialog: 'import' }))
    const request = { paths: [...paths], ...(encoding === undefined ? {} : { encoding }) }
    const ended = await run(importing, () => machine.call('documents.import', request))
    store.set(state => ({ ...state, importing: ended }))
  }

  /** The state that the import ends in; `undefined` where nothing could be read at all. */
  async function run(begun: ImportState, ask: Ask): Promise<ImportState | undefined> {
    const answer = await ask()
    if (answer.ok) return endedImport(store.get().importing ?? begun, answer.value)
    fail(answer.error)
    return undefined
  }

  return {
    importFiles,
    pasteDocument: () => begin(() => machine.call('documents.paste', {}), false),
    retry: (rows, encoding) => {
      const batch = store.get().importing?.rows ?? []
      return again(
        rows,
        rows.flatMap(at => batch[at]?.path ?? []),
        encoding,
      )
    },
    importMore: paths => again([], paths),
    cancel: () => void machine.call('documents.cancel-import', {}),
  }
}
