import { countAnchors } from '#annotations/anchoring/count-anchors'
import type { Field } from '#annotations/changes/change'
import { editsToAddRevision } from '#annotations/edit/add-revision'
import { carryAct } from '#annotations/edit/carry'
import type { Placement } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId, DocumentId, EditId, RevisionHash } from '#annotations/model/ids'
import type { Json } from '#annotations/model/json'
import type { Release } from '#annotations/model/release'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { VersionCounts, VersionIs } from '#app/contract/version-values'
import type { Carrying, CarryOptions } from '#app/ports/carrying'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { type AnnotatorIdentity, ensureAnnotator } from './annotator-entry'
import {
  annotationsOf,
  type CarriedPlaces,
  carryAll,
  rememberedPlaces,
  rememberPlaces,
  withPlace,
} from './carried-places'
import type { WorkspaceSession } from './workspace-session'

export interface VersionPorts {
  readonly carrying: Carrying
  readonly clock: Clock
  readonly ids: Ids
}

/** A text that is to be the current one of a document. */
export interface VersionText {
  /** As it was read from a file, or as *Edit text* left it: then with `origin`, `parent` and `by`. */
  readonly revision: Revision
  readonly source?: Uint8Array
  /** Places in it of the annotator's own annotations that the caller knows: those of *Edit text* (`engine: 0`, `from` the edited text). */
  readonly mapped?: ReadonlyMap<AnnotationId, Placement>
}

/** What adding a text would do, worked out and not done. */
export interface VersionPlan {
  readonly document: DocumentId
  /**
   * What the text is to its document. `same`: the current text, so there is nothing to do. `returned`: one that the
   * document had before, so that annotations stand again where they stood in it. `new`: any other.
   */
  readonly is: VersionIs
  readonly revision: Revision
  readonly source?: Uint8Array
  /** The text that is current so far. */
  readonly former: RevisionHash
  /** Of all annotators, in the text; those that have one stored there are not among them. */
  readonly places: CarriedPlaces
}

export interface VersionOutcome {
  readonly document: DocumentId
  readonly is: VersionIs
  /** The text that is current now. */
  readonly revision: RevisionHash
  /** The edit that undo takes back; absent where nothing was done. */
  readonly edit?: EditId
  readonly counts: VersionCounts
}

/**
 * Works out what a text would be to a document and where annotations would stand in it; writes nothing. All documents
 * are to be read. Refused: `read-only`, `unknown-document`, `removed-document`, and `text-of-another` with the `document`
 * that has the text.
 */
export async function planVersion(
  session: WorkspaceSession,
  { carrying }: Pick<VersionPorts, 'carrying'>,
  document: DocumentId,
  { revision: given, source, mapped }: VersionText,
  options: CarryOptions = {},
): Promise<Result<VersionPlan, Problem>> {
  if (session.store.readOnly !== undefined) return problem('read-only', { reason: session.store.readOnly })
  const release = session.release(document)
  if (release === undefined) return problem('unknown-document', { document })
  if (release.deleted) return problem('removed-document', { document })
  const former = release.current.id
  if (given.id === former) {
    return ok({ document, is: 'same', revision: release.current, former, places: new Map() })
  }
  const before = release.revisions.get(given.id)
  const other = before === undefined ? session.documentWithText(given.id) : undefined
  if (other !== undefined) return problem('text-of-another', { document: other })
  const revision = before ?? asNext(given, release)
  const carried = await carryAll(session, carrying, document, revision, options)
  if (!carried.ok) return carried
  const places = withMapped(session, document, carried.value, mapped)
  if (before !== undefined) return ok({ document, is: 'returned', revision, former, places })
  return ok({ document, is: 'new', revision, former, places, ...(source === undefined ? {} : { source }) })
}

/** How annotations stand in the text of a plan, or stand there now that it is done. */
export function countVersion(session: WorkspaceSession, plan: VersionPlan, by: AnnotatorId | undefined): VersionCounts {
  const { document, revision, places } = plan
  const all = annotationsOf(session, document).map(({ author, annotation }) => ({
    isMine: author === by,
    annotation: withPlace(annotation, revision.id, places),
  }))
  const of = (mine: boolean) => all.filter(({ isMine }) => isMine === mine).map(({ annotation }) => annotation)
  return { mine: countAnchors(of(true), revision.id), others: countAnchors(of(false), revision.id) }
}

/**
 * Does a plan: the text is written and current, with what is stated of it, as one step of undo by the annotator, and where
 * their annotations stand in it is stored. Places of others are remembered and never stored. What stood there keeps its place. Resolves when all
 * is on disk. Refused: `changed-since` where another text became current meanwhile.
 */
export async function addVersion(
  session: WorkspaceSession,
  ports: VersionPorts,
  plan: VersionPlan,
  by: AnnotatorIdentity,
  facts: { readonly [field: Field]: Json } = {},
): Promise<Result<VersionOutcome, Problem>> {
  const { document, is, revision, source, former } = plan
  if (session.release(document)?.current.id !== former) return problem('changed-since', { document })
  const done = { document, is, revision: revision.id }
  if (is === 'same') return ok({ ...done, counts: countVersion(session, plan, by.id) })
  const known = await ensureAnnotator(session, by, ports)
  if (!known.ok) return known
  const edit = ports.ids.next()
  const wanted = { document, revision: revision.id, current: former, at: ports.clock.now(), by: by.id, facts }
  const edits = editsToAddRevision(session.state(), { ...wanted, statement: ports.ids.next(), edit })
  // What is current so far is stated before the text is there: after a stop in between the former one is current still.
  for (const statement of edits.slice(0, -1)) {
    const stated = await session.edit(statement)
    if (!stated.ok) return stated
  }
  const written = is === 'new' ? await session.addDocument(document, revision, source) : ok(undefined)
  if (!written.ok) return written
  for (const gesture of edits.slice(-1)) {
    const current = await session.edit(gesture)
    if (!current.ok) return current
  }
  rememberPlaces(session, document, revision.id, plan.places)
  const carried = await carryCurrent(session, ports, document, by)
  if (!carried.ok) return carried
  const places = rememberedPlaces(session, document, revision.id)
  return ok({ ...done, edit, counts: countVersion(session, { ...plan, places }, by.id) })
}

/**
 * Sees to it that annotations have a place in the current text of a document: stores that of the annotator's own in one
 * edit of the program, and remembers that of others. Nothing is done where all have one. Resolves with how many were
 * stored, when they are on disk. For a text that somebody else made current, or that was added before a stop.
 */
export async function carryCurrent(
  session: WorkspaceSession,
  ports: VersionPorts,
  document: DocumentId,
  by: AnnotatorIdentity | undefined,
): Promise<Result<number, Problem>> {
  const target = session.release(document)?.current
  if (target === undefined) return problem('unknown-document', { document })
  const before = rememberedPlaces(session, document, target.id)
  const carried = await carryAll(session, ports.carrying, document, target, { before })
  if (!carried.ok) return carried
  if (session.release(document)?.current.id !== target.id) return ok(0)
  rememberPlaces(session, document, target.id, carried.value)
  const isMine = [...carried.value.values()].some(({ author }) => author === by?.id)
  if (!isMine || by === undefined || session.store.readOnly !== undefined) return ok(0)
  const known = await ensureAnnotator(session, by, ports)
  if (!known.ok) return known
  const acts = annotationsOf(session, document).flatMap(({ author, annotation: { id, edit, placements } }) => {
    const place = carried.value.get(id)
    const holds = author === by.id && place?.edit === edit && !placements.has(target.id)
    return holds ? [carryAct(document, id, target.id, place.placement)] : []
  })
  if (acts.length === 0) return ok(0)
  const stored = await session.edit({ id: ports.ids.next(), at: ports.clock.now(), by: by.id, auto: true, acts })
  return stored.ok ? ok(acts.length) : stored
}

/** A text behind the one that is current; an edited one stays behind the one that was edited. */
function asNext(revision: Revision, { current, revisions }: Release): Revision {
  const isBehind = revision.origin === 'edit' && revision.parent !== null && revisions.has(revision.parent)
  return isBehind ? revision : { ...revision, parent: current.id }
}

function withMapped(
  session: WorkspaceSession,
  document: DocumentId,
  places: CarriedPlaces,
  mapped: ReadonlyMap<AnnotationId, Placement> | undefined,
): CarriedPlaces {
  if (mapped === undefined) return places
  const all = new Map(places)
  for (const { author, annotation } of annotationsOf(session, document)) {
    const placement = mapped.get(annotation.id)
    if (placement !== undefined && all.has(annotation.id))
      all.set(annotation.id, { author, edit: annotation.edit, placement })
  }
  return all
}
