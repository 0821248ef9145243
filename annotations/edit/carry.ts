import type { Placement, PlainSegment } from '../model/annotation'
import type { AnnotationId, DocumentId, RevisionHash } from '../model/ids'
import { readAnnotation } from '../model/read-annotation'
import { ok, problem, type Result } from '../model/result'
import { describeSegments } from '../model/segments'
import type { ActOf, Refusal } from './edit'
import { placementField, placementJson } from './place'
import { annotationWrite, type Context, knownRevision, ownAnnotation, type Plan } from './plan'

/** The act that stores what `annotations/anchoring` computed for one's own annotation. Of a placement by carry. */
export function carryAct(
  document: DocumentId,
  annotation: AnnotationId,
  revision: RevisionHash,
  { state, segments, from, score, engine }: Placement,
): ActOf<'carry'> {
  return {
    do: 'carry',
    document,
    annotation,
    revision,
    state,
    segments: segments.map(({ part, start, end }) => ({ part, start, end })),
    from: from ?? '',
    ...(score === undefined ? {} : { score }),
    engine: engine ?? 0,
  }
}

/**
 * Stores where an annotation was carried to in a revision. Never over a placement that is there: then nothing is done,
 * whoever put it there. Only in an edit by the program (`auto`).
 */
export function planCarry(context: Context, act: ActOf<'carry'>): Plan {
  const mine = ownAnnotation(context, act.document, act.annotation)
  if (!mine.ok) return mine
  const [revision, from] = [knownRevision(context, act.revision), knownRevision(context, act.from)]
  if (!revision.ok) return revision
  if (!from.ok) return from
  const wrong = wrongInCarry(act)
  if (wrong !== undefined) return problem('wrong-value', { field: wrong })
  if (readAnnotation(mine.value)?.placements.has(act.revision) === true) return ok([])
  const segments = segmentsOf(revision.value.text, act)
  if (!segments.ok) return segments
  const { state, score, engine } = act
  const placement = placementJson({
    state,
    via: 'carry',
    from: act.from,
    segments: segments.value,
    ...(score === undefined ? {} : { score }),
    engine,
  })
  return ok([annotationWrite(act.document, act.annotation, new Map([[placementField(act.revision), placement]]))])
}

function wrongInCarry({ state, segments, from, revision, score, engine }: ActOf<'carry'>): string | undefined {
  if (!['exact', 'moved', 'undecided', 'lost', 'kept'].includes(state)) return 'state'
  if (from === revision) return 'from'
  if (!Number.isSafeInteger(engine) || engine < 0) return 'engine'
  if (score !== undefined && !(score >= 0 && score <= 1)) return 'score'
  return isPlaced(state) === segments.length > 0 ? undefined : 'segments'
}

function isPlaced(state: Placement['state']): boolean {
  return state !== 'lost' && state !== 'kept'
}

function segmentsOf(
  text: string,
  { state, segments }: { readonly state: Placement['state']; readonly segments: readonly PlainSegment[] },
): Result<Placement['segments'], Refusal> {
  return isPlaced(state) ? describeSegments(text, segments) : ok([])
}
