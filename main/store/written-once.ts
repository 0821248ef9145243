import { dirname } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import { placeNew, readWhole, statIfThere, writeTemporary } from './place-file'
import { storeProblem } from './store-problem'

/**
 * Writes a file that never changes, unless it is there already; then `isSound` says whether what is there will do,
 * else it is `damaged` and stays as it is. The folder must exist. Resolved with `ok`, the file is durable.
 */
export async function writeOnce(
  fs: FileSystem,
  path: string,
  name: string,
  bytes: Uint8Array,
  isSound: (found: Uint8Array) => boolean,
): Promise<Result<void, StoreProblem>> {
  try {
    const folder = dirname(path)
    if ((await statIfThere(fs, path)) === undefined) {
      const mode = (await fs.stat(folder)).mode & 0o666
      const placed = await placeNew(fs, await writeTemporary(fs, path, bytes, mode), path)
      await fs.syncDirectory(folder)
      if (placed) return ok(undefined)
    }
    if (!isSound((await readWhole(fs, path, name)).bytes)) return problem('damaged', { file: name })
    await fs.syncDirectory(folder)
    return ok(undefined)
  } catch (error) {
    return storeProblem(error, name)
  }
}
