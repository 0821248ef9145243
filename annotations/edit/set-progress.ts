import { documentScope } from '../changes/journal'
import { ok, problem } from '../model/result'
import type { ActOf } from './edit'
import { type Context, given, type Plan } from './plan'

/** The author's own progress in a document, and the paragraph up to which it is read (1 or more). */
export function planSetProgress(context: Context, act: ActOf<'set-progress'>): Plan {
  const { progress, readTo } = act
  if (progress !== undefined && progress !== null && !['not-started', 'in-work', 'done'].includes(progress)) {
    return problem('wrong-value', { field: 'progress' })
  }
  if (readTo !== undefined && readTo !== null && !(Number.isInteger(readTo) && readTo >= 1)) {
    return problem('wrong-value', { field: 'readTo' })
  }
  const set = given({ progress, readTo })
  return ok([{ scope: documentScope(act.document), type: 'progress', id: context.by, set }])
}
