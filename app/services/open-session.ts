import { documentScope, type ScopeKey } from '#annotations/changes/journal'
import { ok, type Result } from '#annotations/model/result'
import type { StoreProblem, WorkspaceStore } from '#app/ports/workspace-store'
import { loadScopes } from './load-scope'
import { Session, type WorkspaceSession } from './workspace-session'

const registers: readonly ScopeKey[] = ['annotators', 'codebook', 'speakers', 'claims', 'settings']

/**
 * Loads a workspace: its registers, and for each document its revisions and everybody's journals. Where it has more
 * than `atOnce` documents, only those up to the first that is not removed: the others are read when they are asked for.
 */
export async function openSession(
  store: WorkspaceStore,
  { atOnce = Number.POSITIVE_INFINITY }: { readonly atOnce?: number } = {},
): Promise<Result<WorkspaceSession, StoreProblem>> {
  const documents = await store.documents()
  if (!documents.ok) return documents
  const isSmall = documents.value.length <= atOnce
  const loaded = await loadScopes(store, [...registers, ...(isSmall ? documents.value.map(documentScope) : [])])
  if (!loaded.ok) return loaded
  const session = new Session(store, documents.value, loaded.value)
  for (const document of session.unread()) {
    const read = await session.ready([document])
    if (!read.ok) return read
    if (session.release(document)?.deleted === false) break
  }
  return ok(session)
}
