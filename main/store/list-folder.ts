import { join } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileSystem, type FolderItem, systemCode } from './file-system'
import { storeProblem } from './store-problem'
import type { RelativePath } from './workspace-paths'

/** What a folder of a workspace holds, by name; nothing where it is not there. */
export async function listFolder(
  fs: FileSystem,
  root: string,
  folder: RelativePath,
): Promise<Result<readonly FolderItem[], StoreProblem>> {
  const path = join(root, ...folder)
  try {
    // A link in its place would lead out of the workspace.
    const isOther = (await fs.stat(path)).kind !== 'folder'
    if (isOther) return problem('damaged', { file: folder.join('/'), reason: 'not-a-folder' })
    const items = await fs.readdir(path)
    return ok([...items].sort((a, b) => (a.name < b.name ? -1 : 1)))
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok([]) : storeProblem(error, folder.join('/'))
  }
}
