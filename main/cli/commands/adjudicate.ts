import { resolve } from 'node:path'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { parseJson } from '#annotations/workspace/parse-json'
import {
  type AdjudicateOutcome,
  type AdjudicateRequest,
  adjudicate as adjudicateIn,
  planAdjudication,
  type WantedDecision,
} from '#app/services/adjudicate'
import type { CaseReport } from '#app/services/adjudication-cases'
import { annotationList } from '#app/services/annotation-list'
import { findReader, knownAnnotators } from '#app/services/find-annotator'
import { adjudicateOutcome } from '#app/services/owner-answers'
import type { OwnerRequest } from '#app/services/owner-calls'
import { readDecisions } from '#app/services/read-decisions'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { machineClock, machineIds } from '../../clock-and-ids'
import { machineFiles } from '../../files'
import { openProfile, type ProfileFile } from '../../profile/profile'
import { findGold, keepWriter } from '../../profile/writer'
import { askOwner } from '../ask-owner'
import type { CliIo } from '../cli-io'
import { notComparedNotes } from '../figures'
import { findWriter } from '../identity'
import { isInside } from '../inside-workspace'
import { write } from '../open-workspace'
import type { CommandResult } from '../outcome'
import { noDocument, reading } from '../reading'
import { count, oneLine, table } from '../table'

export interface AdjudicateOptions {
  readonly gold: string
  readonly annotators?: readonly string[]
  readonly document: readonly string[]
  readonly decide?: string
  readonly export?: string
  readonly userFolder: string
}

/** Largest file of decisions, in bytes. */
const maxBytes = 16 * 1024 * 1024
const ports = { clock: machineClock, ids: machineIds }

/** `adjudicate WORKSPACE --annotators A,B --gold NAME`: a gold set of what they agree on and what was decided. */
export async function adjudicate(io: CliIo, workspace: string, options: AdjudicateOptions): Promise<CommandResult> {
  const { annotators = [], export: path } = options
  if (annotators.length === 0) {
    return path === undefined ? problem('nothing-asked') : exportGold(io, workspace, { ...options, export: path })
  }
  const decisions = await decisionsIn(io, options.decide)
  if (!decisions.ok) return decisions
  const profile = await openProfile(options.userFolder)
  const prepare = (session: WorkspaceSession) => requestFor(io, session, profile, decisions.value, options)
  const done = await write<AdjudicateOutcome>(io, workspace, {
    annotators: profile.read().annotators.map(({ id }) => id),
    userFolder: options.userFolder,
    async own(session) {
      const request = await prepare(session)
      return request.ok ? adjudicateIn(session, ports, request.value) : request
    },
    async handOver(owner, session) {
      const request = await prepare(session)
      if (!request.ok) return request
      const answer = await askOwner(io, owner, 'adjudicate', toOwner(request.value))
      return answer.ok ? adjudicateOutcome(answer.value) : answer
    },
  })
  if (!done.ok) return done
  const written = path === undefined ? ok(undefined) : await exportGold(io, workspace, { ...options, export: path })
  if (!written.ok) return written
  const notes = [...notComparedNotes(done.value), ...(written.value === undefined ? [] : [written.value.text])]
  return ok({ status: 0, json: done.value, text: asText(done.value), notes })
}

/** The request as the window that has the workspace takes it. */
function toOwner({ gold, annotators, documents, decisions }: AdjudicateRequest): OwnerRequest<'adjudicate'> {
  return {
    gold: { id: gold.id, name: gold.name, what: 'gold', keeper: gold.keeper ?? '' },
    annotators: [...annotators],
    decisions: decisions.map(({ members, ...one }) => ({ ...one, members: [...members] })),
    ...(documents === undefined ? {} : { documents: [...documents] }),
  }
}

/** What is asked of the service; the gold set is kept in the profile only when it can be made. */
async function requestFor(
  io: CliIo,
  session: WorkspaceSession,
  profile: ProfileFile,
  decisions: readonly WantedDecision[],
  { annotators = [], document, gold: wanted }: AdjudicateOptions,
): Promise<Result<AdjudicateRequest, Problem>> {
  const missing = document.find(id => session.release(id) === undefined)
  if (missing !== undefined) return noDocument(session, missing)
  const keeper = findWriter(io, session, profile.read(), undefined)
  if (!keeper.ok) return keeper
  const found = findGold(session, profile.read(), wanted)
  if (!found.ok) return found
  const request = {
    gold: { ...found.value.identity, keeper: keeper.value.identity.id },
    annotators,
    decisions,
    ...(document.length === 0 ? {} : { documents: [...new Set(document)] }),
  }
  // What would be refused leaves no trace, not even a gold set in the profile.
  const planned = await planAdjudication(session, request)
  if (!planned.ok) return planned
  const kept = await keepWriter(profile, keeper.value)
  if (!kept.ok) return kept
  const gold = await keepWriter(profile, found.value)
  if (!gold.ok) return gold
  return ok({ ...request, gold: { ...gold.value, keeper: kept.value.id } })
}

async function decisionsIn(io: CliIo, path: string | undefined): Promise<Result<readonly WantedDecision[], Problem>> {
  if (path === undefined) return ok([])
  const file = await machineFiles.read(resolve(io.cwd, path), maxBytes)
  if (!file.ok) return file
  const parsed = parseJson(new TextDecoder().decode(file.value.bytes))
  return parsed.ok ? readDecisions(parsed.value) : problem(parsed.error.code, { path })
}

function exportGold(
  io: CliIo,
  workspace: string,
  { gold, document, export: path }: AdjudicateOptions & { readonly export: string },
): Promise<CommandResult> {
  const file = resolve(io.cwd, path)
  if (isInside(resolve(io.cwd, workspace), file)) return Promise.resolve(problem('inside-workspace', { path: file }))
  const documents = document.length === 0 ? undefined : [...new Set(document)]
  return reading(io, workspace, documents, async session => {
    const known = knownAnnotators(session)
    const found = findReader(known, gold)
    if (!found.ok) return found
    if (!known.some(({ id, what }) => found.value.includes(id) && what === 'gold'))
      return problem('no-gold', { annotator: gold })
    const list = annotationList(session, { annotators: found.value, ...(documents && { documents }) }, io.version)
    const text = `${JSON.stringify(list, null, 2)}\n`
    const written = await machineFiles.write(file, new TextEncoder().encode(text))
    if (!written.ok) return written
    const json = { path, annotations: list.length }
    return ok({ status: 0, json, text: `${count(list.length, 'annotation')} of ${gold} written to ${path}` })
  })
}

function asText({ gold, annotators, agreed, decided, unchanged, cases, withoutCase }: AdjudicateOutcome): string {
  const names = new Map(annotators.map(({ id, name }) => [id, oneLine(name, 20)]))
  const left = cases.filter(({ state }) => state !== 'decided')
  const lines = [
    `${gold.name}: ${count(agreed, 'case')} taken in as all agree, ${decided} decided`,
    ...(unchanged > 0 ? [`${count(unchanged, 'decision')} stood already`] : []),
    ...(withoutCase > 0 ? [`${count(withoutCase, 'decision')} about annotations that are gone`] : []),
    left.length === 0 ? 'Nothing is left to decide' : `${count(left.length, 'case')} to decide:`,
  ]
  return left.length === 0
    ? lines.join('\n')
    : `${lines.join('\n')}\n${table(
        left.flatMap(one => toRows(one, names)),
        '  ',
      )}`
}

/** A row for each member; the first has the case's place and state. */
function toRows({ document, state, start, end, members, decision }: CaseReport, names: ReadonlyMap<string, string>) {
  const before =
    decision === undefined
      ? ''
      : ` (was ${decision.annotation === null ? 'nothing' : 'taken'}: ${oneLine(decision.why, 30)})`
  return members.map(({ annotator, annotation, kind, exact }, n) => [
    n === 0 ? document : '',
    n === 0 ? `${start}-${end}` : '',
    n === 0 ? `${state}${before}` : '',
    names.get(annotator) ?? annotator,
    kind,
    oneLine(exact, 50),
    annotation,
  ])
}
