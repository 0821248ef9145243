import { type Change, compareChanges } from '../changes/change'
import type { Entry } from '../changes/entry'
import type { Scope } from '../changes/journal'
import type { Annotation } from '../model/annotation'
import { type AnnotationId, type AnnotatorId, type EditId, isId, type ReviewId } from '../model/ids'
import { readAnnotation } from '../model/read-annotation'
import { readReviews } from '../model/review'

/** Why a gold set decided as it did. `all-agreed`: there was nothing to decide. */
export const goldReasons = ['ambiguous-text', 'guideline-gap', 'slip', 'all-agreed'] as const
export type GoldReason = (typeof goldReasons)[number]

/** What a gold set decided about a case: an annotation of its own, or that nothing belongs there. */
export interface GoldDecision {
  /** Annotations that it is about, each with the last change to its content that was seen. */
  readonly members: ReadonlyMap<AnnotationId, EditId>
  readonly by: { readonly annotation: Annotation } | { readonly nothing: ReviewId }
  /** The reason; other words where a person wrote some. */
  readonly why: string
}

/** The decisions of a gold set in a document that were not taken back, in their order. */
export function goldDecisions(scope: Scope, gold: AnnotatorId): readonly GoldDecision[] {
  const found: { readonly decision: GoldDecision; readonly begun: Change }[] = []
  for (const entry of scope.journals.get(gold)?.entries.values() ?? []) {
    const decision = entry.type === 'annotation' ? decisionOfAnnotation(entry) : undefined
    const [begun] = entry.changes
    if (decision !== undefined && begun !== undefined) found.push({ decision, begun })
  }
  for (const review of readReviews(scope)) {
    if (review.by !== gold || review.act !== 'neither' || review.withdrawn) continue
    const members = new Map(review.about.map(({ annotation, seen }) => [annotation, seen]))
    const decision = { members, by: { nothing: review.id }, why: review.begun.why ?? review.text }
    found.push({ decision, begun: review.begun })
  }
  return found.sort((a, b) => compareChanges(a.begun, b.begun)).map(({ decision }) => decision)
}

/** An annotation of the gold set that came from a case; one that its keeper made by hand is no decision. */
function decisionOfAnnotation(entry: Entry): GoldDecision | undefined {
  const annotation = readAnnotation(entry)
  if (annotation === undefined || annotation.deleted || annotation.origin?.of !== 'annotation') return undefined
  const members = new Map<AnnotationId, EditId>()
  for (const key of annotation.origin.keys) {
    const [id = '', seen = ''] = key.split('/')
    if (isId(id) && isId(seen)) members.set(id, seen)
  }
  return members.size === 0 ? undefined : { members, by: { annotation }, why: entry.changes[0]?.why ?? '' }
}
