import { emptyScope } from '../../changes/journal'
import { type Register, readRegister } from '../../changes/resolve'
import { ok, problem } from '../../model/result'
import type { ActOf } from '../edit'
import type { Context, Plan } from '../plan'
import { changeableEntry, registerEntry, statement } from './entry'

/**
 * Makes readers see another entry instead. No annotation is rewritten; undo parts the two again. An entry below the
 * one that is merged into it takes its place in the tree. Refused: another type, a ring.
 */
export function planMergeEntry(context: Context, act: ActOf<'merge-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  if (!entry.ok) return entry
  const into = registerEntry(context, act.register, act.into)
  if (!into.ok) return into
  if (into.value.type !== entry.value.type) return problem('wrong-value', { field: 'into' })
  const redirect = statement(act.register, entry.value, new Map([['redirect', act.into]]))
  const register = readRegister(context.state.scopes.get(act.register) ?? emptyScope)
  if (!hangsBelow(register, act.into, act.id)) return ok([redirect])
  const parent = register.entries.get(act.id)?.parent ?? null
  return ok([redirect, statement(act.register, into.value, new Map([['parent', parent]]))])
}

function hangsBelow({ entries }: Register, id: string, ancestor: string): boolean {
  let at = entries.get(id)?.parent
  while (at !== undefined && at !== ancestor) at = entries.get(at)?.parent
  return at !== undefined
}
