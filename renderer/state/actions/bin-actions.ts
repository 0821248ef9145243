import type { DocumentId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { AppState } from '../app-state'
import type { LibraryQuestion } from '../library-question'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { BackupActions } from './backup-actions'

/** The questions of the library. They stand until they are answered, whether the library is shown or not. */
export interface BinActions {
  /** Asks whether to remove a document, saying whose annotations it holds. */
  askToRemove(document: DocumentId): Promise<void>
  /** Shows the removed documents. */
  showBin(): void
  /** Asks whether to erase the removed documents, saying which can be. */
  askToEmpty(): Promise<void>
  /** Erases those that were shown by the question. */
  empty(): Promise<void>
  /** Takes the question back; not while something is being erased. */
  close(): void
}

export function createBinActions(
  store: Store<AppState>,
  machine: Machine,
  saving: Saving,
  backups: Pick<BackupActions, 'purgeable' | 'purge'>,
): BinActions {
  const ask = (question: LibraryQuestion | undefined) => store.set(state => ({ ...state, question }))
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  return {
    async askToRemove(document) {
      await saving.flush()
      const holders = await machine.call('document.holders', { document })
      ask({ asks: 'remove', document, holders: holders.ok ? holders.value : [] })
    },
    showBin: () => ask({ asks: 'bin' }),
    async askToEmpty() {
      const plan = await backups.purgeable()
      ask(plan.ok ? { asks: 'empty', plan: plan.value, busy: false } : undefined)
      if (!plan.ok) fail(plan.error)
    },
    async empty() {
      const { question } = store.get()
      if (question?.asks !== 'empty' || question.busy) return
      ask({ ...question, busy: true })
      const done = await backups.purge(question.plan.erase.map(({ document }) => document))
      ask(undefined)
      if (!done.ok) fail(done.error)
    },
    close() {
      const { question } = store.get()
      if (question?.asks !== 'empty' || !question.busy) ask(undefined)
    },
  }
}
