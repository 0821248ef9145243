import { entryKey } from '#annotations/changes/entry'
import type { Scope } from '#annotations/changes/journal'
import { entryIn } from '#annotations/changes/unite'
import type { Act } from '#annotations/edit/edit'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import type { Difference } from '#annotations/review/differences'
import { actOfAdoption, actsOfProposal, proposalFrom, proposedAnnotation } from '#annotations/review/take-over'
import { isOpen, type Thread, type ThreadedReview } from '#annotations/review/threads'
import type { WindowState } from './app-state'
import { openScope } from './selectors'

/** Acts that a decision comes to, and what is told of it. */
export interface Said {
  readonly acts: readonly Act[]
  readonly words: string
}

export interface DecisionWish {
  readonly decision: 'agree' | 'dispute' | 'neither' | 'propose'
  readonly text?: string | undefined
  readonly id: string
}

/**
 * What a decision about a case comes to; `undefined` where it cannot be said of it. Where the colleague has nothing, to
 * agree is to take one's own mark away, unless they have agreed with it, and to disagree is a word about it.
 */
export function actsOfDecision(
  state: WindowState,
  { mine, theirs, said }: Difference,
  wish: DecisionWish,
): Said | undefined {
  const document = state.document?.id
  if (document === undefined) return undefined
  const { decision, id } = wish
  const text = wish.text === undefined || wish.text.trim() === '' ? {} : { text: wish.text }
  if (theirs === undefined) {
    if (mine === undefined) return undefined
    if (decision === 'agree') {
      if (said === 'agree') return undefined
      return {
        acts: [{ do: 'remove', document, annotation: mine.id }],
        words: 'Yours is removed; Ctrl Z brings it back.',
      }
    }
    if (decision !== 'dispute' || wish.text === undefined || wish.text.trim() === '') return undefined
    return { acts: [{ do: 'reply', document, id, about: [mine.id], text: wish.text }], words: 'Yours is kept.' }
  }
  if (decision === 'propose') {
    const proposal = mine === undefined ? {} : proposalOf(state, mine.id, theirs.id)
    if (Object.keys(proposal).length === 0) return undefined
    return {
      acts: [{ do: 'review', document, id, about: [theirs.id], decision, proposal, ...text }],
      words: 'Yours is proposed.',
    }
  }
  const about = decision === 'neither' && mine !== undefined ? [mine.id, theirs.id] : [theirs.id]
  return { acts: [{ do: 'review', document, id, about, decision, ...text }], words: decisionWords[decision] }
}

const decisionWords = { agree: 'Agreed.', dispute: 'Disputed.', neither: 'Nothing belongs here.' } as const

/**
 * What takes over what the colleague has: their open proposal about mine, which is settled by it; their mark where I have none;
 * else mine is made as theirs is. That they are agreed with is said as well.
 */
export function actsOfTakeOver(state: WindowState, one: Difference, nextId: () => string): Said | undefined {
  const document = state.document
  if (document === undefined) return undefined
  const { mine, theirs, thread } = one
  const proposal = openProposal(state, one)
  if (proposal !== undefined && mine !== undefined) {
    const acts = actsOf(state, mine.annotation, proposal.proposal ?? new Map())
    const settle: Act = { do: 'settle', document: document.id, id: nextId(), to: proposal.id, as: 'resolve' }
    return { acts: [...acts, settle], words: 'Their proposal is yours now.' }
  }
  if (theirs === undefined) return undefined
  const agreed = thread.some(({ by, act, counts }) => by === state.info?.annotator?.id && act === 'agree' && counts)
  const agree: Act = { do: 'review', document: document.id, id: nextId(), about: [theirs.id], decision: 'agree' }
  const acts =
    mine === undefined
      ? [actOfAdoption(document.id, theirs.annotation, document.revision, nextId())].filter(act => act !== undefined)
      : actsOf(state, mine.annotation, new Map(Object.entries(proposalOf(state, theirs.id, mine.id))))
  return acts.length === 0 ? undefined : { acts: agreed ? acts : [...acts, agree], words: 'Taken over.' }
}

/** An open proposal about my mark. */
export function openProposal(state: WindowState, { mine, thread }: Difference): ThreadedReview | undefined {
  const me = state.info?.annotator?.id
  return thread.find(
    review =>
      review.by !== me &&
      review.act === 'propose' &&
      isOpen(review) &&
      review.about.some(({ annotation }) => annotation === mine?.id),
  )
}

/** What an answer is given to: the last of the others' decisions that is open, else the last that anybody made. */
export function answerable(state: WindowState, thread: Thread): ThreadedReview | undefined {
  const me = state.info?.annotator?.id
  const turned = [...thread].reverse()
  return turned.find(review => review.by !== me && isOpen(review)) ?? turned.find(isOpen)
}

function actsOf(
  state: WindowState,
  mine: Annotation,
  proposal: NonNullable<ThreadedReview['proposal']>,
): readonly Act[] {
  const entry = entryOf(openScope(state), mine.id)
  const proposed = entry === undefined ? undefined : proposedAnnotation(entry, proposal)
  return proposed === undefined || state.document === undefined ? [] : actsOfProposal(state.document.id, mine, proposed)
}

function proposalOf(state: WindowState, from: AnnotationId, onto: AnnotationId) {
  const scope = openScope(state)
  const [wanted, there] = [entryOf(scope, from), entryOf(scope, onto)]
  const revision = state.document?.revision
  return wanted === undefined || there === undefined || revision === undefined
    ? {}
    : proposalFrom(wanted, there, revision)
}

function entryOf(scope: Scope | undefined, id: AnnotationId) {
  return entryIn(scope, entryKey('annotation', id))
}
