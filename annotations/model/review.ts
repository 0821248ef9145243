import { type Change, compareChanges, type Field } from '../changes/change'
import { type Entry, isDeleted, standingValue } from '../changes/entry'
import type { Scope } from '../changes/journal'
import type { AnnotationId, AnnotatorId, EditId, Instant, ReviewId } from './ids'
import { isJsonObject, type Json } from './json'

/** What a reviewer says about annotations. `neither`: nothing belongs here. */
export const decisions = ['agree', 'dispute', 'reject', 'neither', 'propose'] as const
export type Decision = (typeof decisions)[number]

export const reviewActs = [...decisions, 'reply', 'resolve', 'reopen'] as const
export type ReviewAct = (typeof reviewActs)[number]

/** An annotation that a review is about, and the last change to its content that the reviewer saw. */
export interface Seen {
  readonly annotation: AnnotationId
  readonly seen: EditId
}

/** One decision or word about annotations; it stands in the reviewer's own file of the document. */
export interface Review {
  readonly id: ReviewId
  readonly by: AnnotatorId
  /** At least one. */
  readonly about: readonly Seen[]
  readonly act: ReviewAct
  readonly text: string
  readonly replyTo?: ReviewId
  /** Fields of the annotation as they are proposed; `null` takes a field away. */
  readonly proposal?: ReadonlyMap<Field, Json>
  /** Taken back by its author. */
  readonly withdrawn: boolean
  /** When it was made, for people. */
  readonly at: Instant
  /** The change that made it, which gives its place in the order. */
  readonly begun: Change
}

const known = new WeakMap<Scope, readonly Review[]>()

/** All reviews in a document in their order, withdrawn ones too. Cached by the identity of the scope. */
export function readReviews(scope: Scope): readonly Review[] {
  const cached = known.get(scope)
  if (cached !== undefined) return cached
  const reviews: Review[] = []
  for (const [annotator, { entries }] of scope.journals) {
    for (const entry of entries.values()) {
      const review = entry.type === 'review' ? readReview(entry, annotator) : undefined
      if (review !== undefined) reviews.push(review)
    }
  }
  reviews.sort((a, b) => compareChanges(a.begun, b.begun) || (a.id < b.id ? -1 : 1))
  known.set(scope, reviews)
  return reviews
}

/** A review as its changes add up; `undefined` for one that says nothing or whose making was undone. */
export function readReview(entry: Entry, by: AnnotatorId): Review | undefined {
  const stated = standingValue(entry, 'act')
  const act = reviewActs.find(word => word === stated)
  const about = readSeen(standingValue(entry, 'about') ?? null)
  const [begun] = entry.changes
  if (act === undefined || about.length === 0 || begun === undefined) return undefined
  const text = standingValue(entry, 'text')
  const replyTo = standingValue(entry, 'replyTo')
  const proposal = standingValue(entry, 'proposal')
  return {
    id: entry.id,
    by,
    about,
    act,
    text: typeof text === 'string' ? text : '',
    ...(typeof replyTo === 'string' ? { replyTo } : {}),
    ...(isJsonObject(proposal) ? { proposal: new Map(Object.entries(proposal)) } : {}),
    withdrawn: isDeleted(entry),
    at: begun.at,
    begun,
  }
}

function readSeen(value: Json): readonly Seen[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((member: Json) => {
    if (!isJsonObject(member)) return []
    const { annotation, seen } = member
    return typeof annotation === 'string' && typeof seen === 'string' ? [{ annotation, seen }] : []
  })
}
