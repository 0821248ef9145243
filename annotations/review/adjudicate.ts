import { type CodedAnnotation, compareCoded } from '../agreement/coded-annotation'
import { pairAnnotations } from '../agreement/pair-annotations'
import { entryKey } from '../changes/entry'
import type { Scope } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { AnnotationId, AnnotatorId, EditId } from '../model/ids'
import { compareAnnotations, isAlike } from './compare'
import { contentStands, lastContentEdit } from './content'
import { type GoldDecision, goldDecisions } from './gold-decisions'

/** One annotation of a case, with its annotator's place among those who are adjudicated. */
export interface CaseMember {
  readonly annotator: number
  readonly coded: CodedAnnotation
  /** The last change to its content. */
  readonly seen: EditId
}

/**
 * A place of a text on which the gold set has to say something: annotations of several annotators that are paired with
 * one another, or one alone. `agreed`: everybody who did the document has it, and all say the same. `decided`: the gold
 * set has decided it, and its members are as they were then. `returned`: it was decided, and they are not.
 */
export interface AdjudicationCase {
  /** In the order of annotators, then of the text; at least one. */
  readonly members: readonly CaseMember[]
  readonly state: 'agreed' | 'open' | 'decided' | 'returned'
  /** The decision that stands, or stood, about some of the members; the latest of several. */
  readonly decision?: GoldDecision
  /** All decisions that a new one replaces. */
  readonly earlier: readonly GoldDecision[]
}

/** What the annotators who did a document have in one text; `undefined` for one who did not do it. */
export type Codings = readonly (readonly CodedAnnotation[] | undefined)[]

/** The cases of a document in the order of the text. Does not depend on the order in which annotations are given. */
export function adjudicationCases(scope: Scope, codings: Codings, gold: AnnotatorId): readonly AdjudicationCase[] {
  const decisions = goldDecisions(scope, gold)
  const standing = decisions.filter(decision => decisionStands(scope, decision))
  const cases = clusters(codings).map((list): AdjudicationCase => {
    const members = list.flatMap((member): CaseMember[] => {
      const seen = lastSeen(scope, member.coded.id)
      return seen === undefined ? [] : [{ ...member, seen }]
    })
    const about = decisions.filter(({ members: decided }) => members.some(({ coded }) => decided.has(coded.id)))
    const current = about.find(decision => standing.includes(decision) && sameMembers(decision, members))
    const decision = current ?? about[about.length - 1]
    const state =
      current !== undefined ? 'decided' : about.length > 0 ? 'returned' : isAgreed(codings, list) ? 'agreed' : 'open'
    return {
      members,
      state,
      ...(decision === undefined ? {} : { decision }),
      earlier: about.filter(one => one !== current),
    }
  })
  return cases.filter(({ members }) => members.length > 0).sort(byFirstMember)
}

interface Placed {
  readonly annotator: number
  readonly coded: CodedAnnotation
}

/** Annotations that are paired with one another, directly or by others, for every two annotators. */
function clusters(codings: Codings): readonly (readonly Placed[])[] {
  const parent = new Map<CodedAnnotation, CodedAnnotation>()
  const rootOf = (one: CodedAnnotation): CodedAnnotation => {
    let root = one
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    return root
  }
  for (const [first, a] of codings.entries()) {
    for (const b of codings.slice(first + 1)) {
      for (const [one, other] of pairAnnotations(a ?? [], b ?? []).pairs) {
        const [from, to] = [rootOf(one), rootOf(other)]
        if (from !== to) parent.set(from, to)
      }
    }
  }
  const groups = new Map<CodedAnnotation, Placed[]>()
  for (const [annotator, list] of codings.entries()) {
    for (const coded of [...(list ?? [])].sort(compareCoded)) {
      const root = rootOf(coded)
      groups.set(root, [...(groups.get(root) ?? []), { annotator, coded }])
    }
  }
  return [...groups.values()]
}

/** Everybody who did the document has one of them, and no two differ. */
function isAgreed(codings: Codings, members: readonly Placed[]): boolean {
  const [first, ...others] = members
  const expected = codings.flatMap((list, annotator) => (list === undefined ? [] : [annotator]))
  const has = members.map(({ annotator }) => annotator)
  if (first === undefined || expected.length < 2 || has.join(' ') !== expected.join(' ')) return false
  return others.every(({ coded }) => {
    const [only, ...more] = compareAnnotations([first.coded], [coded])
    return only !== undefined && more.length === 0 && isAlike(only)
  })
}

function sameMembers({ members: decided }: GoldDecision, members: readonly CaseMember[]): boolean {
  return decided.size === members.length && members.every(({ coded }) => decided.has(coded.id))
}

/** Law 10: a decision stands exactly while the content of all members is as it was seen. */
function decisionStands(scope: Scope, { members }: GoldDecision): boolean {
  return [...members].every(([annotation, seen]) => {
    const entry = entryIn(scope, entryKey('annotation', annotation))
    return entry !== undefined && contentStands(entry, seen)
  })
}

function lastSeen(scope: Scope, annotation: AnnotationId): EditId | undefined {
  const entry = entryIn(scope, entryKey('annotation', annotation))
  return entry === undefined ? undefined : lastContentEdit(entry)
}

function byFirstMember(x: AdjudicationCase, y: AdjudicationCase): number {
  const [a, b] = [earliest(x), earliest(y)]
  return a === undefined || b === undefined ? 0 : compareCoded(a, b)
}

function earliest({ members }: AdjudicationCase): CodedAnnotation | undefined {
  return members.map(({ coded }) => coded).sort(compareCoded)[0]
}

/** Decisions of a gold set about annotations of which none is left in the text: for its keeper to look at. */
export function decisionsWithoutCase(
  scope: Scope,
  cases: readonly AdjudicationCase[],
  gold: AnnotatorId,
): readonly GoldDecision[] {
  const there = new Set(cases.flatMap(({ members }) => members.map(({ coded }) => coded.id)))
  return goldDecisions(scope, gold).filter(({ members }) => ![...members.keys()].some(id => there.has(id)))
}
