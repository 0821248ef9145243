import { ok, problem } from '../../model/result'
import type { ActOf } from '../edit'
import type { Context, Plan } from '../plan'
import { changeableEntry, registerEntry, statement } from './entry'

/**
 * Lists the entries that an entry was split into; each annotator then re-tags their own. An empty list takes it back.
 * Refused: a part that is unknown, of another type, named twice or the entry itself.
 */
export function planSplitEntry(context: Context, act: ActOf<'split-entry'>): Plan {
  const entry = changeableEntry(context, act.register, act.id)
  if (!entry.ok) return entry
  for (const part of act.parts) {
    const known = registerEntry(context, act.register, part)
    if (!known.ok) return known
    if (part === act.id) return problem('ring', { id: act.id })
    if (known.value.type !== entry.value.type) return problem('wrong-value', { field: 'parts' })
  }
  if (new Set(act.parts).size !== act.parts.length) return problem('wrong-value', { field: 'parts' })
  const splitInto = act.parts.length === 0 ? null : act.parts
  return ok([statement(act.register, entry.value, new Map([['splitInto', splitInto]]))])
}
