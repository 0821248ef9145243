import { ok, problem } from '../../model/result'
import type { ActOf } from '../edit'
import { type Context, given, type Plan } from '../plan'
import { changeableEntry, registerEntry, statement } from './entry'

/** Hangs an entry under another (`null`: at the top), at a fraction between its neighbours' orders. Refused: a ring. */
export function planMoveEntry(context: Context, act: ActOf<'move-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  if (!entry.ok) return entry
  if (act.parent !== null) {
    const parent = registerEntry(context, act.register, act.parent)
    if (!parent.ok) return parent
    if (parent.value.type !== entry.value.type) return problem('wrong-value', { field: 'parent' })
  }
  return ok([statement(act.register, entry.value, given({ parent: act.parent, order: act.order }))])
}
