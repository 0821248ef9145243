import { documentScope, emptyScope } from '#annotations/changes/journal'
import type { Annotation, Placement } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId, DocumentId, EditId, RevisionHash } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { Carrying, CarryOptions } from '#app/ports/carrying'
import { type Authored, annotationsIn } from './document-row'
import type { WorkspaceSession } from './workspace-session'

/** Where an annotation was carried to; it holds as long as the annotation has not changed. */
export interface CarriedPlace {
  readonly author: AnnotatorId
  /** The last change to the annotation when it was carried. */
  readonly edit: EditId
  readonly placement: Placement
}

export type CarriedPlaces = ReadonlyMap<AnnotationId, CarriedPlace>

const noPlaces: CarriedPlaces = new Map()

interface Known {
  readonly target: RevisionHash
  readonly places: CarriedPlaces
}

const known = new WeakMap<WorkspaceSession, Map<DocumentId, Known>>()

/**
 * The places, in a text of a document, of all annotations of all annotators that have none stored there. What is among
 * `before` and still holds is not computed again.
 */
export async function carryAll(
  session: WorkspaceSession,
  carrying: Carrying,
  document: DocumentId,
  target: Revision,
  { before = noPlaces, ...options }: CarryOptions & { readonly before?: CarriedPlaces } = {},
): Promise<Result<CarriedPlaces, Problem>> {
  const release = session.release(document)
  if (release === undefined) return problem('unknown-document', { document })
  const without = annotationsOf(session, document).filter(({ annotation }) => !annotation.placements.has(target.id))
  const places = new Map<AnnotationId, CarriedPlace>()
  for (const { annotation } of without) {
    const place = before.get(annotation.id)
    if (place?.edit === annotation.edit) places.set(annotation.id, place)
  }
  const left = without.filter(({ annotation }) => !places.has(annotation.id))
  if (left.length === 0) return ok(places)
  const revisions = new Map(release.revisions).set(target.id, target)
  const annotations = left.map(({ annotation: { id, placements, deleted } }) => ({ id, placements, deleted }))
  const carried = await carrying.carry({ revisions, target: target.id, annotations }, options)
  if (!carried.ok) return carried
  for (const { author, annotation } of left) {
    const placement = carried.value.get(annotation.id)
    if (placement !== undefined) places.set(annotation.id, { author, edit: annotation.edit, placement })
  }
  return ok(places)
}

/** Keeps places in the current text, so that they need not be computed again as long as they hold. */
export function rememberPlaces(
  session: WorkspaceSession,
  document: DocumentId,
  target: RevisionHash,
  places: CarriedPlaces,
): void {
  const documents = known.get(session) ?? new Map<DocumentId, Known>()
  known.set(session, documents)
  documents.set(document, { target, places })
}

/** The places in a text that are remembered; some may not hold any more, which `withPlace` sees. */
export function rememberedPlaces(session: WorkspaceSession, document: DocumentId, target: RevisionHash): CarriedPlaces {
  const found = known.get(session)?.get(document)
  return found?.target === target ? found.places : noPlaces
}

/** The annotation with the place that it was carried to in a text, where it has none of its own there. */
export function withPlace<Some extends Annotation>(
  annotation: Some,
  target: RevisionHash,
  places: CarriedPlaces,
): Some {
  const place = places.get(annotation.id)
  if (place?.edit !== annotation.edit || annotation.placements.has(target)) return annotation
  return { ...annotation, placements: new Map(annotation.placements).set(target, place.placement) }
}

/** All annotations of a document that are not removed. */
export function annotationsOf(session: WorkspaceSession, document: DocumentId): readonly Authored[] {
  return annotationsIn(session.state().scopes.get(documentScope(document)) ?? emptyScope)
}
