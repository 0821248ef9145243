import { workOf } from '../agreement/build-study'
import { type CodedAnnotation, type CodingRegisters, toCoded } from '../agreement/coded-annotation'
import { compareChanges } from '../changes/change'
import type { Scope } from '../changes/journal'
import type { AnnotationId, AnnotatorId, RevisionHash } from '../model/ids'
import { readAnnotation } from '../model/read-annotation'
import type { Decision } from '../model/review'
import { type Aspect, aspects, type Comparison, compareAnnotations, isAlike } from './compare'
import { isDecision, isOpen, readThreads, type Thread, type ThreadedReview } from './threads'

/** What a case of the queue is about: one side alone, the first aspect in which a pair differs, or a word to answer. */
export const differenceTypes = ['only-mine', 'only-theirs', ...aspects, 'answer'] as const
export type DifferenceType = (typeof differenceTypes)[number]

/** One case of the queue: a place on which two annotators do not say the same, or about which somebody has spoken. */
export interface Difference {
  /** The ids of its members; the same as long as they are. */
  readonly key: string
  readonly type: DifferenceType
  readonly mine?: CodedAnnotation
  readonly theirs?: CodedAnnotation
  /** Of a pair, in the order of `aspects`. */
  readonly differs: readonly Aspect[]
  /** All reviews about its members in order, withdrawn ones left out. */
  readonly thread: Thread
  /** My word on it that counts: the last decision, or `said` where I have answered for a mark of my own. */
  readonly decided: Decision | 'said' | undefined
  /** Their word on my mark: their last decision that counts and is not settled. */
  readonly said: Decision | undefined
  /** Nothing waits for me: I have decided or they agree with mine, and nobody's open decision about a mark of mine is without my answer. */
  readonly settled: boolean
}

/** Two annotators' marks in one text, side by side for one of them. */
export interface Differences {
  /** In the order of the text. */
  readonly cases: readonly Difference[]
  /** Pairs on which both say the same and nothing is open. */
  readonly alike: number
  /** Members of pairs, and those on which both say the same, to be painted as shared. */
  readonly paired: ReadonlySet<AnnotationId>
  /** Marks that stand in no place of this text (undecided, lost, kept on an earlier one), and so are not compared. */
  readonly leftOut: { readonly mine: number; readonly theirs: number }
}

/** Compares what `mine` and `theirs` have in a text of a document, with the threads about it. */
export function differencesOf(
  scope: Scope,
  revision: RevisionHash,
  sides: { readonly mine: AnnotatorId; readonly theirs: AnnotatorId },
  registers: CodingRegisters,
): Differences {
  const mine = codedBy(scope, sides.mine, revision, registers)
  const theirs = codedBy(scope, sides.theirs, revision, registers)
  const threads = readThreads(scope)
  // Who has not begun a document has not left anything out of it.
  const begun = theirs.coded.length > 0 || workOf(scope, { ids: [sides.theirs] }) !== undefined
  const comparisons = compareAnnotations(mine.coded, theirs.coded)
  const cases: Difference[] = []
  const paired = new Set<AnnotationId>()
  let alike = 0
  for (const comparison of comparisons) {
    const one = comparison.type === 'only-b' ? undefined : comparison.a
    const other = comparison.type === 'only-a' ? undefined : comparison.b
    const thread = threadOf([one, other], threads)
    if (one !== undefined && other !== undefined) paired.add(one.id).add(other.id)
    if (isAlike(comparison) && !thread.some(isOpen)) {
      alike += 1
      continue
    }
    if (!begun && !thread.some(isOpen)) continue
    const type = begun ? typeOf(comparison) : 'answer'
    cases.push(caseOf(type, one, other, comparison.type === 'pair' ? comparison.differs : [], thread, sides))
  }
  return {
    cases,
    alike,
    paired,
    leftOut: { mine: mine.leftOut, theirs: theirs.leftOut },
  }
}

function codedBy(scope: Scope, annotator: AnnotatorId, revision: RevisionHash, registers: CodingRegisters) {
  const coded: CodedAnnotation[] = []
  let leftOut = 0
  for (const entry of scope.journals.get(annotator)?.entries.values() ?? []) {
    const annotation = readAnnotation(entry)
    if (annotation === undefined || annotation.deleted) continue
    const one = toCoded(annotation, revision, registers)
    if (one === undefined) leftOut += 1
    else coded.push(one)
  }
  return { coded, leftOut }
}

function threadOf(
  members: readonly (CodedAnnotation | undefined)[],
  threads: ReadonlyMap<AnnotationId, Thread>,
): Thread {
  const byId = new Map<string, ThreadedReview>()
  for (const member of members) {
    for (const review of (member === undefined ? undefined : threads.get(member.id)) ?? []) {
      const known = byId.get(review.id)
      byId.set(review.id, known === undefined ? review : { ...review, counts: review.counts && known.counts })
    }
  }
  return [...byId.values()].sort((a, b) => compareChanges(a.begun, b.begun) || (a.id < b.id ? -1 : 1))
}

function typeOf(comparison: Comparison): DifferenceType {
  if (comparison.type === 'pair') return comparison.differs[0] ?? 'answer'
  return comparison.type === 'only-a' ? 'only-mine' : 'only-theirs'
}

function caseOf(
  type: DifferenceType,
  mine: CodedAnnotation | undefined,
  theirs: CodedAnnotation | undefined,
  differs: readonly Aspect[],
  thread: Thread,
  { mine: me, theirs: them }: { readonly mine: AnnotatorId; readonly theirs: AnnotatorId },
): Difference {
  const decided = wordOf(thread, me, theirs)
  const said = wordOn(mine, thread, them)
  const unanswered = thread.some(review => review.by !== me && isOpen(review) && !isAnswered(review, thread, me))
  return {
    key: `${mine?.id ?? ''}:${theirs?.id ?? ''}`,
    type,
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
    differs,
    thread,
    decided,
    said,
    settled: (type === 'answer' || decided !== undefined || said === 'agree') && !unanswered,
  }
}

/** My last decision about their mark that counts; where they have none, that I have said something about mine. */
function wordOf(thread: Thread, me: AnnotatorId, theirs: CodedAnnotation | undefined): Difference['decided'] {
  let word: Difference['decided']
  for (const { by, act, about, counts } of thread) {
    if (by !== me) continue
    if (theirs === undefined) word = 'said'
    else if (isDecision(act) && counts && about.some(({ annotation }) => annotation === theirs.id)) word = act
  }
  return word
}

/** Somebody's last decision about a mark that counts and is not settled. */
function wordOn(mark: CodedAnnotation | undefined, thread: Thread, who: AnnotatorId): Decision | undefined {
  let word: Decision | undefined
  for (const { by, act, about, counts, resolved } of thread) {
    if (by !== who || !isDecision(act) || !counts || resolved) continue
    if (about.some(({ annotation }) => annotation === mark?.id)) word = act
  }
  return word
}

function isAnswered(review: ThreadedReview, thread: Thread, me: AnnotatorId): boolean {
  return thread.some(({ by, replyTo }) => by === me && replyTo === review.id)
}
