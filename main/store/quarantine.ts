import { join } from 'node:path'
import { ok, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import type { Aside } from './journal-adapter'
import { makeFolders, placeNew, sha256, writeTemporary } from './place-file'
import { storeProblem } from './store-problem'
import { quarantinePath } from './workspace-paths'

/** Makes the folder in which a file of the workspace is set aside; where in it this content will lie. */
export async function makeAside(
  fs: FileSystem,
  root: string,
  file: string,
  bytes: Uint8Array,
): Promise<Result<Aside, StoreProblem>> {
  const place = quarantinePath(file, sha256(bytes))
  try {
    await makeFolders(fs, root, place.slice(0, -1))
    return ok({ path: join(root, ...place), told: place.join('/') })
  } catch (error) {
    return storeProblem(error, file)
  }
}

/** Keeps a copy of content that was found in a file; one that is there is the same. Throws what the system says. */
export async function setAside(fs: FileSystem, root: string, file: string, bytes: Uint8Array): Promise<string> {
  const place = quarantinePath(file, sha256(bytes))
  const folder = place.slice(0, -1)
  await makeFolders(fs, root, folder)
  const path = join(root, ...place)
  await placeNew(fs, await writeTemporary(fs, path, bytes, 0o600), path)
  await fs.syncDirectory(join(root, ...folder))
  return place.join('/')
}
