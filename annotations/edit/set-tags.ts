import type { Field } from '../changes/change'
import { sumChanges } from '../changes/entry'
import { isId } from '../model/ids'
import { type Json, sameJson } from '../model/json'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, codebookRev, ownAnnotation, type Plan } from './plan'

/** Adds tags to an annotation and takes others off; each tag is a field of its own, so two machines merge tag by tag. */
export function planSetTags(context: Context, act: ActOf<'set-tags'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  if ([...(act.add ?? []), ...(act.drop ?? [])].some(tag => !isId(tag)))
    return problem('wrong-value', { field: 'tags' })
  const fields = sumChanges(mine.value.changes)
  const set = new Map<Field, Json>()
  for (const tag of act.add ?? []) set.set(`tags.${tag}`, true)
  for (const tag of act.drop ?? []) set.set(`tags.${tag}`, null)
  const stands = [...set].every(([field, value]) => {
    const standing = fields.get(field)
    return sameJson(standing?.value ?? null, value) && standing?.clash === undefined
  })
  if (stands) return ok([])
  set.set('codebook', codebookRev(context))
  return ok([annotationWrite(act.document, act.annotation, set)])
}
