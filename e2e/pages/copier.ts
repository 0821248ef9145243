import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** As a program that keeps two folders alike does it: file by file, later, and without knowing what is in them. */
export class Copier {
  readonly #folders: readonly [string, string]
  /** What both had when a file was looked at last, by path. */
  readonly #alike = new Map<string, string>()

  constructor(one: string, other: string) {
    this.#folders = [one, other]
  }

  /**
   * Copies what changed on one side, and removes what was removed on one. What changed on both stays in the first as it is; the version of the second lies beside it
   * as a conflicted copy, in both. `due`: what it gets to this time; it lags with the others. Answers with what it copied.
   */
  async run(due: (path: string) => boolean = () => true): Promise<readonly string[]> {
    const [one, other] = this.#folders
    const paths = new Set((await Promise.all(this.#folders.map(filesIn))).flat())
    const copied: string[] = []
    for (const path of [...paths].filter(due).sort()) {
      const [here, there] = await Promise.all(this.#folders.map(folder => contentOf(join(folder, path))))
      const before = this.#alike.get(path)
      const [hereNow, thereNow] = [hash(here), hash(there)]
      if (hereNow === thereNow) {
        if (hereNow !== undefined) this.#alike.set(path, hereNow)
        continue
      }
      copied.push(path)
      const isGone = (one: Buffer | undefined, otherNow: string | undefined) => one === undefined && otherNow === before
      if (before !== undefined && (isGone(here, thereNow) || isGone(there, hereNow))) {
        this.#alike.delete(path)
        for (const folder of this.#folders) await rm(join(folder, path), { force: true })
      } else if (here !== undefined && (there === undefined || thereNow === before)) await put(join(other, path), here)
      else if (there !== undefined && (here === undefined || hereNow === before)) await put(join(one, path), there)
      else if (here !== undefined && there !== undefined) {
        const copy = path.replace(/(\.[^./]+)$/, ' (conflicted copy 2026-05-01)$1')
        for (const folder of this.#folders) await put(join(folder, copy), there)
        await put(join(other, path), here)
        copied.push(copy)
      }
      const now = hash(await contentOf(join(one, path)))
      if (now !== undefined) this.#alike.set(path, now)
    }
    return copied
  }

  /** Copies until there is nothing to copy. */
  async settle(): Promise<void> {
    while ((await this.run()).length > 0);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** `undefined` for a file that is not there, or not there any more. */
function contentOf(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined)
}

function hash(content: Buffer | undefined): string | undefined {
  return content === undefined ? undefined : createHash('sha256').update(content).digest('hex')
}

async function put(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, content)
  await rename(`${path}.part`, path)
}
