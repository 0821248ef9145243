import { type Entry, entryKey, standingValue, sumChanges } from '#annotations/changes/entry'
import { documentOf, documentScope, type Journal } from '#annotations/changes/journal'
import { isPurged } from '#annotations/changes/purge'
import type { Register } from '#annotations/changes/resolve'
import type { Annotation, Voice } from '#annotations/model/annotation'
import { defaultClaimTypes } from '#annotations/model/claim-types'
import type { DocumentId, RevisionHash } from '#annotations/model/ids'
import { placementFlaw, placementPrefix } from '#annotations/model/placement-flaw'
import { readAnnotation } from '#annotations/model/read-annotation'
import type { Revision } from '#annotations/model/revision'
import type { Problems } from './problems'
import type { Everything } from './read-everything'

/** The registers that annotations refer to. */
export interface Registers {
  readonly codebook: Register
  readonly speakers: Register
  readonly claims: Register
}

/** Notes what is wrong between a workspace's texts: missing sources and parents, one text in two documents. */
export function checkTexts({ revisions, sources }: Everything, problems: Problems): void {
  const documentOfText = new Map<RevisionHash, DocumentId>()
  for (const [document, texts] of revisions) {
    const known = new Set(texts.map(({ revision }) => revision.id))
    for (const { file, revision } of texts) {
      const { parent, source, attachedTo } = revision
      if (parent !== null && !known.has(parent)) problems.add(file, 'unknown-revision', parent)
      if (source !== undefined && sources.get(document)?.has(source.sha256) !== true) {
        problems.add(file, 'missing-source', source.sha256)
      }
      if (attachedTo !== undefined && !revisions.has(attachedTo.document)) {
        problems.add(file, 'unknown-document', attachedTo.document)
      }
      const other = documentOfText.get(revision.id)
      if (other === undefined) documentOfText.set(revision.id, document)
      else problems.add(file, 'duplicate-text', other)
    }
  }
  for (const [document, files] of sources) {
    const used = new Set(revisions.get(document)?.map(({ revision }) => revision.source?.sha256))
    for (const [hash, file] of files) if (!used.has(hash)) problems.add(file, 'orphan')
  }
}

/** Notes annotations that do not stand where they say, or refer to what is not there. */
export function checkAnnotations(everything: Everything, registers: Registers, problems: Problems): void {
  for (const [scope, journals] of everything.journals) {
    const document = documentOf(scope)
    if (document === undefined) continue
    const texts = everything.revisions.get(document) ?? []
    const byHash = new Map(texts.map(({ revision }) => [revision.id, revision]))
    for (const { file, journal } of journals.values()) {
      if (texts.length === 0 && isPurged(journal)) continue
      if (texts.length === 0) problems.add(file, 'orphan')
      else checkJournal(journal, byHash, registers, (code, entry) => problems.add(file, code, entry))
    }
    noteRepeatedIds(everything, document, problems)
  }
}

type Note = (code: string, entry: string) => void

function checkJournal(
  journal: Journal,
  texts: ReadonlyMap<RevisionHash, Revision>,
  registers: Registers,
  note: Note,
): void {
  const current = standingValue(journal.entries.get(entryKey('fact', '')), 'current')
  if (typeof current === 'string' && !texts.has(current)) note('unknown-revision', current)
  for (const entry of journal.entries.values()) {
    const annotation = readAnnotation(entry)
    if (annotation === undefined) continue
    checkPlacements(entry, texts, note)
    if (!annotation.deleted) checkReferences(annotation, registers, note)
  }
}

function checkPlacements(entry: Entry, texts: ReadonlyMap<RevisionHash, Revision>, note: Note): void {
  for (const [field, { value }] of sumChanges(entry.changes)) {
    if (!field.startsWith(placementPrefix) || value === null) continue
    const revision = texts.get(field.slice(placementPrefix.length))
    const flaw = revision === undefined ? 'unknown-revision' : placementFlaw(value, revision)
    if (flaw !== undefined) note(flaw, entry.id)
  }
}

function checkReferences(annotation: Annotation, { codebook, speakers, claims }: Registers, note: Note): void {
  const voices: readonly Voice[] =
    annotation.kind === 'quote'
      ? annotation.quote.speakers
      : annotation.kind === 'claim' && annotation.claim.claimant !== undefined
        ? [annotation.claim.claimant]
        : []
  const named = voices.flatMap(({ speaker, organisation }) => [speaker, organisation])
  for (const id of named) if (id !== undefined && !speakers.entries.has(id)) note('unknown-speaker', annotation.id)
  for (const tag of annotation.tags) if (!codebook.entries.has(tag)) note('unknown-tag', annotation.id)
  if (annotation.kind !== 'claim') return
  const { type, of } = annotation.claim
  const isKnownType =
    type === undefined || codebook.entries.has(type) || defaultClaimTypes.some(({ id }) => id === type)
  if (!isKnownType) note('unknown-claim-type', annotation.id)
  if (of !== undefined && !claims.entries.has(of)) note('unknown-claim', annotation.id)
}

/** An annotation is whole in its annotator's file: the same id in two files is two annotations under one name. */
function noteRepeatedIds({ journals }: Everything, document: DocumentId, problems: Problems): void {
  const seen = new Set<string>()
  for (const { file, journal } of journals.get(documentScope(document))?.values() ?? []) {
    for (const { type, id } of journal.entries.values()) {
      if (type !== 'annotation') continue
      if (seen.has(id)) problems.add(file, 'duplicate-id', id)
      seen.add(id)
    }
  }
}
