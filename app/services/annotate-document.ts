import { documentScope, emptyScope } from '#annotations/changes/journal'
import { type Register, readRegister } from '#annotations/changes/resolve'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Edit } from '#annotations/edit/edit'
import type { PressmarkInput } from '#annotations/formats/pressmark/pressmark-input'
import { readPressmark } from '#annotations/formats/pressmark/read'
import { type EntryOutcome, type PressmarkPlan, toActs } from '#annotations/formats/pressmark/to-acts'
import { tagPathOf } from '#annotations/formats/tag-path'
import type { AnnotationId, DocumentId, RevisionHash } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { type AnnotatorIdentity, ensureAnnotator } from './annotator-entry'
import { sameName } from './find-annotator'
import type { WorkspaceSession } from './workspace-session'

/** Annotations that a person or a program states about one document. */
export interface AnnotateRequest {
  readonly document: DocumentId
  /** Whose annotations they become. */
  readonly annotator: AnnotatorIdentity
  /** JSON of the schema that `annotations --json` writes; of unknown shape. */
  readonly entries: unknown
}

/** What reading annotations in came to. */
export interface AnnotateOutcome {
  readonly annotator: AnnotatorIdentity
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Read in before and removed since: they stay removed. */
  readonly removed: number
  readonly entries: readonly { readonly annotation: AnnotationId; readonly state: EntryOutcome['state'] }[]
  /** Paths of tags and names of speakers that were not in the registers before. */
  readonly tags: readonly string[]
  readonly speakers: readonly string[]
}

interface WritePorts {
  readonly clock: Clock
  readonly ids: Ids
}

/**
 * Makes a document hold the annotations that the entries state: all of them or none; the same entries again change
 * nothing. Resolves with `ok` when they are on disk. A problem with an entry has the facts `entry` (from 0; -1: the
 * whole input) and `field`.
 */
export async function annotateDocument(
  session: WorkspaceSession,
  ports: WritePorts,
  request: AnnotateRequest,
): Promise<Result<AnnotateOutcome, Problem>> {
  const planned = planAnnotate(session, ports, request)
  if (!planned.ok) return planned
  const { edit, outcome } = planned.value
  if (edit.acts.length === 0) return ok(outcome)
  const known = await ensureAnnotator(session, request.annotator, ports)
  if (!known.ok) return known
  const written = await session.edit(edit)
  return written.ok ? ok(outcome) : written
}

interface Planned {
  readonly outcome: AnnotateOutcome
  readonly edit: Edit
}

/** What `annotateDocument` would do, and everything it would refuse; changes nothing. */
export function planAnnotate(
  session: WorkspaceSession,
  ports: WritePorts,
  { document, annotator, entries }: AnnotateRequest,
): Result<Planned, Problem> {
  const release = session.release(document)
  if (release === undefined) return problem('unknown-document', { document })
  const texts = new Map([...release.revisions.values()].map(({ id, text }) => [id, text]))
  const read = readPressmark(entries, { document, current: release.current.id, texts })
  if (!read.ok) return problem(read.error.code, { entry: read.error.entry, field: read.error.field })
  const refused = refusedHere(read.value, annotator, release.current.id)
  if (refused !== undefined) return refused
  const { scopes } = session.state()
  const plan = toActs(read.value, {
    document,
    by: annotator.id,
    scope: scopes.get(documentScope(document)) ?? emptyScope,
    codebook: readRegister(scopes.get('codebook') ?? emptyScope),
    speakers: readRegister(scopes.get('speakers') ?? emptyScope),
    ids: ports.ids,
  })
  if (!plan.ok) return problem(plan.error.code, { entry: plan.error.entry, field: plan.error.field })
  const edit: Edit = { id: ports.ids.next(), at: ports.clock.now(), by: annotator.id, acts: plan.value.acts }
  const applied = applyEdit(session.state(), edit)
  if (!applied.ok) return applied
  const codebook = readRegister(applied.value.state.scopes.get('codebook') ?? emptyScope)
  return ok({ edit, outcome: outcomeOf(annotator, plan.value, codebook) })
}

/** What an entry may say by the schema, but not here. */
function refusedHere(inputs: readonly PressmarkInput[], annotator: AnnotatorIdentity, current: RevisionHash) {
  for (const { entry, author, authorId, revision } of inputs) {
    const isOther = author !== undefined && author !== annotator.id && !sameName(author, annotator.name)
    if (isOther) return problem('wrong-author', { entry, field: 'author', author, annotator: annotator.name })
    if (authorId !== undefined && authorId !== annotator.id) {
      return problem('wrong-author', { entry, field: 'authorId', author: authorId, annotator: annotator.id })
    }
    if (revision !== current) return problem('not-yet', { entry, field: 'revision', what: 'other-revision' })
  }
  return undefined
}

function outcomeOf(
  annotator: AnnotatorIdentity,
  { acts, entries }: PressmarkPlan,
  codebook: Register,
): AnnotateOutcome {
  const count = (state: EntryOutcome['state']) => entries.filter(entry => entry.state === state).length
  const added = acts.flatMap(act => (act.do === 'add-entry' ? [act] : []))
  return {
    annotator,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    removed: count('removed'),
    entries: entries.map(({ annotation, state }) => ({ annotation, state })),
    tags: added.filter(({ register }) => register === 'codebook').map(({ id }) => tagPathOf(codebook, id)),
    speakers: added.filter(({ register }) => register === 'speakers').map(({ fields }) => String(fields.name)),
  }
}
