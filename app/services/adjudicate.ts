import { documentOf } from '#annotations/changes/journal'
import type { Act, Edit } from '#annotations/edit/edit'
import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import { progressEntry, statedProgress } from '#annotations/model/progress'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { AdjudicationCase } from '#annotations/review/adjudicate'
import { actsOfDecision } from '#annotations/review/decide-case'
import type { GoldReason } from '#annotations/review/gold-decisions'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { casesOf, type DocumentCases, type ReportedCases, reportCases } from './adjudication-cases'
import { type AnnotatorIdentity, ensureAnnotator } from './annotator-entry'
import { type ChosenAnnotator, chooseSeveral } from './chosen-work'
import type { WorkspaceSession } from './workspace-session'
import { nextToUndo, scopesOfEdit } from './workspace-undo'

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

export interface AdjudicateOutcome extends ReportedCases {
  readonly gold: AnnotatorIdentity
  readonly annotators: readonly { readonly id: AnnotatorId; readonly name: string }[]
  /** Cases that were taken in now because all say the same. */
  readonly agreed: number
  /** Decisions that were made now, and those that were asked for and stood already. */
  readonly decided: number
  readonly unchanged: number
}

export interface WritePorts {
  readonly clock: Clock
  readonly ids: Ids
  /** Waited for between two documents, so that a large workspace holds nothing up. */
  readonly pause?: () => Promise<void>
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
  const plan = await planAdjudication(session, request, ports.pause)
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
  const after = await casesOf(session, annotators, gold.id, documents, ports.pause)
  const stated = await stateProgress(session, ports, gold, after.found)
  if (!stated.ok) return stated
  return ok({
    gold,
    annotators: annotators.map(({ id, name }) => ({ id, name })),
    agreed: agreed.length,
    decided: decided.size,
    unchanged: decisions.length - decided.size,
    ...reportCases(session, after, annotators, gold.id),
  })
}

type Decided = ReadonlyMap<AdjudicationCase, { readonly place: DocumentCases; readonly wanted: WantedDecision }>

/** What `adjudicate` would do, and everything it would refuse; changes nothing. */
export async function planAdjudication(
  session: WorkspaceSession,
  { annotators: wanted, gold, decisions, documents }: AdjudicateRequest,
  pause?: WritePorts['pause'],
): Promise<
  Result<
    {
      readonly annotators: readonly ChosenAnnotator[]
      readonly agreed: readonly { readonly place: DocumentCases; readonly one: AdjudicationCase }[]
      readonly decided: Decided
    },
    Problem
  >
> {
  const annotators = chooseSeveral(session, wanted)
  if (!annotators.ok) return annotators
  const isOfItself = annotators.value.some(({ ids }) => ids.includes(gold.id))
  if (isOfItself) return problem('gold-of-itself', { annotator: gold.name })
  const { found } = await casesOf(session, annotators.value, gold.id, documents, pause)
  const decided = planDecisions(found, decisions)
  if (!decided.ok) return decided
  const agreed = found.flatMap(place =>
    place.cases.flatMap(one => (one.state === 'agreed' && !decided.value.has(one) ? [{ place, one }] : [])),
  )
  return ok({ annotators: annotators.value, agreed, decided: decided.value })
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
function stateProgress(
  session: WorkspaceSession,
  ports: WritePorts,
  gold: AnnotatorIdentity,
  found: readonly DocumentCases[],
): Promise<Result<void, Problem>> {
  const acts = found.flatMap(({ source, cases }): Act[] => {
    const progress = cases.every(({ state }) => state === 'decided') ? 'done' : 'in-work'
    const stated = statedProgress(progressEntry(source.scope, gold.id))
    return stated === progress ? [] : [{ do: 'set-progress', document: source.id, progress }]
  })
  const edit: Edit = { id: ports.ids.next(), at: ports.clock.now(), by: gold.id, acts, auto: true }
  return writeAll(session, ports, gold, acts.length === 0 ? [] : [edit])
}

/**
 * Takes back, or does again, what a gold set's keeper did last, and says anew which documents are done by it. Told are the
 * documents in which something was; none where there was nothing left to take.
 */
export async function undoDecision(
  session: WorkspaceSession,
  ports: WritePorts,
  {
    gold,
    annotators: wanted,
    which,
  }: Pick<AdjudicateRequest, 'gold' | 'annotators'> & { readonly which: 'undo' | 'redo' },
): Promise<Result<ReportedCases, Problem>> {
  const annotators = chooseSeveral(session, wanted)
  if (!annotators.ok) return annotators
  const edit = nextToUndo(session, gold.id, which)
  if (edit === undefined) return ok({ cases: [], withoutCase: 0, documents: [] })
  const scopes = scopesOfEdit(session, gold.id, edit)
  const acts: readonly Act[] = [{ do: 'undo', edit, scopes }]
  const taken = await session.edit({ id: ports.ids.next(), at: ports.clock.now(), by: gold.id, acts })
  if (!taken.ok) return taken
  const documents = scopes.flatMap(scope => documentOf(scope) ?? [])
  const after = await casesOf(session, annotators.value, gold.id, documents, ports.pause)
  const stated = await stateProgress(session, ports, gold, after.found)
  return stated.ok ? ok(reportCases(session, after, annotators.value, gold.id)) : stated
}
