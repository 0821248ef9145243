import { buildStudy } from '#annotations/agreement/build-study'
import { type CodedAnnotation, toCoded } from '#annotations/agreement/coded-annotation'
import { emptyScope, type Scope } from '#annotations/changes/journal'
import type { Register } from '#annotations/changes/resolve'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'
import { type AdjudicationCase, adjudicationCases } from '#annotations/review/adjudicate'
import { type Aspect, aspects, compareAnnotations, isAlike } from '#annotations/review/compare'
import type { MarkLabel } from '../editor/margin-lane'
import type { GoldCase } from '../features/review/gold-case'
import { reasonWords } from '../features/review/gold-words'
import { shortName, typeWords } from '../features/review/review-words'
import { firstWords } from '../features/words/first-words'
import type { WindowState } from './app-state'
import type { GoldFilter, GoldState } from './gold-state'
import { placeOf } from './inspector-view'
import { myName, sideOf, textIn } from './review-cases'
import { letterOf } from './review-view'
import { openRelease, openScope, registerOf } from './selectors'

/** A case of the open document with what its members differ in. */
export interface OpenCase extends AdjudicationCase {
  /** The ids of its members; the same as long as they are. */
  readonly key: string
  /** Its number in the document, from 1. */
  readonly n: number
  readonly differs: readonly Aspect[]
}

interface OpenCases {
  /** The text in which all who did the document are anchored. */
  readonly revision: Revision
  readonly cases: readonly OpenCase[]
}

interface Known {
  readonly annotators: GoldState['annotators']
  readonly gold: AnnotatorId
  readonly codebook: Register
  readonly speakers: Register
  readonly current: string
  readonly found: OpenCases | undefined
}

const known = new WeakMap<Scope, Known>()

/** The cases of the open document, as they stand now; `undefined` where fewer than two did it. Cached by what goes into it. */
export function openCases(state: WindowState): OpenCases | undefined {
  const gold = state.review.gold
  const release = openRelease(state)
  if (gold === undefined || release === undefined || state.document === undefined) return undefined
  const scope = openScope(state) ?? emptyScope
  const now = {
    annotators: gold.annotators,
    gold: gold.gold.id,
    codebook: registerOf(state.queue.current, 'codebook'),
    speakers: registerOf(state.queue.current, 'speakers'),
    current: release.current.id,
  }
  const before = known.get(scope)
  const same =
    before !== undefined && (Object.keys(now) as (keyof typeof now)[]).every(name => before[name] === now[name])
  if (same) return before.found
  const { study } = buildStudy([{ id: state.document.id, release, scope }], gold.annotators, now)
  const [document] = study.documents
  const revision = release.revisions.get(document?.revision ?? '')
  const found = revision && {
    revision,
    cases: adjudicationCases(
      scope,
      (document?.codings ?? []).map(coding => coding?.annotations),
      gold.gold.id,
    ).map((one, index) => ({ ...one, key: keyOf(one), n: index + 1, differs: differsIn(one) })),
  }
  known.set(scope, { ...now, found })
  return found
}

function keyOf({ members }: AdjudicationCase): string {
  return members.map(({ coded }) => coded.id).join(' ')
}

/** In what the members differ; two that are paired only by a third lie apart. */
function differsIn({ members }: AdjudicationCase): readonly Aspect[] {
  const [first, ...others] = members
  const found = new Set(
    others.flatMap(({ coded }): readonly Aspect[] => {
      const [only] = first === undefined ? [] : compareAnnotations([first.coded], [coded])
      return only?.type === 'pair' ? only.differs : ['boundary']
    }),
  )
  return aspects.filter(aspect => found.has(aspect))
}

/** The cases that the filter lists. */
export function listedCases(state: WindowState): readonly OpenCase[] {
  const filter = state.review.gold?.filter ?? 'all'
  return (openCases(state)?.cases ?? []).filter(one => fits(one, filter))
}

export function fits({ state }: Pick<AdjudicationCase, 'state'>, filter: GoldFilter): boolean {
  if (filter === 'all') return true
  return filter === 'open' ? state !== 'decided' : state === filter
}

/** The case that is looked at, if it is listed. */
export function currentCase(state: WindowState): OpenCase | undefined {
  const current = state.review.gold?.current
  return current === undefined ? undefined : listedCases(state).find(({ key }) => key === current)
}

/** An annotator's name as the making of a gold set shows it: where names are hidden `Annotator A`, `B` … */
export function goldName({ review, info }: WindowState, place: number): string {
  const one = review.gold?.annotators[place]
  if (one === undefined) return ''
  if (!review.blind) return one.id === info?.annotator?.id ? 'You' : one.name
  const sorted = (review.gold?.annotators ?? []).map(({ id }) => id).sort()
  return `Annotator ${letterOf(sorted.indexOf(one.id))}`
}

/** The listed cases as the queue shows them. */
export function shownCases(state: WindowState): readonly GoldCase[] {
  const revision = openCases(state)?.revision
  if (revision === undefined) return []
  return listedCases(state).map(one => shownCase(state, one, revision))
}

function shownCase(state: WindowState, one: OpenCase, revision: Revision): GoldCase {
  const { members, decision } = one
  const [first, second] = members
  const content = first?.coded.content ?? []
  const { paragraph } = placeOf(revision, content[0]?.start ?? 0)
  const isCurrent = state.review.gold?.current === one.key
  const named = members.map(({ annotator, coded }) => ({ id: coded.id, name: goldName(state, annotator) }))
  return {
    key: one.key,
    n: one.n,
    state: one.state,
    title: titleOf(state, one),
    kind: first?.coded.kind ?? 'note',
    words: firstWords(textIn(revision, content)),
    ...(paragraph === undefined ? {} : { paragraph }),
    members: named,
    ...(decision === undefined ? {} : { decided: decidedWords(state, one), reason: reasonWords(decision.why) }),
    ...(isCurrent
      ? {
          sides: members.map(({ annotator, coded }, place) => {
            const name = goldName(state, annotator)
            const who = { name, person: name === 'You' ? myName(state) : name, colleague: name !== 'You' }
            return sideOf(state, who, coded, (place === 0 ? second : first)?.coded, revision, one.differs)
          }),
        }
      : {}),
  }
}

function titleOf(state: WindowState, { members, differs, state: standing }: OpenCase): string {
  const [first, ...others] = members
  if (first !== undefined && others.length === 0) {
    const name = goldName(state, first.annotator)
    return name === 'You' ? typeWords['only-mine'] : `Only ${shortName(name)}`
  }
  const [aspect] = differs
  if (aspect !== undefined) return typeWords[aspect]
  return standing === 'agreed' || others.length + 1 >= (state.review.gold?.annotators.length ?? 0)
    ? 'All say the same'
    : 'Not everybody has it'
}

/** What was decided: whose the gold set's is like, or that nothing belongs there. */
function decidedWords(state: WindowState, { members, decision }: OpenCase): string {
  if (decision === undefined || 'nothing' in decision.by) return 'Nothing belongs here'
  const registers = {
    codebook: registerOf(state.queue.current, 'codebook'),
    speakers: registerOf(state.queue.current, 'speakers'),
  }
  const { annotation } = decision.by
  const [revision = ''] = annotation.placements.keys()
  const taken = toCoded(annotation, revision, registers)
  const like = members.filter(({ coded }) => taken !== undefined && saysTheSame(coded, taken))
  if (like.length === 0) return 'Decided'
  return like.length === members.length && like.length > 1
    ? 'Taken in'
    : `As ${like.map(({ annotator }) => nameInside(goldName(state, annotator))).join(', ')}`
}

/** A short name as it stands inside a sentence. */
function nameInside(name: string): string {
  return name === 'You' ? 'you' : shortName(name)
}

function saysTheSame(one: CodedAnnotation, other: CodedAnnotation): boolean {
  const [only, ...more] = compareAnnotations([one], [other])
  return only !== undefined && more.length === 0 && isAlike(only)
}

/** The marks that are painted: the gold set's own, and beside it what is to be decided or looked at. */
export interface GoldMarks {
  readonly annotations: readonly Annotation[]
  /** Those of the annotators. */
  readonly theirs: ReadonlySet<AnnotationId>
  /** The number of each case, by the mark that stands for it. */
  readonly labels: ReadonlyMap<AnnotationId, MarkLabel>
}

const marks = new WeakMap<OpenCases, Map<string, GoldMarks>>()

/** Cached by the cases and the one that is looked at. */
export function goldMarks(state: WindowState): GoldMarks | undefined {
  const found = openCases(state)
  if (found === undefined) return undefined
  const current = state.review.gold?.current ?? ''
  const cached = marks.get(found) ?? new Map<string, GoldMarks>()
  marks.set(found, cached)
  const before = cached.get(current)
  if (before !== undefined) return before
  const seen = found.cases.filter(one => one.state !== 'decided' || one.key === current)
  const members = seen.flatMap(one => one.members.map(({ coded }) => coded.annotation))
  const own = found.cases.flatMap(({ decision, state: standing }) =>
    standing === 'decided' && decision !== undefined && 'annotation' in decision.by ? [decision.by.annotation] : [],
  )
  const labels = found.cases.flatMap(({ n, members: [first], decision, key, state: standing }) => {
    const stands =
      standing === 'decided' && key !== current && decision !== undefined && 'annotation' in decision.by
        ? decision.by.annotation
        : first?.coded.annotation
    return stands === undefined ? [] : [[stands.id, { kind: stands.kind, text: String(n) }] as const]
  })
  const made = {
    annotations: [...own, ...members],
    theirs: new Set(members.map(({ id }) => id)),
    labels: new Map(labels),
  }
  cached.set(current, made)
  return made
}

/** The case to which a mark of the text belongs. */
export function caseOfMark(state: WindowState, annotation: AnnotationId): OpenCase | undefined {
  return openCases(state)?.cases.find(
    ({ members, decision }) =>
      members.some(({ coded }) => coded.id === annotation) ||
      (decision !== undefined && 'annotation' in decision.by && decision.by.annotation.id === annotation),
  )
}
