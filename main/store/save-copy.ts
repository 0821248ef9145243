import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { sha256 } from './place-file'
import { createWorkspace, openWorkspace } from './workspace-folder'
import { sourcePath } from './workspace-paths'

export interface SavedCopy {
  readonly documents: number
  /** Original files that could not be read where the workspace lies, and are not in the copy. */
  readonly leftOut: number
}

/**
 * Writes all that a session knows into a new or empty folder, as a workspace of the same identity: what is not on disk
 * yet, because a write failed, is in the copy. Nothing is read of the workspace `root` but original files, and no file
 * there is touched.
 */
export async function saveCopy(
  session: WorkspaceSession,
  root: string,
  path: string,
): Promise<Result<SavedCopy, StoreProblem>> {
  const made = await createWorkspace(path, session.store.identity)
  if (!made.ok) return made
  const store = await openWorkspace(path)
  if (!store.ok) return store
  let leftOut = 0
  for (const document of session.documents()) {
    for (const revision of session.release(document)?.revisions.values() ?? []) {
      const source = await sourceOf(root, document, revision)
      if (source === undefined && revision.source !== undefined) leftOut += 1
      const added = await store.value.addRevision(document, revision, source)
      if (!added.ok) return added
    }
  }
  const writes = [...session.state().scopes].flatMap(([scope, { journals }]) =>
    // What a newer program wrote must not be written by this one.
    [...journals.values()].flatMap(journal => (journal.newer === true ? [] : [{ scope, journal }])),
  )
  const written = await store.value.commit(writes)
  await store.value.close()
  return written.ok ? ok({ documents: session.documents().length, leftOut }) : written
}

async function sourceOf(root: string, document: string, revision: Revision): Promise<Uint8Array | undefined> {
  const place = sourcePath(document, revision)
  if (place === undefined) return undefined
  try {
    const bytes = await readFile(join(root, ...place))
    return sha256(bytes) === revision.source?.sha256 ? bytes : undefined
  } catch {
    return undefined
  }
}
