import { documentScope } from '../changes/journal'
import { ok } from '../model/result'
import type { ActOf } from './edit'
import type { Context, Plan } from './plan'

/** Takes a document out of the library. Nothing is erased; everybody's annotations stay. */
export function planRemoveDocument(_context: Context, act: ActOf<'remove-document'>): Plan {
  return ok([{ scope: documentScope(act.document), type: 'fact', id: '', set: new Map([['deleted', true]]) }])
}
