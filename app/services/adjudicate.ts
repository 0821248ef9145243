import type { StudySource } from '#annotations/agreement/build-study'
import type { Act, Edit } from '#annotations/edit/edit'
import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import { progressEntry, statedProgress } from '#annotations/model/progress'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { type AdjudicationCase, adjudicationCases, decisionsWithoutCase } from '#annotations/review/adjudicate'
import { actsOfDecision } from '#annotations/review/decide-case'
import type { GoldReason } from '#annotations/review/gold-decisions'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { type DocumentJson, documentJson } from './agreement-report'
import { type AnnotatorIdentity, ensureAnnotator } from './annotator-entry'
import { type ChosenAnnotator, chooseSeveral, studyOfWork } from './chosen-work'
import type { WorkspaceSession } from './workspace-session'

/** What a keeper decides about the case that these annotations belong to. */
export interface WantedDecision {
  /** Some of the case's members, at least one. */
  readonly members: readonly AnnotationId[]
  /** The member that the gold set takes over; nothing belongs there, if not given. */
  readonly take?: AnnotationId | undefined
  readonly why: string
  /** Also where the case is decided. */
  readonly again?: boolean | undefined
}

export interface AdjudicateRequest {
  /** With its keeper. */
  readonly gold: AnnotatorIdentity
  /** Ids or names of those whose work is adjudicated, at least two. */
  readonly annotators: readonly string[]
  readonly documents?: readonly DocumentId[] | undefined
  readonly decisions: readonly WantedDecision[]
}

/** A case as it is told. */
export interface CaseReport {
  readonly document: DocumentId
  readonly state: AdjudicationCase['state']
  readonly start: number
  readonly end: number
  readonly members: readonly {
    readonly annotator: AnnotatorId
    readonly annotation: AnnotationId
    readonly kind: string
    readonly exact: string
  }[]
  readonly decision?: { readonly annotation: AnnotationId | null; readonly why: string }
}

export interface AdjudicateOutcome {
  readonly gold: AnnotatorIdentity
  readonly annotators: readonly { readonly id: AnnotatorId; readonly name: string }[]
  /** Cases that were taken in now because all say the same. */
  readonly agreed: number
  /** Decisions that were made now, and those that were asked for and stood already. */
  readonly decided: number
  readonly unchanged: number
  /** All cases as they stand now, document by document in the order of the text. */
  readonly cases: readonly CaseReport[]
  /** Decisions of which no annotation is left. */
  readonly withoutCase: number
  readonly documents: readonly DocumentJson[]
}

interface WritePorts {
  readonly clock: Clock
  readonly ids: Ids
}

interface DocumentCases {
  readonly source: StudySource
  readonly revision: string
  readonly text: string
  readonly cases: readonly AdjudicationCase[]
}

/**
 * Makes a gold set of several annotators' work: takes in what all who did a document say alike, and what its keeper
 * decides; what was decided before stays while it stands. All or nothing of it is on disk when this resolves, but for
 * a stop in between. The same again changes nothing. Refused: a decision about no case, or taking what is not in it.
 */
export async function adjudicate(
  session: WorkspaceSession,
  ports: WritePorts,
  request: AdjudicateRequest,
): Promise<Result<AdjudicateOutcome, Problem>> {
  const plan = planAdjudication(session, request)
  if (!plan.ok) return plan
  const { gold, decisions, documents } = request
  const { annotators, agreed, decided } = plan.value
  const edits: Edit[] = []
  const edit = (acts: readonly Act[], why: GoldReason | string) => {
    if (acts.length > 0) edits.push({ id: ports.ids.next(), at: ports.clock.now(), by: gold.id, acts, why })
  }
  const newIds = () => ({ annotation: ports.ids.next(), review: ports.ids.next() })
  const decide = (place: DocumentCases, one: AdjudicationCase, take: AnnotationId | undefined) => {
    const at = { document: place.source.id, revision: place.revision }
    return actsOfDecision(at, one, take === undefined ? 'nothing' : { take }, newIds())
  }
  edit(
    agreed.flatMap(({ place, one }) => decide(place, one, one.members[0]?.coded.id)),
    'all-agreed',
  )
  for (const [one, { place, wanted }] of decided) edit(decide(place, one, wanted.take), wanted.why)
  const written = await writeAll(session, ports, gold, edits)
  if (!written.ok) return written
  const after = casesOf(session, annotators, gold.id, documents)
  const progress = progressActs(after.found, gold.id)
  if (progress.length > 0) {
    const done = await writeAll(session, ports, gold, [
      { id: ports.ids.next(), at: ports.clock.now(), by: gold.id, acts: progress, auto: true },
    ])
    if (!done.ok) return done
  }
  return ok({
    gold,
    annotators: annotators.map(({ id, name }) => ({ id, name })),
    agreed: agreed.length,
    decided: decided.size,
    unchanged: decisions.length - decided.size,
    ...report(session, after, annotators, gold.id),
  })
}

type Decided = ReadonlyMap<AdjudicationCase, { readonly place: DocumentCases; readonly wanted: WantedDecision }>

/** What `adjudicate` would do, and everything it would refuse; changes nothing. */
export function planAdjudication(
  session: WorkspaceSession,
  { annotators: wanted, gold, decisions, documents }: AdjudicateRequest,
): Result<
  {
    readonly annotators: readonly ChosenAnnotator[]
    readonly agreed: readonly { readonly place: DocumentCases; readonly one: AdjudicationCase }[]
    readonly decided: Decided
  },
  Problem
> {
  const annotators = chooseSeveral(session, wanted)
  if (!annotators.ok) return annotators
  const isOfItself = annotators.value.some(({ ids }) => ids.includes(gold.id))
  if (isOfItself) return problem('gold-of-itself', { annotator: gold.name })
  const { found } = casesOf(session, annotators.value, gold.id, documents)
  const decided = planDecisions(found, decisions)
  if (!decided.ok) return decided
  const agreed = found.flatMap(place =>
    place.cases.flatMap(one => (one.state === 'agreed' && !decided.value.has(one) ? [{ place, one }] : [])),
  )
  return ok({ annotators: annotators.value, agreed, decided: decided.value })
}

function casesOf(
  session: WorkspaceSession,
  annotators: readonly ChosenAnnotator[],
  gold: AnnotatorId,
  documents: readonly DocumentId[] | undefined,
) {
  const { study, uses, sources } = studyOfWork(session, annotators, documents)
  const byId = new Map(sources.map(source => [source.id, source]))
  const found = study.documents.flatMap(({ id, revision, text, codings }): DocumentCases[] => {
    const source = byId.get(id)
    if (source === undefined) return []
    const coded = codings.map(coding => coding?.annotations)
    return [{ source, revision, text, cases: adjudicationCases(source.scope, coded, gold) }]
  })
  return { found, uses }
}

/** The case that each decision is about; those that stand already are left out. */
function planDecisions(
  found: readonly DocumentCases[],
  decisions: readonly WantedDecision[],
): Result<Decided, Problem> {
  const byMember = new Map<AnnotationId, { readonly place: DocumentCases; readonly one: AdjudicationCase }>()
  for (const place of found) {
    for (const one of place.cases) for (const { coded } of one.members) byMember.set(coded.id, { place, one })
  }
  const planned = new Map<AdjudicationCase, { readonly place: DocumentCases; readonly wanted: WantedDecision }>()
  for (const [entry, wanted] of decisions.entries()) {
    const { members, take, why, again } = wanted
    const at = byMember.get(members[0] ?? '')
    const isOne = at !== undefined && members.every(id => byMember.get(id)?.one === at.one)
    if (!isOne) return problem('unknown-case', { entry, field: 'members' })
    if (take !== undefined && byMember.get(take)?.one !== at.one)
      return problem('unknown-case', { entry, field: 'take' })
    if (why.trim() === '') return problem('missing', { entry, field: 'why' })
    if (at.one.state !== 'decided' || again === true) planned.set(at.one, { place: at.place, wanted })
  }
  return ok(planned)
}

async function writeAll(
  session: WorkspaceSession,
  ports: WritePorts,
  gold: AnnotatorIdentity,
  edits: readonly Edit[],
): Promise<Result<void, Problem>> {
  if (edits.length === 0) return ok(undefined)
  const known = await ensureAnnotator(session, gold, ports)
  if (!known.ok) return known
  for (const edit of edits) {
    const written = await session.edit(edit)
    if (!written.ok) return written
  }
  return ok(undefined)
}

/** A document of which everything is decided is done by the gold set, else in work. */
function progressActs(found: readonly DocumentCases[], gold: AnnotatorId): readonly Act[] {
  return found.flatMap(({ source, cases }): Act[] => {
    const progress = cases.every(({ state }) => state === 'decided') ? 'done' : 'in-work'
    const stated = statedProgress(progressEntry(source.scope, gold))
    return stated === progress ? [] : [{ do: 'set-progress', document: source.id, progress }]
  })
}

function report(
  session: WorkspaceSession,
  { found, uses }: ReturnType<typeof casesOf>,
  annotators: readonly ChosenAnnotator[],
  gold: AnnotatorId,
): Pick<AdjudicateOutcome, 'cases' | 'withoutCase' | 'documents'> {
  return {
    cases: found.flatMap(({ source, text, cases }) => cases.map(one => caseReport(source.id, text, one, annotators))),
    withoutCase: found.reduce(
      (sum, { source, cases }) => sum + decisionsWithoutCase(source.scope, cases, gold).length,
      0,
    ),
    documents: uses.map(use => documentJson(session, use, annotators)),
  }
}

function caseReport(
  document: DocumentId,
  text: string,
  { state, members, decision }: AdjudicationCase,
  annotators: readonly ChosenAnnotator[],
): CaseReport {
  const ranges = members.flatMap(({ coded }) => coded.content)
  return {
    document,
    state,
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
    members: members.map(({ annotator, coded }) => ({
      annotator: annotators[annotator]?.id ?? '',
      annotation: coded.id,
      kind: coded.kind,
      exact: coded.content.map(({ start, end }) => text.slice(start, end)).join(' […] '),
    })),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            annotation: 'annotation' in decision.by ? decision.by.annotation.id : null,
            why: decision.why,
          },
        }),
  }
}
