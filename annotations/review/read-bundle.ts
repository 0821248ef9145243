import { ownTypes } from '../changes/entry'
import type { Journal, ScopeKey } from '../changes/journal'
import {
  type AnnotatorId,
  type DocumentId,
  type Instant,
  isId,
  isRevisionHash,
  type RevisionHash,
  type WorkspaceId,
} from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import { ok, type Problem, problem, type Result } from '../model/result'
import type { Revision } from '../model/revision'
import { readEnvelope } from '../workspace/envelope'
import { type HashText, hashText } from '../workspace/hash-text'
import { readJournal } from '../workspace/journal-file'
import { readRevision } from '../workspace/revision-file'
import { bundledRegisters, journalPath, manifestName } from './write-bundle'

/** Why a bundle was not read; nothing of it was. `file` names what is wrong in it. */
export type BundleCode = 'not-a-bundle' | 'damaged-bundle' | 'newer-version' | 'foreign-file'

/** A document that a bundle tells of; its texts where they came along. */
export interface DocumentInBundle {
  readonly id: DocumentId
  readonly headline: string
  readonly current: RevisionHash
  readonly revisions: readonly RevisionHash[]
}

/** One annotator's work as it came, checked in itself and against nothing else. */
export interface Bundle {
  readonly workspace: WorkspaceId
  readonly annotator: AnnotatorId
  readonly made: Instant
  readonly documents: readonly DocumentInBundle[]
  readonly journals: ReadonlyMap<ScopeKey, Journal>
  readonly texts: ReadonlyMap<DocumentId, readonly Revision[]>
}

/**
 * Reads the files of a bundle. Refused as a whole: no list or one of a newer program; a file that is missing, altered
 * or not listed; a file of another annotator, with entries that are not theirs, or at a place where none belongs. The
 * hashes show damage, not forgery.
 */
export function readBundle(
  files: ReadonlyMap<string, string>,
  sha256: HashText = hashText,
): Result<Bundle, Problem<BundleCode>> {
  const manifest = readManifest(files.get(manifestName), sha256)
  if (!manifest.ok) return manifest
  const { hashes, ...bundle } = manifest.value
  const journals = new Map<ScopeKey, Journal>()
  const texts = new Map<DocumentId, readonly Revision[]>()
  const places = placesOf(bundle.annotator, bundle.documents)
  for (const path of files.keys())
    if (path !== manifestName && !hashes.has(path)) return problem('foreign-file', { file: path })
  for (const [path, hash] of hashes) {
    const text = files.get(path)
    if (text === undefined || sha256(text) !== hash) return problem('damaged-bundle', { file: path })
    const place = places.get(path)
    if (place === undefined) return problem('foreign-file', { file: path })
    if (place.is === 'text') {
      const read = readRevision(text, sha256)
      if (!read.ok || read.value.newer) return unreadable(read.ok || read.error.code === 'newer-version', path)
      if (read.value.revision.id !== place.revision) return problem('foreign-file', { file: path })
      texts.set(place.document, [...(texts.get(place.document) ?? []), read.value.revision])
      continue
    }
    const read = readJournal(text, sha256)
    if (!read.ok || read.value.newer) return unreadable(read.ok || read.error.code === 'newer-version', path)
    const { journal, scope } = read.value
    if (scope !== place.scope || journal.annotator !== bundle.annotator || !isTheirOwn(journal)) {
      return problem('foreign-file', { file: path })
    }
    journals.set(scope, journal)
  }
  return ok({ ...bundle, journals, texts })
}

type Manifest = Pick<Bundle, 'workspace' | 'annotator' | 'made' | 'documents'> & {
  readonly hashes: ReadonlyMap<string, string>
}

function readManifest(text: string | undefined, sha256: HashText): Result<Manifest, Problem<BundleCode>> {
  if (text === undefined) return problem('not-a-bundle')
  const envelope = readEnvelope(text, sha256)
  if (!envelope.ok) return unreadable(envelope.error.code === 'newer-version', manifestName)
  const { head, entries, newer, sound } = envelope.value
  if (newer) return problem('newer-version')
  if (head.format !== 'pressmark-bundle' || head.annotator === undefined) return problem('not-a-bundle')
  if (!sound) return problem('damaged-bundle', { file: manifestName })
  const documents: DocumentInBundle[] = []
  const hashes = new Map<string, string>()
  for (const line of entries) {
    if (!isJsonObject(line)) return problem('damaged-bundle', { file: manifestName })
    const document = line.type === 'document' ? readDocument(line) : undefined
    if (document !== undefined) documents.push(document)
    else if (line.type === 'file' && typeof line.path === 'string' && isRevisionHash(line.sha256)) {
      hashes.set(line.path, line.sha256)
    } else if (line.type === 'document' || line.type === 'file')
      return problem('damaged-bundle', { file: manifestName })
  }
  const made = head.extra?.get('made')
  const { workspace, annotator } = head
  return ok({ workspace, annotator, made: typeof made === 'string' ? made : '', documents, hashes })
}

function readDocument({ id, headline, current, revisions }: { readonly [name: string]: Json }) {
  if (!isId(id) || typeof headline !== 'string' || !isRevisionHash(current) || !Array.isArray(revisions))
    return undefined
  return revisions.every(isRevisionHash) ? { id, headline, current, revisions } : undefined
}

type Place =
  | { readonly is: 'journal'; readonly scope: ScopeKey }
  | { readonly is: 'text'; readonly document: DocumentId; readonly revision: RevisionHash }

/** The only paths that a bundle may hold: no name in it is ever a path on a disk. */
function placesOf(annotator: AnnotatorId, documents: readonly DocumentInBundle[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const scopes: readonly ScopeKey[] = [
    'annotators',
    ...bundledRegisters,
    ...documents.map(({ id }) => `document:${id}` as const),
  ]
  for (const scope of scopes) places.set(journalPath(scope, annotator), { is: 'journal', scope })
  for (const { id, revisions } of documents) {
    for (const revision of revisions) {
      places.set(`documents/${id}/revisions/${revision}.json`, { is: 'text', document: id, revision })
    }
  }
  return places
}

/** An annotator's file says nothing of who another annotator is, and in a document nobody else's word (`by`) is theirs. */
function isTheirOwn(journal: Journal): boolean {
  return [...journal.entries.values()].every(({ type, id, changes }) => {
    if (type === 'annotator' || type === 'progress') return id === journal.annotator
    return !ownTypes.has(type) || changes.every(({ by }) => by === undefined || by === journal.annotator)
  })
}

function unreadable(newer: boolean, file: string) {
  return problem(newer ? 'newer-version' : file === manifestName ? 'not-a-bundle' : 'damaged-bundle', { file })
}
