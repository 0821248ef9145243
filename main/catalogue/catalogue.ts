import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentRow } from '#app/contract/values'
import { sha256 } from '../store/place-file'
import { type CatalogueOf, readCatalogueText, writeCatalogueText } from './catalogue-text'

/** Greater files are no catalogues of ours, in bytes. */
const maxBytes = 64 * 1024 * 1024

export interface KeptRows {
  readonly rows: readonly DocumentRow[]
  /** When they were kept, in milliseconds since 1970. */
  readonly at: number
}

/**
 * What the library of a workspace showed last, in the user's folder, so that it is there before the files are read.
 * It is a cache: whoever shows it reads the files afterwards, and it may be deleted at any time.
 */
export interface Catalogue {
  /** The rows as they were kept; `undefined` where there is no catalogue, or it is not one that this program wrote for this library. */
  read(): Promise<KeptRows | undefined>
  /** Keeps these rows. Where that fails the next start is slower, and nothing else. */
  write(rows: readonly DocumentRow[]): Promise<void>
}

export function catalogueIn(userFolder: string, of: CatalogueOf): Catalogue {
  const folder = join(userFolder, 'catalogues')
  const path = join(folder, `${sha256(JSON.stringify([of.workspace, of.root])).slice(0, 32)}.json`)
  let last: Promise<void> = Promise.resolve()
  let kept = ''

  async function put(text: string): Promise<void> {
    if (text === kept) return
    const temporary = `${path}.${process.pid}.tmp`
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(temporary, text, { mode: 0o600 })
      await rename(temporary, path)
      kept = text
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }

  return {
    async read() {
      try {
        const { size, mtimeMs: at } = await stat(path)
        if (size > maxBytes) return undefined
        const text = await readFile(path, 'utf8')
        const rows = readCatalogueText(text, of)
        if (rows === undefined) return undefined
        kept = text
        return { rows, at }
      } catch {
        return undefined
      }
    },
    write(rows) {
      last = last.then(() => put(writeCatalogueText(of, rows)))
      return last
    },
  }
}
