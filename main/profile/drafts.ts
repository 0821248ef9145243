import { join } from 'node:path'
import type { DocumentId, WorkspaceId } from '#annotations/model/ids'
import { ok, type Problem, type Result } from '#annotations/model/result'
import { diskFileSystem, type FileSystem, systemCode } from '../store/file-system'
import { makePath, readWhole, removeIfThere, writeTemporary } from '../store/place-file'
import { StoreFailure, storeProblem } from '../store/store-problem'

/** Texts that somebody began to edit and has not finished, in the user's folder: one for each document. */
export interface Drafts {
  /** Resolves when it is on disk; what was kept before stands until then. */
  keep(workspace: WorkspaceId, document: DocumentId, text: string): Promise<Result<null, Problem>>
  /** `null` where nothing was kept, or it cannot be read. */
  read(workspace: WorkspaceId, document: DocumentId): Promise<string | null>
  drop(workspace: WorkspaceId, document: DocumentId): Promise<void>
}

export function draftsIn(userFolder: string, fs: FileSystem = diskFileSystem): Drafts {
  const folderOf = (workspace: WorkspaceId) => join(userFolder, 'drafts', workspace)
  const pathOf = (workspace: WorkspaceId, document: DocumentId) => join(folderOf(workspace), `${document}.json`)
  return {
    async keep(workspace, document, text) {
      try {
        const folder = folderOf(workspace)
        await makePath(fs, folder)
        const path = pathOf(workspace, document)
        const temporary = await writeTemporary(fs, path, Buffer.from(text, 'utf8'), 0o600)
        await fs.rename(temporary.path, path)
        await fs.syncDirectory(folder)
        return ok(null)
      } catch (error) {
        return storeProblem(error, 'draft')
      }
    },
    async read(workspace, document) {
      try {
        const { bytes } = await readWhole(fs, pathOf(workspace, document), 'draft')
        return Buffer.from(bytes).toString('utf8')
      } catch (error) {
        if (systemCode(error) === undefined && !(error instanceof StoreFailure)) throw error
        return null
      }
    },
    drop: (workspace, document) => removeIfThere(fs, pathOf(workspace, document)),
  }
}
