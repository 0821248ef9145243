import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'

/** The author's word on an annotation: draft or submitted. What reviews make of it is computed, not set. */
export function planSetStatus(context: Context, act: ActOf<'set-status'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  if (act.status !== 'draft' && act.status !== 'submitted') return problem('wrong-value', { field: 'status' })
  return ok([annotationWrite(act.document, act.annotation, new Map([['status', act.status]]))])
}
