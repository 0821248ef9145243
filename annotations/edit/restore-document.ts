import { documentScope } from '../changes/journal'
import { ok } from '../model/result'
import type { ActOf } from './edit'
import type { Context, Plan } from './plan'

/** Brings a removed document back into the library. */
export function planRestoreDocument(_context: Context, act: ActOf<'restore-document'>): Plan {
  return ok([{ scope: documentScope(act.document), type: 'fact', id: '', set: new Map([['deleted', null]]) }])
}
