import type { Field } from '../../changes/change'
import type { Entry } from '../../changes/entry'
import { emptyScope, type RegisterName } from '../../changes/journal'
import { uniteScope } from '../../changes/unite'
import { hasControls } from '../../model/entry-name'
import type { Json } from '../../model/json'
import { ok, problem, type Result } from '../../model/result'
import type { Refusal } from '../edit'
import type { Context, Write } from '../plan'

/** A register's entry by id, as everybody stated it; removed ones are found too. Refused: an id that nobody stated. */
export function registerEntry(
  context: Context,
  register: RegisterName | 'annotators',
  id: string,
): Result<Entry, Refusal> {
  for (const entry of uniteScope(context.state.scopes.get(register) ?? emptyScope).values()) {
    if (entry.id === id) return ok(entry)
  }
  return problem('unknown-entry', { register, id })
}

/** An entry that the author wants to change. Refused: an annotator's that is not the author's own. */
export function changeableEntry(
  context: Context,
  register: RegisterName | 'annotators',
  id: string,
): Result<Entry, Refusal> {
  return mayState(context, register, id) ? registerEntry(context, register, id) : problem('not-mine', { register, id })
}

/** True where the author may state something about an entry: everywhere, but of annotators only about themselves. */
export function mayState(context: Context, register: RegisterName | 'annotators', id: string): boolean {
  return register !== 'annotators' || id === context.by
}

/**
 * Whether fields may be set like this. `wrong-value`: one that is guarded, a name that is empty or no text;
 * `control-character`: a name that has one. What a profile calls its annotators is theirs.
 */
export function checkFields(
  register: RegisterName | 'annotators',
  fields: { readonly [field: Field]: Json },
  guarded: ReadonlySet<Field>,
): Result<void, Refusal> {
  const wrong = Object.keys(fields).find(field => guarded.has(field))
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  const { name } = fields
  if (name === undefined) return ok(undefined)
  if (typeof name !== 'string' || name.trim() === '') return problem('wrong-value', { field: 'name' })
  return register !== 'annotators' && hasControls(name)
    ? problem('control-character', { field: 'name' })
    : ok(undefined)
}

/** A statement about an entry. */
export function statement(
  register: RegisterName | 'annotators',
  entry: Pick<Entry, 'type' | 'id'>,
  set: ReadonlyMap<Field, Json>,
): Write {
  return { scope: register, type: entry.type, id: entry.id, set }
}
