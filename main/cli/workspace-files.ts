import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '#annotations/model/result'
import type { FoundFile, WorkspaceFiles } from '#app/ports/workspace-files'
import type { StoreProblem } from '#app/ports/workspace-store'
import { diskFileSystem } from '../store/file-system'
import { readWhole } from '../store/place-file'
import { storeProblem } from '../store/store-problem'

/** The files of the workspace folder `root`. Links to folders are not followed. */
export function folderFiles(root: string): WorkspaceFiles {
  return {
    list: () => guarded('', () => filesBelow(root, '')),
    read: path => guarded(path, async () => (await readWhole(diskFileSystem, join(root, path), path)).bytes),
    sha256: path => guarded(path, () => hashOf(join(root, path))),
  }
}

async function guarded<T>(path: string, work: () => Promise<T>): Promise<Result<T, StoreProblem>> {
  try {
    return ok(await work())
  } catch (error) {
    return storeProblem(error, path)
  }
}

async function filesBelow(root: string, folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
    if (item.name.startsWith('.')) continue
    const path = folder === '' ? item.name : `${folder}/${item.name}`
    if (item.isDirectory()) found.push(...(await filesBelow(root, path)))
    else found.push({ path, kind: item.isFile() ? 'file' : 'other' })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}
