import type { CodingRegisters } from '#annotations/agreement/coded-annotation'
import { guestsIn } from '#annotations/changes/guests'
import { documentScope, emptyScope, type Scope } from '#annotations/changes/journal'
import { type Register, readRegister } from '#annotations/changes/resolve'
import type { AnnotatorId, DocumentId, RevisionHash } from '#annotations/model/ids'
import { readReviews } from '#annotations/model/review'
import { differencesOf } from '#annotations/review/differences'
import type { Colleague, ReviewOverview, ReviewRow } from '#app/contract/review-values'
import { annotationsIn } from './document-row'
import { knownAnnotators } from './find-annotator'
import type { WorkspaceSession } from './workspace-session'

export interface OverviewQuestion {
  readonly mine: AnnotatorId
  /** The colleague; where none is named, or one who is not there, the one with most annotations. */
  readonly theirs?: AnnotatorId | undefined
  /** Others whose work is looked at beside theirs; who is not there is left out. */
  readonly also?: readonly AnnotatorId[] | undefined
}

/**
 * Whose work can be reviewed, and for one of them, or several together, how far one is with each document. Documents that are removed are left
 * out. Only what changed since it was last asked is compared again. `pause` is waited for between two documents, so that a large workspace holds
 * nothing up.
 */
export async function reviewOverview(
  session: WorkspaceSession,
  { mine, theirs: wanted, also: others = [] }: OverviewQuestion,
  pause: () => Promise<void>,
): Promise<ReviewOverview> {
  const colleagues = colleaguesOf(session, mine)
  const theirs = (colleagues.find(({ id }) => id === wanted) ?? colleagues[0])?.id
  if (theirs === undefined) return { colleagues, rows: [] }
  const also = colleagues.flatMap(({ id }) => (id !== theirs && others.includes(id) ? [id] : []))
  const rows: ReviewRow[] = []
  for (const document of session.documents()) {
    const own = [theirs, ...also].flatMap(id => rowOf(session, document, { mine, theirs: id }) ?? [])
    if (own.length > 0) rows.push(sumOf(document, own))
    await pause()
  }
  return { colleagues, theirs, also, rows }
}

function sumOf(document: DocumentId, rows: readonly ReviewRow[]): ReviewRow {
  const sum = (of: (row: ReviewRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return { document, cases: sum(row => row.cases), settled: sum(row => row.settled), alike: sum(row => row.alike) }
}

/** All annotators but oneself who have annotations, or reviews, in documents that are not removed. */
function colleaguesOf(session: WorkspaceSession, mine: AnnotatorId): readonly Colleague[] {
  const counts = workCounts(session)
  const guests = guestsIn(session.state().scopes.get('settings'))
  return knownAnnotators(session)
    .flatMap(({ id, name, what }) => {
      const found = id === mine ? undefined : counts.get(id)
      return found === undefined ? [] : [{ id, name, what, guest: guests.has(id), ...found }]
    })
    .sort((a, b) => b.annotations - a.annotations || (a.id < b.id ? -1 : 1))
}

/** In how many documents that are not removed each annotator has annotations, and how many; 0 for who has only spoken of others'. */
export function workCounts(
  session: WorkspaceSession,
): ReadonlyMap<AnnotatorId, { readonly documents: number; readonly annotations: number }> {
  const { scopes } = session.state()
  const counts = new Map<AnnotatorId, { documents: number; annotations: number }>()
  for (const document of session.documents()) {
    const scope = scopes.get(documentScope(document))
    if (scope === undefined || session.release(document)?.deleted !== false) continue
    for (const [annotator, annotations] of countsIn(scope)) {
      const before = counts.get(annotator) ?? { documents: 0, annotations: 0 }
      counts.set(annotator, {
        documents: before.documents + (annotations > 0 ? 1 : 0),
        annotations: before.annotations + annotations,
      })
    }
  }
  return counts
}

const counted = new WeakMap<Scope, ReadonlyMap<AnnotatorId, number>>()

/** How many annotations each annotator has in a document who has any there, or has spoken of others'. */
function countsIn(scope: Scope): ReadonlyMap<AnnotatorId, number> {
  const known = counted.get(scope)
  if (known !== undefined) return known
  const counts = new Map<AnnotatorId, number>()
  for (const { author } of annotationsIn(scope)) counts.set(author, (counts.get(author) ?? 0) + 1)
  for (const { by, withdrawn } of readReviews(scope)) if (!withdrawn && !counts.has(by)) counts.set(by, 0)
  counted.set(scope, counts)
  return counts
}

interface KnownRow {
  readonly codebook: Register
  readonly speakers: Register
  readonly current: string
  readonly row: ReviewRow | undefined
}

/** By document, then by the two whose work is compared. */
const compared = new WeakMap<Scope, Map<string, KnownRow>>()

function rowOf(
  session: WorkspaceSession,
  document: DocumentId,
  sides: { readonly mine: AnnotatorId; readonly theirs: AnnotatorId },
): ReviewRow | undefined {
  const { scopes } = session.state()
  const scope = scopes.get(documentScope(document))
  const release = session.release(document)
  if (scope === undefined || release === undefined || release.deleted) return undefined
  const registers = {
    codebook: readRegister(scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(scopes.get('speakers') ?? emptyScope),
  }
  const now = { ...registers, current: release.current.id }
  const both = `${sides.mine} ${sides.theirs}`
  const ofScope = compared.get(scope) ?? new Map<string, KnownRow>()
  compared.set(scope, ofScope)
  const known = ofScope.get(both)
  const same = known?.codebook === now.codebook && known.speakers === now.speakers && known.current === now.current
  if (same) return known.row
  const row = scope.journals.has(sides.theirs)
    ? compare(scope, document, release.current.id, sides, registers)
    : undefined
  ofScope.set(both, { ...now, row })
  return row
}

/** Nothing where they have no annotation and nothing waits for an answer. */
function compare(
  scope: Scope,
  document: DocumentId,
  revision: RevisionHash,
  sides: { readonly mine: AnnotatorId; readonly theirs: AnnotatorId },
  registers: CodingRegisters,
): ReviewRow | undefined {
  const { cases, alike } = differencesOf(scope, revision, sides, registers)
  const isTold = (countsIn(scope).get(sides.theirs) ?? 0) > 0 || cases.some(({ type }) => type === 'answer')
  return isTold ? { document, cases: cases.length, settled: cases.filter(one => one.settled).length, alike } : undefined
}
