import { standingValue } from '#annotations/changes/entry'
import { guestsIn } from '#annotations/changes/guests'
import { documentScope } from '#annotations/changes/journal'
import type { AnnotatorId, DocumentId, Instant } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import { headlineOf } from '#annotations/model/release'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { type Bundle, readBundle } from '#annotations/review/read-bundle'
import { fitOf, type Receiver, receiveBundle } from '#annotations/review/receive'
import { writeBundle } from '#annotations/review/write-bundle'
import type { BundlePreview, ReceiveOutcome } from '#app/contract/review-values'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { type AnnotatorIdentity, ensureAnnotator } from './annotator-entry'
import type { WorkspaceSession } from './workspace-session'

/** What goes into a bundle. */
export interface BundleRequest {
  readonly annotator: AnnotatorId
  /** Only these; all that the annotator has said something in, if not given. */
  readonly documents?: readonly DocumentId[]
  readonly texts: boolean
  readonly made: Instant
}

/** A bundle that was made: its files by name, and what they hold. */
export interface MadeBundle {
  readonly files: ReadonlyMap<string, string>
  readonly documents: number
  readonly annotations: number
}

/** Gathers one annotator's work. Refused: an annotator who has said nothing in these documents. */
export function makeBundle(session: WorkspaceSession, request: BundleRequest): Result<MadeBundle, Problem> {
  const state = session.state()
  const { annotator, made, texts } = request
  const wanted = request.documents ?? session.documents()
  const documents = wanted.flatMap(id => {
    const release = session.release(id)
    if (release === undefined || state.scopes.get(documentScope(id))?.journals.has(annotator) !== true) return []
    const { current, revisions } = release
    return [{ id, headline: headlineOf(release), current: current.id, revisions: [...revisions.values()] }]
  })
  if (documents.length === 0) return problem('nothing-to-bundle', { annotator })
  const files = writeBundle(state, { annotator, made, documents, texts })
  const annotations = documents.reduce((sum, { id }) => {
    return sum + countAnnotations(state.scopes.get(documentScope(id))?.journals.get(annotator)?.entries.values() ?? [])
  }, 0)
  return ok({ files, documents: documents.length, annotations })
}

/** Reads a bundle and says what it would bring. Nothing is written. */
export function previewBundle(
  session: WorkspaceSession,
  own: ReadonlySet<AnnotatorId>,
  files: ReadonlyMap<string, string>,
): Result<BundlePreview, Problem> {
  const bundle = readBundle(files)
  if (!bundle.ok) return bundle
  const receiver = receiverOf(session, own)
  const received = receiveBundle(bundle.value, receiver)
  if (!received.ok) return received
  const { annotator, made, documents, journals } = bundle.value
  return ok({
    annotator: { id: annotator, name: senderName(bundle.value) },
    made,
    isMember: isMember(session, annotator),
    documents: documents.map(document => {
      const fit = fitOf(document, bundle.value, receiver)
      const here = 'document' in fit ? receiver.documents.get(fit.document) : undefined
      return {
        id: document.id,
        headline: document.headline,
        fit,
        annotations: countAnnotations(journals.get(documentScope(document.id))?.entries.values() ?? []),
        sameText: here?.includes(document.current) ?? false,
      }
    }),
    news: received.value.journals.size,
  })
}

export interface ReceiveRequest {
  readonly files: ReadonlyMap<string, string>
  /** Who receives: the guest list and the aliases are their statements. */
  readonly by: AnnotatorIdentity
  readonly own: ReadonlySet<AnnotatorId>
  /** Of bundled documents that fit several here, which they are. */
  readonly chosen?: ReadonlyMap<DocumentId, DocumentId>
  /** Whoever sent it works in this folder and comes as no guest. */
  readonly member?: boolean
}

/**
 * Receives a bundle: texts that are nowhere here, then the receiver's statements, then the sender's files, so that a
 * stop in between leaves no stranger a member. Receiving again does what was left undone.
 */
export async function receive(
  session: WorkspaceSession,
  ports: { readonly clock: Clock; readonly ids: Ids },
  request: ReceiveRequest,
): Promise<Result<ReceiveOutcome, Problem>> {
  const bundle = readBundle(request.files)
  if (!bundle.ok) return bundle
  const receiver = receiverOf(session, request.own)
  const received = receiveBundle(bundle.value, receiver, request.chosen)
  if (!received.ok) return received
  const { added, journals, missing } = received.value
  for (const [document, revisions] of added) {
    for (const revision of revisions) {
      const written = await session.addDocument(document, revision)
      if (!written.ok) return written
    }
  }
  const acts = received.value.acts.filter(act => request.member !== true || act.do === 'set-fact')
  if (acts.length > 0) {
    const known = await ensureAnnotator(session, request.by, ports)
    if (!known.ok) return known
    const edit = { id: ports.ids.next(), at: ports.clock.now(), by: request.by.id, acts, auto: true } as const
    const stated = await session.edit(edit)
    if (!stated.ok) return stated
  }
  const written = await session.receive([...journals].map(([scope, journal]) => ({ scope, journal })))
  if (!written.ok) return written
  const { annotator } = bundle.value
  return ok({
    annotator: { id: annotator, name: senderName(bundle.value) },
    changed: journals.size,
    added: [...added.keys()],
    missing: missing.map(({ id, headline, ...document }) => ({
      id,
      headline,
      several: fitOf({ id, headline, ...document }, bundle.value, receiver).by === 'several',
    })),
  })
}

function receiverOf(session: WorkspaceSession, own: ReadonlySet<AnnotatorId>): Receiver {
  const documents = new Map(
    session.documents().map(id => [id, [...(session.release(id)?.revisions.keys() ?? [])]] as const),
  )
  return { state: session.state(), documents, own }
}

function isMember(session: WorkspaceSession, annotator: AnnotatorId): boolean {
  const { scopes } = session.state()
  if (guestsIn(scopes.get('settings')).has(annotator)) return false
  return [...scopes.values()].some(({ journals }) => journals.has(annotator))
}

function senderName({ annotator, journals }: Bundle): string {
  const name = standingValue(journals.get('annotators')?.entries.get(`annotator:${annotator}`), 'name')
  return typeof name === 'string' ? name : annotator
}

function countAnnotations(entries: Iterable<Parameters<typeof readAnnotation>[0]>): number {
  return [...entries].filter(entry => readAnnotation(entry)?.deleted === false).length
}
