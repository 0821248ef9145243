import { ok } from '../model/result'
import type { ActOf } from './edit'
import { annotationWrite, type Context, ownAnnotation, type Plan } from './plan'

/** Sets the note text; an empty one is absent. */
export function planSetNote(context: Context, act: ActOf<'set-note'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  return ok([annotationWrite(act.document, act.annotation, new Map([['note', act.note === '' ? null : act.note]]))])
}
