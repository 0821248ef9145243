import type { DocumentId } from '#annotations/model/ids'
import type {
  BackupsPayload,
  MadeAnswer,
  PurgePlan,
  RestoreAnswer,
  RestoredCopy,
  RestorePreview,
} from '#app/contract/backup-values'
import type { Answer } from '#app/contract/values'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'

/** What is asked of the machine about backups. Everything that is typed is on the disk before. */
export interface BackupActions {
  list(): Promise<Answer<BackupsPayload>>
  make(): Promise<Answer<MadeAnswer>>
  preview(id: string): Promise<Answer<RestorePreview>>
  /** `null` where the person chose no folder. */
  copy(id: string): Promise<Answer<RestoredCopy | null>>
  /** Brings a backup back and shows the workspace anew. Answers with the id of the backup made before, if one was. */
  restore(id: string): Promise<Answer<string | undefined>>
  /** What emptying the bin would erase. */
  purgeable(): Promise<Answer<PurgePlan>>
  /** Erases removed documents after a backup, and shows the workspace anew. */
  purge(documents: readonly DocumentId[]): Promise<Answer<string | undefined>>
}

export function createBackupActions(
  store: Store<AppState>,
  machine: Machine,
  saving: Saving,
  open: Pick<OpenActions, 'showWorkspace' | 'openDocument'>,
): BackupActions {
  return {
    list: () => machine.call('backups.list', {}),
    async make() {
      await saving.flush()
      return machine.call('backups.create', {})
    },
    async preview(id) {
      await saving.flush()
      return machine.call('backups.preview', { id })
    },
    copy: id => machine.call('backups.restore-copy', { id }),
    async restore(id) {
      return anew(() => machine.call('backups.restore', { id }))
    },
    async purgeable() {
      await saving.flush()
      return machine.call('documents.purgeable', {})
    },
    async purge(documents) {
      return anew(() => machine.call('documents.purge', { documents: [...documents] }))
    },
  }

  /**
   * Asks for something after which the workspace is another, and shows it, with the same document open if it is there. What
   * is not saved would be lost, so then nothing is asked; meanwhile nothing can be edited.
   */
  async function anew(ask: () => Promise<Answer<RestoreAnswer>>): Promise<Answer<string | undefined>> {
    if (store.get().opening) return { ok: false, error: { code: 'opening' } }
    store.set(state => ({ ...state, opening: true }))
    await saving.flush()
    const { save } = store.get()
    const answer: Answer<RestoreAnswer> = save.is === 'failed' ? { ok: false, error: save.problem } : await ask()
    store.set(state => ({ ...state, opening: false }))
    if (!answer.ok) return answer
    const { document, dialog } = store.get()
    const { workspace, before } = answer.value
    open.showWorkspace(workspace)
    store.set(state => ({ ...state, dialog }))
    if (document !== undefined && workspace.documents.some(({ id }) => id === document.id)) {
      await open.openDocument(document.id)
    }
    return { ok: true, value: before }
  }
}
