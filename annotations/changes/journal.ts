import type { AnnotatorId, DocumentId, EditId, RevisionHash, WorkspaceId } from '../model/ids'
import type { Json } from '../model/json'
import type { Revision } from '../model/revision'
import type { Entry, EntryKey } from './entry'

/** Registers: shared vocabularies, the sum of what each annotator stated. */
export const registerNames = ['codebook', 'speakers', 'claims', 'settings'] as const
export type RegisterName = (typeof registerNames)[number]

/** Where revs are counted: one document, one register, or the annotators. */
export type ScopeKey = `document:${string}` | RegisterName | 'annotators'

export function documentScope(document: DocumentId): ScopeKey {
  return `document:${document}`
}

/** The document of a scope, or `undefined` for a register. */
export function documentOf(scope: ScopeKey): DocumentId | undefined {
  return scope.startsWith('document:') ? scope.slice('document:'.length) : undefined
}

/** Everything one annotator says in one scope: one file of the workspace. */
export interface Journal {
  readonly annotator: AnnotatorId
  /** The greatest rev that its writer had seen in the scope. */
  readonly rev: number
  readonly entries: ReadonlyMap<EntryKey, Entry>
  /** Lines of a type that this version does not know, as they were read. */
  readonly unknown?: readonly Json[]
  /** Members of the envelope that this version does not know. */
  readonly extra?: ReadonlyMap<string, Json>
  /** Written by a newer program: shown, never written. */
  readonly newer?: true
}

/** All journals of a scope, by annotator. */
export interface Scope {
  readonly journals: ReadonlyMap<AnnotatorId, Journal>
  /** Those of them who came by a bundle: what they state counts only on entries that no member began. */
  readonly guests?: ReadonlySet<AnnotatorId>
}

/** The scope with other journals and the same guests. */
export function withJournals(scope: Scope | undefined, journals: ReadonlyMap<AnnotatorId, Journal>): Scope {
  return scope?.guests === undefined ? { journals } : { journals, guests: scope.guests }
}

/** What an edit works on: the scopes and texts that are loaded. Whoever applies an edit loads what it names. */
export interface WorkspaceState {
  readonly workspace: WorkspaceId
  readonly scopes: ReadonlyMap<ScopeKey, Scope>
  readonly revisions: ReadonlyMap<RevisionHash, Revision>
}

export const emptyScope: Scope = { journals: new Map() }

export function emptyJournal(annotator: AnnotatorId): Journal {
  return { annotator, rev: 0, entries: new Map() }
}

/** The greatest rev in a scope, 0 where nothing was said. */
export function scopeRev(scope: Scope | undefined): number {
  let rev = 0
  for (const journal of scope?.journals.values() ?? []) rev = Math.max(rev, journal.rev)
  return rev
}

/** An edit known by its id, and in which scopes it made changes. */
export type EditPlaces = ReadonlyMap<EditId, readonly ScopeKey[]>
