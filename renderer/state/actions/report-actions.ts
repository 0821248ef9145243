import type { ScopeKey } from '#annotations/changes/journal'
import type { EditId } from '#annotations/model/ids'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Store } from '../store'

/** What a person does about files that were not as written. */
export interface ReportActions {
  /** Takes back edits that a file brought in; resolves when that is on disk, or told why not. */
  takeBack(scope: ScopeKey, edits: readonly EditId[]): Promise<void>
  /** Unites a second copy with the file that it belongs to; resolves when that is on disk, or told why not. */
  mergeCopy(file: string): Promise<void>
}

export function createReportActions(store: Store<AppState>, machine: Machine): ReportActions {
  return {
    async takeBack(scope, edits) {
      const answer = await machine.call('reports.take-back', { scope, edits: [...edits] })
      store.set(state =>
        answer.ok
          ? { ...state, reports: answer.value, announcement: { text: 'Taken back' } }
          : { ...state, notice: { tone: 'problem', problem: answer.error } },
      )
    },
    async mergeCopy(file) {
      const answer = await machine.call('reports.merge-copy', { file })
      if (!answer.ok) {
        store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
        return
      }
      const { keptAt, files } = answer.value
      const text = `Merged. The copy is kept in ${keptAt}.`
      store.set(state => ({ ...state, ...files, notice: { tone: 'info', text }, announcement: { text: 'Merged' } }))
    },
  }
}
