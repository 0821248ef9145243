import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentScope } from '#annotations/changes/journal'
import type { DocumentId } from '#annotations/model/ids'
import { scopeFolder } from '../store/workspace-paths'

/** Documents that are looked at at the same time. */
const atATime = 32

/**
 * Those of the documents into whose folder of journals something was put or renamed since a moment, in milliseconds
 * since 1970, in their order. A hint for what to read first and nothing more: whoever writes into a file in place is not
 * noticed, and a folder that cannot be looked at is not told.
 */
export async function touchedSince(
  root: string,
  documents: readonly DocumentId[],
  moment: number,
): Promise<DocumentId[]> {
  const touched: DocumentId[] = []
  for (let begin = 0; begin < documents.length; begin += atATime) {
    const some = documents.slice(begin, begin + atATime)
    const looks = await Promise.all(some.map(document => isTouched(root, document, moment)))
    touched.push(...some.filter((_, n) => looks[n]))
  }
  return touched
}

async function isTouched(root: string, document: DocumentId, moment: number): Promise<boolean> {
  const folder = scopeFolder(documentScope(document))
  if (folder === undefined) return false
  try {
    return (await stat(join(root, ...folder))).mtimeMs >= moment
  } catch {
    return false
  }
}
