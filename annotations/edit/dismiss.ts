import { documentScope } from '../changes/journal'
import { kinds } from '../model/annotation'
import { isId } from '../model/ids'
import { ok, problem } from '../model/result'
import { describeSegments } from '../model/segments'
import type { ActOf } from './edit'
import { type Context, given, knownRevision, type Plan, stated } from './plan'

/** Answers a suggestion with "no": it is not offered again at this place of this text. Refused: an id in use. */
export function planDismiss(context: Context, act: ActOf<'dismiss'>): Plan {
  if (!isId(act.id)) return problem('wrong-value', { field: 'id' })
  if (!kinds.includes(act.kind)) return problem('wrong-value', { field: 'kind' })
  if (stated(context, documentScope(act.document), 'dismissal', act.id) !== undefined) {
    return problem('known-id', { id: act.id })
  }
  const revision = knownRevision(context, act.revision)
  if (!revision.ok) return revision
  const segments = describeSegments(revision.value.text, act.segments)
  if (!segments.ok) return segments
  const set = given({
    revision: act.revision,
    kind: act.kind,
    segments: segments.value.map(({ part, start, end }) => ({ part, start, end })),
  })
  return ok([{ scope: documentScope(act.document), type: 'dismissal', id: act.id, set }])
}
