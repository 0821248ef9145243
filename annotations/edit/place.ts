import type { Placement } from '../model/annotation'
import type { RevisionHash } from '../model/ids'
import type { Json } from '../model/json'
import { ok } from '../model/result'
import { describeSegments } from '../model/segments'
import type { ActOf } from './edit'
import { annotationWrite, type Context, knownRevision, ownAnnotation, type Plan } from './plan'

/** Draws an annotation anew in one revision: resize, add or drop a segment, set source or cue. All segments are given. */
export function planPlace(context: Context, act: ActOf<'place'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  const revision = knownRevision(context, act.revision)
  if (!revision.ok) return revision
  const segments = describeSegments(revision.value.text, act.segments)
  if (!segments.ok) return segments
  const placement = placementJson({ state: 'exact', via: 'hand', segments: segments.value })
  return ok([annotationWrite(act.document, act.annotation, new Map([[placementField(act.revision), placement]]))])
}

/** The field of an annotation that holds its placement in a revision. */
export function placementField(revision: RevisionHash): string {
  return `placements.${revision}`
}

/** A placement as it is stored. */
export function placementJson(placement: Placement): Json {
  const { state, segments, via, from, score, engine } = placement
  return {
    state,
    via,
    ...(from === undefined ? {} : { from }),
    ...(score === undefined ? {} : { score }),
    ...(engine === undefined ? {} : { engine }),
    ...(state === 'lost' || state === 'kept'
      ? {}
      : {
          segments: segments.map(({ part, start, end, exact, prefix, suffix }) => ({
            part,
            start,
            end,
            exact,
            prefix,
            suffix,
          })),
        }),
  }
}
