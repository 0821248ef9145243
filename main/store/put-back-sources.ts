import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { DocumentId } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'
import type { FileReport } from '#app/ports/workspace-store'
import { diskFileSystem, systemCode } from './file-system'
import { sha256 } from './place-file'
import { putBack } from './put-back'
import { StoreFailure, storeProblem } from './store-problem'
import { sourcePath } from './workspace-paths'

/**
 * Puts original files back that are gone or do not give the hash that they are named by, each from the newest backup
 * that has it. What was there is set aside. Resolves with what was put back; one that no backup has stays as it is.
 */
export async function putBackSources(
  root: string,
  texts: Iterable<readonly [DocumentId, readonly Revision[]]>,
  spares: (file: string) => Promise<Uint8Array | undefined>,
): Promise<FileReport[]> {
  const reports: FileReport[] = []
  for (const [document, revisions] of texts) {
    for (const revision of revisions) {
      const file = sourcePath(document, revision)?.join('/')
      const hash = revision.source?.sha256
      if (file === undefined || hash === undefined) continue
      const found = await hashOf(join(root, file))
      if (found === hash) continue
      const bytes = await spares(file)
      if (bytes === undefined || sha256(bytes) !== hash) continue
      const keptAt = await putBack(diskFileSystem, root, file, bytes)
      const code = found === undefined ? 'missing' : 'hash-differs'
      reports.push({ file, code, from: 'backup', differences: [], ...(keptAt === undefined ? {} : { keptAt }) })
    }
  }
  return reports
}

/** `undefined` for a file that is not there; throws `StoreFailure` for one that cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    const hash = createHash('sha256')
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
    return hash.digest('hex')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new StoreFailure(storeProblem(error, path).error)
  }
}
