import { entryKey } from '../changes/entry'
import type { Scope } from '../changes/journal'
import { uniteScope } from '../changes/unite'
import type { AuthorStatus } from '../model/annotation'
import type { AnnotationId, ReviewId } from '../model/ids'
import { type Decision, decisions, type Review, readReviews } from '../model/review'
import { contentStands } from './content'

/** A review as it stands among the others about an annotation. */
export interface ThreadedReview extends Review {
  /** The content that it saw stands. */
  readonly counts: boolean
  /** Settled by a `resolve` that no `reopen` took back. */
  readonly resolved: boolean
}

/** The reviews about one annotation in order, without withdrawn ones. */
export type Thread = readonly ThreadedReview[]

const cache = new WeakMap<Scope, ReadonlyMap<AnnotationId, Thread>>()

/** The threads of a document by annotation. Cached by the identity of the scope. */
export function readThreads(scope: Scope): ReadonlyMap<AnnotationId, Thread> {
  const known = cache.get(scope)
  if (known !== undefined) return known
  const about = new Map<AnnotationId, Review[]>()
  for (const review of readReviews(scope)) {
    if (review.withdrawn) continue
    for (const annotation of new Set(review.about.map(seen => seen.annotation))) {
      about.set(annotation, [...(about.get(annotation) ?? []), review])
    }
  }
  const threads = new Map([...about].map(([annotation, reviews]) => [annotation, thread(scope, annotation, reviews)]))
  cache.set(scope, threads)
  return threads
}

function thread(scope: Scope, annotation: AnnotationId, reviews: readonly Review[]): Thread {
  const entry = uniteScope(scope).get(entryKey('annotation', annotation))
  const resolved = resolvedIn(reviews)
  return reviews.map(review => ({
    ...review,
    counts:
      entry !== undefined &&
      review.about.some(seen => seen.annotation === annotation && contentStands(entry, seen.seen)),
    resolved: resolved.has(review.id),
  }))
}

/** `resolve` and `reopen` apply in order, to the decision they answer or, answering none, to all before them. */
function resolvedIn(reviews: readonly Review[]): ReadonlySet<ReviewId> {
  const resolved = new Set<ReviewId>()
  const before: ReviewId[] = []
  for (const { id, act, replyTo } of reviews) {
    if (isDecision(act)) before.push(id)
    if (act !== 'resolve' && act !== 'reopen') continue
    for (const settled of before) {
      if (replyTo !== undefined && settled !== replyTo) continue
      if (act === 'resolve') resolved.add(settled)
      else resolved.delete(settled)
    }
  }
  return resolved
}

export function isDecision(act: Review['act']): act is Decision {
  return decisions.some(decision => decision === act)
}

/** A decision that waits for an answer: it counts and is not resolved. */
export function isOpen(review: ThreadedReview): boolean {
  return isDecision(review.act) && review.act !== 'agree' && review.counts && !review.resolved
}

export type ShownStatus = 'rejected' | 'disputed' | 'agreed' | 'resolved' | AuthorStatus

/**
 * An annotation's status as shown, and the review that gives it, the latest of several. The first that applies: rejected
 * (an open reject or neither), disputed (an open dispute), agreed (an agree that counts), resolved (something was
 * settled and nothing is open), the author's word.
 */
export function shownStatus(
  author: AuthorStatus,
  reviews: Thread = [],
): { readonly status: ShownStatus; readonly review?: ThreadedReview } {
  const latest = (is: (review: ThreadedReview) => boolean) => [...reviews].reverse().find(is)
  const rejected = latest(review => isOpen(review) && (review.act === 'reject' || review.act === 'neither'))
  if (rejected !== undefined) return { status: 'rejected', review: rejected }
  const disputed = latest(review => isOpen(review) && review.act === 'dispute')
  if (disputed !== undefined) return { status: 'disputed', review: disputed }
  const agreed = latest(review => review.act === 'agree' && review.counts)
  if (agreed !== undefined) return { status: 'agreed', review: agreed }
  const settled = latest(review => review.act !== 'agree' && review.resolved)
  if (settled === undefined || reviews.some(isOpen)) return { status: author }
  return { status: 'resolved', review: latest(review => review.act === 'resolve') ?? settled }
}
