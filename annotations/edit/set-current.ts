import { documentScope } from '../changes/journal'
import { ok } from '../model/result'
import type { ActOf } from './edit'
import { type Context, given, knownRevision, type Plan } from './plan'

/** States which text of a release is current. */
export function planSetCurrent(context: Context, { document, revision }: ActOf<'set-current'>): Plan {
  const known = knownRevision(context, revision)
  if (!known.ok) return known
  return ok([{ scope: documentScope(document), type: 'fact', id: '', set: given({ current: revision }) }])
}
