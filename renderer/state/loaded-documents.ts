import type { Scope, ScopeKey, WorkspaceState } from '#annotations/changes/journal'
import type { Revision } from '#annotations/model/revision'

/** Documents that were opened and not changed since are kept up to so many. */
export const mostUnchanged = 12

/** The texts that came with a scope; a scope that was changed since is another object and not here. */
const textsOf = new WeakMap<Scope, readonly Revision[]>()

export interface LoadedDocument {
  readonly key: ScopeKey
  readonly scope: Scope
  readonly revisions: readonly Revision[]
}

/**
 * The state with a document that was opened. Of the others those that were opened longest ago are let go, so that a day's
 * reading does not fill the memory; one that was changed stays, since its edits can be taken back, and so does one of
 * which an edit is `waiting` for the disk.
 */
export function withLoaded(
  state: WorkspaceState,
  { key, scope, revisions }: LoadedDocument,
  waiting: ReadonlySet<string>,
): WorkspaceState {
  const scopes = new Map(state.scopes)
  const texts = new Map(state.revisions)
  scopes.delete(key)
  const unchanged = [...scopes].filter(([old, known]) => textsOf.has(known) && !waiting.has(old))
  for (const [old, known] of unchanged.slice(0, Math.max(0, unchanged.length - (mostUnchanged - 1)))) {
    scopes.delete(old)
    for (const { id } of textsOf.get(known) ?? []) texts.delete(id)
  }
  textsOf.set(scope, revisions)
  scopes.set(key, scope)
  for (const revision of revisions) texts.set(revision.id, revision)
  return { ...state, scopes, revisions: texts }
}
