import { ok, problem } from '../../model/result'
import type { ActOf } from '../edit'
import { type Context, given, type Plan } from '../plan'
import { changeableEntry, statement, wrongField } from './entry'

const guarded = new Set(['parent', 'redirect', 'splitInto', 'deleted'])

/** Sets fields of an entry: name, colour, definition, an alias. Refused: an empty name; pointers and removal, which have edits of their own. */
export function planChangeEntry(context: Context, act: ActOf<'change-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  if (!entry.ok) return entry
  const wrong = wrongField(act.fields, guarded)
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  return ok([statement(act.register, entry.value, given(act.fields))])
}
