import type { WorkspaceId } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'
import type { FileReport, StoreProblem } from '#app/ports/workspace-store'
import { diskFileSystem } from '../store/file-system'
import { putBack } from '../store/put-back'
import { StoreFailure, storeProblem } from '../store/store-problem'
import { identityFile } from '../store/workspace-paths'
import { findBackedUp } from './find-backups'

/** A workspace whose `workspace.json` cannot be read, and what a backup has in its place. */
export interface SpareIdentity {
  readonly id: WorkspaceId
  readonly root: string
  readonly bytes: Uint8Array
  /** What was wrong with the file. */
  readonly code: string
}

/** What the backups know of the workspace in a folder, whose `workspace.json` had this problem; `undefined` for nothing. */
export async function spareIdentity(
  userFolder: string,
  path: string,
  { code, facts }: StoreProblem,
): Promise<SpareIdentity | undefined> {
  if (code !== 'damaged' && code !== 'not-a-workspace') return undefined
  const backedUp = await findBackedUp(userFolder, { path })
  const bytes = await backedUp?.backups.sparesFor(backedUp.root).newestCopy(identityFile)
  if (backedUp === undefined || bytes === undefined) return undefined
  return { id: backedUp.id, root: backedUp.root, bytes, code: String(facts?.reason ?? 'missing') }
}

/** Puts it back; what lay there is set aside. */
export async function putBackIdentity({ root, bytes, code }: SpareIdentity): Promise<Result<FileReport, StoreProblem>> {
  try {
    const keptAt = await putBack(diskFileSystem, root, identityFile, bytes)
    const report: FileReport = { file: identityFile, code, from: 'backup', differences: [] }
    return ok(keptAt === undefined ? report : { ...report, keptAt })
  } catch (error) {
    return error instanceof StoreFailure ? { ok: false, error: error.problem } : storeProblem(error, identityFile)
  }
}
