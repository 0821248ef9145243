import type { Field } from '../changes/change'
import { type Entry, entryKey } from '../changes/entry'
import { documentScope } from '../changes/journal'
import { uniteScope } from '../changes/unite'
import { type AnnotationId, type DocumentId, isId, type ReviewId } from '../model/ids'
import type { Json } from '../model/json'
import { isAnnotationEntry } from '../model/read-annotation'
import { ok, problem, type Result } from '../model/result'
import { decisions, type Review, readReviews } from '../model/review'
import { isContentField, lastContentEdit } from '../review/content'
import type { ActOf, Refusal } from './edit'
import { type Context, given, type Plan, stated } from './plan'

/**
 * A decision about annotations, in the reviewer's own file, with the last change to the content of each that the
 * reviewer has seen. Refused: an id in use, no annotation, one that is not there, one's own alone (a `neither` may
 * name one's own beside another's), a proposal without a field or with one that is no content.
 */
export function planReview(context: Context, act: ActOf<'review'>): Plan {
  if (!decisions.includes(act.decision)) return problem('wrong-value', { field: 'decision' })
  if ((act.proposal !== undefined) !== (act.decision === 'propose'))
    return problem('wrong-value', { field: 'proposal' })
  const fields = Object.keys(act.proposal ?? {})
  if (act.proposal !== undefined && (fields.length === 0 || !fields.every(isContentField))) {
    return problem('wrong-value', { field: 'proposal' })
  }
  const about = seenNow(context, act.document, act.about)
  if (!about.ok) return about
  const own = context.state.scopes.get(documentScope(act.document))?.journals.get(context.by)?.entries
  if (act.about.every(annotation => own?.has(entryKey('annotation', annotation)) === true)) {
    return problem('own-annotation', { annotation: act.about[0] ?? '' })
  }
  const set = given({ about: about.value, act: act.decision, text: textOf(act.text), proposal: act.proposal })
  return writeNew(context, act, set)
}

/** A word in a thread. Refused beside what a review refuses: an empty text, an answer to what is not there. */
export function planReply(context: Context, act: ActOf<'reply'>): Plan {
  const text = textOf(act.text)
  if (text === undefined) return problem('wrong-value', { field: 'text' })
  const answered = act.to === undefined ? ok(undefined) : knownReview(context, act.document, act.to)
  if (!answered.ok) return answered
  const annotations = act.about ?? answered.value?.about.map(seen => seen.annotation) ?? []
  const about = seenNow(context, act.document, annotations)
  if (!about.ok) return about
  return writeNew(context, act, given({ about: about.value, act: 'reply', text, replyTo: act.to }))
}

/** Settles a decision or opens it again. Refused: what is not there. */
export function planSettle(context: Context, act: ActOf<'settle'>): Plan {
  if (act.as !== 'resolve' && act.as !== 'reopen') return problem('wrong-value', { field: 'as' })
  const answered = knownReview(context, act.document, act.to)
  if (!answered.ok) return answered
  const annotations = answered.value.about.map(seen => seen.annotation)
  const about = seenNow(context, act.document, annotations)
  if (!about.ok) return about
  return writeNew(context, act, given({ about: about.value, act: act.as, text: textOf(act.text), replyTo: act.to }))
}

/** Takes one's own review back; what answers it stays. Refused: one that is not there, or somebody else's. */
export function planWithdraw(context: Context, act: ActOf<'withdraw'>): Plan {
  const review = knownReview(context, act.document, act.id)
  if (!review.ok) return review
  if (review.value.by !== context.by) return problem('not-mine', { review: act.id })
  return ok([{ scope: documentScope(act.document), type: 'review', id: act.id, set: new Map([['deleted', true]]) }])
}

function writeNew(
  context: Context,
  { document, id }: { readonly document: DocumentId; readonly id: ReviewId },
  set: ReadonlyMap<Field, Json>,
): Plan {
  if (!isId(id)) return problem('wrong-value', { field: 'id' })
  if (stated(context, documentScope(document), 'review', id) !== undefined) return problem('known-id', { id })
  return ok([{ scope: documentScope(document), type: 'review', id, set }])
}

/** The annotations with the last change to the content of each, as they are stored. */
function seenNow(context: Context, document: DocumentId, annotations: readonly AnnotationId[]): Result<Json, Refusal> {
  const scope = context.state.scopes.get(documentScope(document))
  const entries = scope === undefined ? undefined : uniteScope(scope)
  const about: { annotation: string; seen: string }[] = []
  for (const annotation of new Set(annotations)) {
    const entry: Entry | undefined = entries?.get(entryKey('annotation', annotation))
    const seen = entry === undefined || !isAnnotationEntry(entry) ? undefined : lastContentEdit(entry)
    if (seen === undefined) return problem('unknown-annotation', { document, annotation })
    about.push({ annotation, seen })
  }
  return about.length === 0 ? problem('wrong-value', { field: 'about' }) : ok(about)
}

function knownReview(context: Context, document: DocumentId, id: ReviewId): Result<Review, Refusal> {
  const scope = context.state.scopes.get(documentScope(document))
  const found = scope === undefined ? undefined : readReviews(scope).find(review => review.id === id)
  return found === undefined ? problem('unknown-review', { document, review: id }) : ok(found)
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim()
}
