import { ok } from '../../model/result'
import type { ActOf } from '../edit'
import type { Context, Plan } from '../plan'
import { changeableEntry, statement } from './entry'

/** Shows a removed entry again. */
export function planRestoreEntry(context: Context, act: ActOf<'restore-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  return entry.ok ? ok([statement(act.register, entry.value, new Map([['deleted', null]]))]) : entry
}
