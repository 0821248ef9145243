import { ok } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'

/** Removes an annotation: it stays in the file as a tombstone and can be restored. */
export function planRemove(context: Context, act: ActOf<'remove'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  return mine.ok ? ok([annotationWrite(act.document, act.annotation, new Map([['deleted', true]]))]) : mine
}
