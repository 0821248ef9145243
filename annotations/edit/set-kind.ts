import type { Field } from '../changes/change'
import { sumChanges } from '../changes/entry'
import { kinds } from '../model/annotation'
import type { Json } from '../model/json'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, codebookRev, ownAnnotation, type Plan } from './plan'

/** Makes the annotation another kind. The fields of the former kind are cleared; undo returns them. */
export function planSetKind(context: Context, act: ActOf<'set-kind'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  if (!kinds.includes(act.kind)) return problem('wrong-value', { field: 'kind' })
  const fields = sumChanges(mine.value.changes)
  const standing = fields.get('kind')
  if (standing?.value === act.kind && standing.clash === undefined) return ok([])
  const set = new Map<Field, Json>([
    ['kind', act.kind],
    ['codebook', codebookRev(context)],
  ])
  for (const [field, state] of fields) {
    const of = field.split('.')[0]
    if ((of === 'quote' || of === 'claim') && of !== act.kind && state.value !== null) set.set(field, null)
  }
  if (act.kind === 'quote' && standing?.value !== 'quote') set.set('quote.type', 'direct')
  return ok([annotationWrite(act.document, act.annotation, set)])
}
