import { documentOf, type ScopeKey } from '#annotations/changes/journal'
import { entriesEditedIn, undoStacks } from '#annotations/changes/undo'
import { targetOf } from '#annotations/model/annotation'
import type { AnnotationId, EditId } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import { type AppState, undoScopes } from '../app-state'
import { type Told, toldOf } from '../edit-words'
import type { Saving } from '../saving'
import type { Store } from '../store'

/** Takes back and does again, and goes to the place. */
export interface HistoryActions {
  undo(): void
  redo(): void
}

export function createHistoryActions(store: Store<AppState>, saving: Saving): HistoryActions {
  function take(which: 'undo' | 'redo'): void {
    const state = store.get()
    const by = state.info?.annotator?.id
    if (by === undefined || state.workspace === undefined) return
    const scopes = undoScopes(state)
    const stack = undoStacks(state.queue.current, by, scopes)[which]
    const edit = stack[stack.length - 1]
    if (edit === undefined) return store.set(now => ({ ...now, ...toldOf(now, null, which) }))
    const places = scopes.filter(scope => touches(state, scope, edit))
    const told = toldOf(state, edit, which)
    if (saving.dispatch([{ do: 'undo', edit, scopes: places }])) store.set(now => goTo(now, edit, told))
  }
  return { undo: () => take('undo'), redo: () => take('redo') }
}

function touches(state: AppState, scope: ScopeKey, edit: EditId): boolean {
  for (const journal of state.queue.current.scopes.get(scope)?.journals.values() ?? []) {
    for (const _ of entriesEditedIn(journal, edit)) return true
  }
  return false
}

/** Where annotations are decided on, the one that was undone is looked at again. */
function looking(state: AppState, at: AnnotationId): AppState {
  const { deciding } = state
  return state.view !== 'changed' || deciding === undefined ? state : { ...state, deciding: { ...deciding, at } }
}

/** Shows the annotation that an undone edit was about, where it is in the open document, and says what was done. */
function goTo(state: AppState, edit: EditId, said: Told): AppState {
  const document = state.document
  const scope = [...state.queue.current.scopes].find(
    ([key]) => document !== undefined && documentOf(key) === document.id,
  )?.[1]
  for (const journal of scope?.journals.values() ?? []) {
    for (const entry of entriesEditedIn(journal, edit)) {
      if (entry.type !== 'annotation') continue
      const annotation = readAnnotation(entry)
      const first = targetOf(annotation?.placements.get(document?.revision ?? ''))[0]
      if (annotation === undefined || annotation.deleted || first === undefined)
        return { ...looking(state, entry.id), active: null, ...said }
      return { ...looking(state, entry.id), active: annotation.id, reveal: { range: first }, ...said }
    }
  }
  return { ...state, ...said }
}
