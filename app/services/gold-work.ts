import { documentScope } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { ok, type Problem, type Result } from '#annotations/model/result'
import { goldDecisions } from '#annotations/review/gold-decisions'
import type { GoldAnswer, GoldChange, GoldRow, Person } from '#app/contract/gold-values'
import { type AdjudicateOutcome, type AdjudicateRequest, adjudicate, undoDecision, type WritePorts } from './adjudicate'
import type { CaseReport } from './adjudication-cases'
import { chooseSeveral } from './chosen-work'
import { knownAnnotators } from './find-annotator'
import { workCounts } from './review-overview'
import type { WorkspaceSession } from './workspace-session'

/**
 * Everybody with annotations in documents that are not removed, those with most first, each once however many ids are
 * theirs. `own`: the ids that the person at the desk may act as; a gold set among them says of whose work it was made.
 */
export function peopleWithWork(session: WorkspaceSession, own: readonly AnnotatorId[]): readonly Person[] {
  const counts = workCounts(session)
  const people = new Map<AnnotatorId, Person>()
  const known = knownAnnotators(session)
  const byId = new Map(known.map(one => [one.id, one]))
  for (const { id, resolved } of known) {
    const found = counts.get(id)
    const standing = byId.get(resolved)
    if (found === undefined || found.annotations === 0 || standing === undefined) continue
    const before = people.get(resolved)
    people.set(resolved, {
      id: resolved,
      name: standing.name,
      what: standing.what,
      documents: Math.max(found.documents, before?.documents ?? 0),
      annotations: found.annotations + (before?.annotations ?? 0),
      ...(standing.what === 'gold' && own.includes(resolved) ? { madeOf: madeOf(session, resolved) } : {}),
    })
  }
  return [...people.values()].sort((a, b) => b.annotations - a.annotations || (a.id < b.id ? -1 : 1))
}

/** Who made the annotations that a gold set has decided about. */
function madeOf(session: WorkspaceSession, gold: AnnotatorId): readonly AnnotatorId[] {
  const { scopes } = session.state()
  const found = new Set<AnnotatorId>()
  for (const document of session.documents()) {
    const scope = scopes.get(documentScope(document))
    if (scope === undefined) continue
    const members = new Set(goldDecisions(scope, gold).flatMap(decision => [...decision.members.keys()]))
    for (const [annotator, { entries }] of members.size === 0 ? [] : scope.journals) {
      if (annotator === gold || found.has(annotator)) continue
      for (const { type, id } of entries.values()) if (type === 'annotation' && members.has(id)) found.add(annotator)
    }
  }
  return [...found]
}

/** Takes in what all say alike, and says how far the gold set is. See `adjudicate`. */
export async function runGold(
  session: WorkspaceSession,
  ports: WritePorts,
  request: Pick<AdjudicateRequest, 'gold' | 'annotators'>,
): Promise<Result<GoldAnswer, Problem>> {
  const done = await adjudicate(session, ports, { ...request, decisions: [] })
  if (!done.ok) return done
  const annotators = chooseSeveral(session, request.annotators)
  if (!annotators.ok) return annotators
  const { gold, agreed, withoutCase, documents } = done.value
  return ok({
    gold: { id: gold.id, name: gold.name },
    annotators: annotators.value.map(({ id, name, ids }) => ({ id, name, ids })),
    agreed,
    rows: rowsOf(done.value),
    withoutCase,
    left: documents.filter(({ left }) => left !== undefined).length,
  })
}

/** Decides one case of a document. See `adjudicate`. */
export async function decideGold(
  session: WorkspaceSession,
  ports: WritePorts,
  request: AdjudicateRequest,
): Promise<Result<GoldChange, Problem>> {
  const done = await adjudicate(session, ports, request)
  return done.ok ? ok({ rows: rowsOf(done.value) }) : done
}

/** Takes back, or does again, the last decision, and says how far the gold set is where it was. */
export async function undoGold(
  session: WorkspaceSession,
  ports: WritePorts,
  request: Parameters<typeof undoDecision>[2],
): Promise<Result<GoldChange, Problem>> {
  const done = await undoDecision(session, ports, request)
  return done.ok ? ok({ rows: rowsOf(done.value) }) : done
}

function rowsOf({ cases, documents }: Pick<AdjudicateOutcome, 'cases' | 'documents'>): readonly GoldRow[] {
  const byDocument = new Map<DocumentId, CaseReport[]>()
  for (const one of cases) byDocument.set(one.document, [...(byDocument.get(one.document) ?? []), one])
  return documents.flatMap(({ id, left }) => {
    const own = byDocument.get(id) ?? []
    const count = (state: CaseReport['state']) => own.filter(one => one.state === state).length
    return left === undefined
      ? [{ document: id, cases: own.length, decided: count('decided'), returned: count('returned') }]
      : []
  })
}
