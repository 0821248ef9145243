import { readAnnotation } from '../model/read-annotation'
import { ok, problem } from '../model/result'
import { describeSegments } from '../model/segments'
import type { ActOf } from './edit'
import { placementField, placementJson } from './place'
import { annotationWrite, type Context, knownRevision, ownAnnotation, type Plan } from './plan'

/**
 * A person's decision on where an annotation stands in a revision: at these segments (without any: where it was
 * carried to), kept on its earlier text, or lost.
 */
export function planDecideAnchor(context: Context, act: ActOf<'decide-anchor'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  const revision = knownRevision(context, act.revision)
  if (!revision.ok) return revision
  if (!['accept', 'keep', 'lost'].includes(act.decision)) return problem('wrong-value', { field: 'decision' })
  const field = placementField(act.revision)
  if (act.decision !== 'accept') {
    const state = act.decision === 'keep' ? 'kept' : 'lost'
    const placement = placementJson({ state, via: 'hand', segments: [] })
    return ok([annotationWrite(act.document, act.annotation, new Map([[field, placement]]))])
  }
  const carried = readAnnotation(mine.value)?.placements.get(act.revision)?.segments
  const segments = describeSegments(revision.value.text, act.segments ?? carried ?? [])
  if (!segments.ok) return segments
  const placement = placementJson({ state: 'exact', via: 'hand', segments: segments.value })
  return ok([annotationWrite(act.document, act.annotation, new Map([[field, placement]]))])
}
