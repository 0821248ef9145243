import type { Act } from '../edit/edit'
import type { AnnotationId, DocumentId, ReviewId, RevisionHash } from '../model/ids'
import type { AdjudicationCase } from './adjudicate'
import { actOfAdoption } from './take-over'

/** Ids for what a decision makes: an annotation or a review. */
export interface DecisionIds {
  readonly annotation: AnnotationId
  readonly review: ReviewId
}

/** Where a decision is made. */
export interface DecisionPlace {
  readonly document: DocumentId
  readonly revision: RevisionHash
}

/**
 * The acts of a gold set that decide a case: a member taken over as it is, to be changed afterwards like any other
 * annotation, or nothing. They replace what was decided before about its members. None for a member that is not there.
 */
export function actsOfDecision(
  { document, revision }: DecisionPlace,
  { members, decision, earlier, state }: AdjudicationCase,
  choice: { readonly take: AnnotationId } | 'nothing',
  ids: DecisionIds,
): readonly Act[] {
  const replaced = state === 'decided' && decision !== undefined ? [...earlier, decision] : earlier
  const without = replaced.map(
    ({ by }): Act =>
      'annotation' in by
        ? { do: 'remove', document, annotation: by.annotation.id }
        : { do: 'withdraw', document, id: by.nothing },
  )
  if (choice === 'nothing') {
    const about = members.map(({ coded }) => coded.id)
    return [...without, { do: 'review', document, id: ids.review, about, decision: 'neither' }]
  }
  const taken = members.find(({ coded }) => coded.id === choice.take)?.coded
  const adopted = taken && actOfAdoption(document, taken.annotation, revision, ids.annotation)
  if (adopted?.do !== 'create') return []
  const keys = members.map(({ coded, seen }) => `${coded.id}/${seen}`)
  return [...without, { ...adopted, origin: { of: 'annotation', keys } }]
}
