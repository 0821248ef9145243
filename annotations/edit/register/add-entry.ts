import { isId } from '../../model/ids'
import { ok, problem } from '../../model/result'
import type { ActOf } from '../edit'
import { type Context, given, type Plan } from '../plan'
import { checkFields, mayState, registerEntry, statement } from './entry'

const pointers = new Set(['redirect', 'splitInto', 'deleted'])

/**
 * A new entry of a register: a tag, a speaker, a claim type. Refused: an id in use, a name that is empty or has a control character, a field that
 * has an edit of its own. A parent may be given.
 */
export function planAddEntry(context: Context, act: ActOf<'add-entry'>): Plan {
  if (!isId(act.id)) return problem('wrong-value', { field: 'id' })
  if (!isId(act.type)) return problem('wrong-value', { field: 'type' })
  if (!mayState(context, act.register, act.id)) return problem('not-mine', { id: act.id })
  if (registerEntry(context, act.register, act.id).ok) return problem('known-id', { id: act.id })
  const checked = checkFields(act.register, act.fields, pointers)
  if (!checked.ok) return checked
  return ok([statement(act.register, act, given(act.fields))])
}
