import type { Change } from '../changes/change'
import { type Entry, type EntryKey, entryKey, ownTypes, sumChanges } from '../changes/entry'
import {
  documentOf,
  emptyJournal,
  type Journal,
  type RegisterName,
  type Scope,
  type ScopeKey,
  type WorkspaceState,
} from '../changes/journal'
import { uniteEntries, uniteScope } from '../changes/unite'
import type { AnnotatorId, DocumentId, Instant, RevisionHash } from '../model/ids'
import { isJsonObject, type Json } from '../model/json'
import type { Revision } from '../model/revision'
import { writeEnvelope } from '../workspace/envelope'
import { type HashText, hashText } from '../workspace/hash-text'
import { writeJournal } from '../workspace/journal-file'
import { writeRevision } from '../workspace/revision-file'

/** The registers whose statements travel; settings are the workspace's own business. */
export const bundledRegisters = ['codebook', 'speakers', 'claims'] as const satisfies readonly RegisterName[]

/** The name of the list of what a bundle holds. */
export const manifestName = 'bundle.json'

/** A document as a bundle tells of it. */
export interface BundledDocument {
  readonly id: DocumentId
  readonly headline: string
  readonly current: RevisionHash
  readonly revisions: readonly Revision[]
}

export interface BundleWish {
  readonly annotator: AnnotatorId
  readonly made: Instant
  readonly documents: readonly BundledDocument[]
  /** Whether the texts go along; without them the receiver must have them. */
  readonly texts: boolean
}

/** Where a journal lies in a workspace and in a bundle. */
export function journalPath(scope: ScopeKey, annotator: AnnotatorId): string {
  const document = documentOf(scope)
  const folder = document === undefined ? scope : `documents/${document}/annotations`
  return `${folder}/${annotator}.json`
}

/**
 * The files of a bundle by path: a list with the hash of each, one annotator's journals as they are, with what others
 * stated of the entries they refer to (marked `by`), and the texts if wished. The same state gives the same files.
 */
export function writeBundle(
  state: WorkspaceState,
  wish: BundleWish,
  sha256: HashText = hashText,
): ReadonlyMap<string, string> {
  const { annotator, documents, made, texts } = wish
  const { workspace } = state
  const files = new Map<string, string>()
  const journals: Journal[] = []
  const addJournal = (scope: ScopeKey, journal: Journal | undefined) => {
    if (journal === undefined || journal.newer === true) return
    journals.push(journal)
    files.set(journalPath(scope, annotator), writeJournal(journal, { workspace, scope }, sha256, 'once'))
  }
  addJournal('annotators', state.scopes.get('annotators')?.journals.get(annotator))
  const own = documents.map(({ id }) => [`document:${id}`, journalOf(state, `document:${id}`, annotator)] as const)
  const referred = referredIds(own.flatMap(([, journal]) => [...(journal?.entries.values() ?? [])]))
  for (const register of bundledRegisters) addJournal(register, withReferred(state, register, annotator, referred))
  for (const [scope, journal] of own) addJournal(scope as ScopeKey, journal)
  for (const { id, revisions } of texts ? documents : []) {
    for (const revision of revisions) {
      const head = { workspace, document: id }
      files.set(`documents/${id}/revisions/${revision.id}.json`, writeRevision(revision, head, sha256))
    }
  }
  const rev = journals.reduce((most, journal) => Math.max(most, journal.rev), 0)
  const lines = [
    ...documents.map(({ id, headline, current, revisions }) =>
      JSON.stringify({ type: 'document', id, headline, current, revisions: revisions.map(one => one.id) }),
    ),
    ...[...files].map(([path, text]) => JSON.stringify({ type: 'file', path, sha256: sha256(text) })),
  ]
  const extra = new Map<string, Json>([['made', made]])
  const manifest = writeEnvelope({ format: 'pressmark-bundle', workspace, annotator, rev, extra }, lines, sha256)
  return new Map([[manifestName, manifest], ...files])
}

function journalOf(state: WorkspaceState, scope: ScopeKey, annotator: AnnotatorId): Journal | undefined {
  return state.scopes.get(scope)?.journals.get(annotator)
}

/** Every id that own entries name in their fields: tags, claim types, speakers, claims. */
function referredIds(entries: readonly Entry[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const entry of entries) {
    if (!ownTypes.has(entry.type)) continue
    for (const { set } of entry.changes) {
      for (const [field, value] of set) {
        if (field.startsWith('tags.')) ids.add(field.slice('tags.'.length))
        collectTexts(value, ids)
      }
    }
  }
  return ids
}

function collectTexts(value: Json, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const member of value as readonly Json[]) collectTexts(member, into)
  else if (isJsonObject(value)) for (const member of Object.values(value)) collectTexts(member, into)
}

/** The annotator's journal of a register with what others stated of the entries that are referred to. */
function withReferred(
  state: WorkspaceState,
  register: RegisterName,
  annotator: AnnotatorId,
  referred: ReadonlySet<string>,
): Journal | undefined {
  const scope = state.scopes.get(register)
  const own = scope?.journals.get(annotator)
  if (scope === undefined || own?.newer === true) return own
  const entries = new Map(own?.entries)
  let rev = own?.rev ?? 0
  for (const key of closure(scope, referred)) {
    for (const [by, journal] of scope.journals) {
      const stated = by === annotator ? undefined : journal.entries.get(key)
      if (stated === undefined) continue
      const signed: Entry = { ...stated, changes: stated.changes.map(change => signedBy(change, by)) }
      const mine = entries.get(key)
      entries.set(key, mine === undefined ? signed : uniteEntries(mine, signed))
      for (const change of signed.changes) rev = Math.max(rev, change.rev)
    }
  }
  return entries.size === 0 && own === undefined ? undefined : { ...(own ?? emptyJournal(annotator)), rev, entries }
}

function signedBy(change: Change, by: AnnotatorId): Change {
  return change.by === undefined ? { ...change, by } : change
}

/** The entries of a register that are referred to, with those that their fields lead to: parents, merges, parts. */
function closure(scope: Scope, referred: ReadonlySet<string>): ReadonlySet<EntryKey> {
  const byId = new Map([...uniteScope(scope).values()].map(entry => [entry.id, entry]))
  const found = new Set<EntryKey>()
  const waiting = [...referred]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = byId.get(id)
    if (entry === undefined || found.has(entryKey(entry.type, entry.id))) continue
    found.add(entryKey(entry.type, entry.id))
    const ids = new Set<string>()
    for (const { value } of sumChanges(entry.changes).values()) collectTexts(value, ids)
    waiting.push(...ids)
  }
  return found
}
