import type { Change, Field } from '../changes/change'
import { sumChanges } from '../changes/entry'
import type { Json } from '../model/json'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'

/**
 * Brings a removed annotation back; with `to`, every field as it stood after that edit of its history. A placement in
 * a revision where it had none then stays. Refused: an edit that is not in its history, or before its creation.
 */
export function planRestore(context: Context, act: ActOf<'restore'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  const set = new Map<Field, Json>([['deleted', null]])
  if (act.to !== undefined) {
    const until = mine.value.changes.findIndex(change => change.edit === act.to)
    if (until < 0) return problem('wrong-value', { field: 'to' })
    const then = stateAfter(mine.value.changes, until)
    if ((then.get('kind') ?? null) === null) return problem('wrong-value', { field: 'to' })
    for (const [field, value] of then) {
      const laterPlace = value === null && field.startsWith('placements.')
      if (field !== 'deleted' && !laterPlace) set.set(field, value)
    }
  }
  return ok([annotationWrite(act.document, act.annotation, set)])
}

/** Every field that was ever set, with the value that stood after the change at `index`; `null` where none did. */
function stateAfter(changes: readonly Change[], index: number): Map<Field, Json> {
  const then = sumChanges(changes.slice(0, index + 1))
  const fields = new Map<Field, Json>()
  for (const field of sumChanges(changes).keys()) fields.set(field, then.get(field)?.value ?? null)
  return fields
}
