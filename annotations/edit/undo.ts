import { type Entry, entryKey, ownTypes } from '../changes/entry'
import type { Scope } from '../changes/journal'
import { entriesOfEdit, undoOfEntry } from '../changes/undo'
import type { AnnotatorId, EditId } from '../model/ids'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import type { Context, Plan, Write } from './plan'

/**
 * Brings back what an edit replaced, in all the scopes given, in each field where that edit's value still stands.
 * What somebody set since stays. Refused: an edit that is not known here, one of which nothing is left, and one that
 * changed what only its author may change.
 */
export function planUndo(context: Context, act: ActOf<'undo'>): Plan {
  const writes: Write[] = []
  let known = false
  for (const key of act.scopes) {
    const scope = context.state.scopes.get(key)
    if (scope === undefined) continue
    for (const entry of entriesOfEdit(scope, act.edit)) {
      if (ownTypes.has(entry.type) && !isOwn(scope, context.by, entry, act.edit))
        return problem('not-mine', { id: entry.id })
      known = true
      const { set } = undoOfEntry(entry.changes, act.edit) ?? { set: new Map() }
      if (set.size > 0) writes.push({ scope: key, type: entry.type, id: entry.id, set, undoes: act.edit })
    }
  }
  if (!known) return problem('nothing-to-undo', { edit: act.edit })
  return writes.length === 0 ? problem('changed-since', { edit: act.edit }) : ok(writes)
}

function isOwn(scope: Scope, by: AnnotatorId, { type, id }: Entry, edit: EditId): boolean {
  const mine = scope.journals.get(by)?.entries.get(entryKey(type, id))
  return mine?.changes.some(change => change.edit === edit) === true
}
