import { ok } from '../../model/result'
import type { ActOf } from '../edit'
import type { Context, Plan } from '../plan'
import { changeableEntry, statement } from './entry'

/** Hides an entry. Annotations keep its id, exports count them, restoring brings all back. */
export function planRemoveEntry(context: Context, act: ActOf<'remove-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  return entry.ok ? ok([statement(act.register, entry.value, new Map([['deleted', true]]))]) : entry
}
