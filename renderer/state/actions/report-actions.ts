import type { ScopeKey } from '#annotations/changes/journal'
import type { EditId } from '#annotations/model/ids'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Store } from '../store'

/** What a person does about files that were not as written. */
export interface ReportActions {
  /** Takes back edits that a file brought in; resolves when that is on disk, or told why not. */
  takeBack(scope: ScopeKey, edits: readonly EditId[]): Promise<void>
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
  }
}
