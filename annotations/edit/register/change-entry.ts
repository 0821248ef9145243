import { ok } from '../../model/result'
import type { ActOf } from '../edit'
import { type Context, given, type Plan } from '../plan'
import { changeableEntry, checkFields, statement } from './entry'

const guarded = new Set(['parent', 'redirect', 'splitInto', 'deleted'])

/** Sets fields of an entry: name, colour, definition, an alias. Refused: a name that is empty or has a control character; pointers and removal, which have edits of their own. */
export function planChangeEntry(context: Context, act: ActOf<'change-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  if (!entry.ok) return entry
  const checked = checkFields(act.register, act.fields, guarded)
  if (!checked.ok) return checked
  return ok([statement(act.register, entry.value, given(act.fields))])
}
