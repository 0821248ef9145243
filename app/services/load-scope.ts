import { documentOf, type Scope, type ScopeKey } from '#annotations/changes/journal'
import { ok, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { DamagedFile, StoreProblem, WorkspaceStore } from '#app/ports/workspace-store'
import { namedRevisions } from './named-revisions'

/** What the store has of a scope: its journals, and of a document its texts. */
export interface LoadedScope {
  readonly key: ScopeKey
  readonly scope: Scope
  readonly revisions: readonly Revision[]
  readonly damaged: readonly DamagedFile[]
}

/** Reads a scope from the disk. */
export async function loadScope(store: WorkspaceStore, key: ScopeKey): Promise<Result<LoadedScope, StoreProblem>> {
  const loaded = await store.loadScope(key)
  if (!loaded.ok) return loaded
  const { journals, damaged } = loaded.value
  const document = documentOf(key)
  if (document === undefined) return ok({ key, scope: { journals }, revisions: [], damaged })
  const texts = await store.loadRevisions(document, namedRevisions({ journals }))
  if (!texts.ok) return texts
  const { revisions } = texts.value
  return ok({ key, scope: { journals }, revisions, damaged: [...damaged, ...texts.value.damaged] })
}

/** Scopes that are read at the same time. */
const atATime = 16

/** Reads scopes in their order, a few at a time; the first problem ends it. */
export async function loadScopes(
  store: WorkspaceStore,
  keys: readonly ScopeKey[],
): Promise<Result<readonly LoadedScope[], StoreProblem>> {
  const all: LoadedScope[] = []
  for (let begin = 0; begin < keys.length; begin += atATime) {
    for (const loaded of await Promise.all(keys.slice(begin, begin + atATime).map(key => loadScope(store, key)))) {
      if (!loaded.ok) return loaded
      all.push(loaded.value)
    }
  }
  return ok(all)
}
