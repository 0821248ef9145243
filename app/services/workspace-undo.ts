import type { ScopeKey } from '#annotations/changes/journal'
import { undoStacks } from '#annotations/changes/undo'
import type { Act, Edit } from '#annotations/edit/edit'
import type { AnnotatorId, EditId } from '#annotations/model/ids'
import type { WorkspaceSession } from './workspace-session'

/** The edit that undo or redo would take next, of all that the annotator did anywhere in the workspace. */
export function nextToUndo(session: WorkspaceSession, by: AnnotatorId, which: 'undo' | 'redo'): EditId | undefined {
  const state = session.state()
  return undoStacks(
    state,
    by,
    [...state.scopes.keys()].filter(scope => scope !== 'annotators'),
  )[which].at(-1)
}

/** All scopes in which an edit of an annotator made a change. */
export function scopesOfEdit(session: WorkspaceSession, by: AnnotatorId, edit: EditId): ScopeKey[] {
  return [...session.state().scopes].flatMap(([scope, { journals }]) => {
    for (const entry of journals.get(by)?.entries.values() ?? []) {
      if (entry.changes.some(change => change.edit === edit)) return [scope]
    }
    return []
  })
}

/**
 * An edit as it came, but one that takes an edit back does so wherever that edit made a change: a window names the
 * scopes that it has loaded, and an edit of many documents must not be taken back by half.
 */
export function withAllScopes(session: WorkspaceSession, edit: Edit): Edit {
  const acts = edit.acts.map((act): Act => {
    if (act.do !== 'undo') return act
    return { ...act, scopes: [...new Set([...act.scopes, ...scopesOfEdit(session, edit.by, act.edit)])] }
  })
  return acts.some(act => act.do === 'undo') ? { ...edit, acts } : edit
}
