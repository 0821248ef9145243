import { dirname, join } from 'node:path'
import type { FileSystem } from './file-system'
import { makeFolders, placeNew, readWhole, statIfThere, writeTemporary } from './place-file'
import { setAside } from './quarantine'

/**
 * Puts bytes into the place of a file of the workspace that is gone or damaged; what was there is set aside first.
 * Resolves, when it is durable, with where that is kept. Throws what the system says; `file`: with `/` between names.
 */
export async function putBack(
  fs: FileSystem,
  root: string,
  file: string,
  bytes: Uint8Array,
): Promise<string | undefined> {
  const path = join(root, ...file.split('/'))
  await makeFolders(fs, root, file.split('/').slice(0, -1))
  const there = await statIfThere(fs, path)
  const keptAt =
    there === undefined ? undefined : await setAside(fs, root, file, (await readWhole(fs, path, file)).bytes)
  const mode = there?.mode ?? (await fs.stat(dirname(path))).mode
  const temporary = await writeTemporary(fs, path, bytes, mode & 0o666)
  if (there === undefined) await placeNew(fs, temporary, path)
  else await fs.rename(temporary.path, path)
  await fs.syncDirectory(dirname(path))
  return keptAt
}
