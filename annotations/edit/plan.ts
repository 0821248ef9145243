import type { Field } from '../changes/change'
import { type Entry, entryKey } from '../changes/entry'
import { documentScope, type ScopeKey, scopeRev, type WorkspaceState } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { AnnotationId, AnnotatorId, DocumentId, EditId, RevisionHash } from '../model/ids'
import type { Json } from '../model/json'
import { isAnnotationEntry } from '../model/read-annotation'
import { ok, problem, type Result } from '../model/result'
import type { Revision } from '../model/revision'
import type { Refusal } from './edit'

/** Fields that an act wants set in one entry of the author's journal. Values that stand already are dropped later. */
export interface Write {
  readonly scope: ScopeKey
  readonly type: string
  readonly id: string
  readonly set: ReadonlyMap<Field, Json>
  readonly undoes?: EditId
}

/** What an act sees: the state so far, its author, and the rev of the codebook where the edit names it. */
export interface Context {
  readonly state: WorkspaceState
  readonly by: AnnotatorId
  readonly codebook?: number | undefined
}

export type Plan = Result<readonly Write[], Refusal>

/** The entry as everybody stated it; `undefined` where nobody did. */
export function stated(context: Context, scope: ScopeKey, type: string, id: string): Entry | undefined {
  return entryIn(context.state.scopes.get(scope), entryKey(type, id))
}

/** The author's own annotation. Refused where it is unknown or somebody else's. Removed ones are found too. */
export function ownAnnotation(
  context: Context,
  document: DocumentId,
  annotation: AnnotationId,
): Result<Entry, Refusal> {
  const scope = context.state.scopes.get(documentScope(document))
  const key = entryKey('annotation', annotation)
  const mine = scope?.journals.get(context.by)?.entries.get(key)
  if (mine !== undefined && isAnnotationEntry(mine)) return ok(mine)
  const code = entryIn(scope, key) !== undefined && mine === undefined ? 'not-mine' : 'unknown-annotation'
  return problem(code, { document, annotation })
}

export function knownRevision(context: Context, revision: RevisionHash): Result<Revision, Refusal> {
  const found = context.state.revisions.get(revision)
  return found === undefined ? problem('unknown-revision', { revision }) : ok(found)
}

/** The rev of the codebook by which kind and tags are set. */
export function codebookRev({ codebook, state }: Context): number {
  return codebook ?? scopeRev(state.scopes.get('codebook'))
}

export function annotationWrite(document: DocumentId, annotation: string, set: ReadonlyMap<Field, Json>): Write {
  return { scope: documentScope(document), type: 'annotation', id: annotation, set }
}

/** A map of the members that are given. */
export function given(fields: { readonly [field: Field]: Json | undefined }): Map<Field, Json> {
  const set = new Map<Field, Json>()
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) set.set(field, value)
  return set
}
