import { emptyScope } from '#annotations/changes/journal'
import { entriesOfEdit, undoStacks } from '#annotations/changes/undo'
import type { EditId } from '#annotations/model/ids'
import type { HistoryActions } from './actions/history-actions'
import { type AppState, undoScopes } from './app-state'
import { mainEntry } from './edit-words'
import type { Store } from './store'

export type DialogRegister = 'codebook' | 'speakers'

/** Undo and redo while a register's dialog is open. */
export interface RegisterHistory {
  /**
   * Takes back, or does again, what comes next, if it is about this register: nothing changes behind the dialog unseen.
   * The entry that it was about; `undefined` where nothing was done.
   */
  take(which: 'undo' | 'redo', register: DialogRegister): string | undefined
}

export function createRegisterHistory(store: Store<AppState>, history: HistoryActions): RegisterHistory {
  function take(which: 'undo' | 'redo', register: DialogRegister): string | undefined {
    const state = store.get()
    const edit = nextEdit(state, which)
    const scope = state.queue.current.scopes.get(register) ?? emptyScope
    const entries = edit === undefined ? [] : entriesOfEdit(scope, edit)
    const first = entries[0]
    if (edit === undefined || first === undefined) {
      const text = `There is nothing more to ${which} in the ${register === 'codebook' ? 'codebook' : 'list of speakers'}.`
      store.set(now => ({ ...now, announcement: { text } }))
      return undefined
    }
    const main = mainEntry(entries, edit) ?? first
    if (which === 'undo') history.undo()
    else history.redo()
    return store.get().queue === state.queue ? undefined : main.id
  }
  return { take }
}

/** The edit that undo or redo would take next; `undefined` where there is none. */
export function nextEdit(state: AppState, which: 'undo' | 'redo'): EditId | undefined {
  const by = state.info?.annotator?.id
  return by === undefined ? undefined : undoStacks(state.queue.current, by, undoScopes(state))[which].at(-1)
}
