import { join } from 'node:path'
import { ok, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import { makeFolders, statIfThere } from './place-file'
import { storeProblem } from './store-problem'
import { documentsFolder, type RelativePath } from './workspace-paths'

/**
 * Makes names durable that somebody else gave: a process that was killed between a rename and the sync of the folder has
 * left a file that everybody sees and that a power cut takes away.
 */
export class DurableNames {
  readonly #fs: FileSystem
  readonly #root: string
  readonly #afterKill: () => boolean
  readonly #done = new Set<string>()

  /** `afterKill`: the last owner of the workspace was killed, and this one may write. */
  constructor(fs: FileSystem, root: string, afterKill: () => boolean) {
    this.#fs = fs
    this.#root = root
    this.#afterKill = afterKill
  }

  /** Makes the folder in which a journal is to be written; what it speaks of, the texts of its document, is durable then. */
  async beforeWrite(folder: RelativePath): Promise<Result<void, StoreProblem>> {
    try {
      for (const texts of textsBeside(folder)) await this.#settle(texts)
      return ok(await makeFolders(this.#fs, this.#root, folder))
    } catch (error) {
      return storeProblem(error, folder.join('/'))
    }
  }

  /** After a kill: what is there is durable before it is shown as saved. Where the disk refuses, the next write tells. */
  async beforeShowing(...folders: readonly RelativePath[]): Promise<void> {
    if (!this.#afterKill()) return
    try {
      for (const folder of folders.flatMap(one => [one, ...textsBeside(one)])) await this.#settle(folder)
    } catch (error) {
      storeProblem(error, '')
    }
  }

  /** Once is enough: what is written here later is synced by whoever writes it. */
  async #settle(folder: RelativePath): Promise<void> {
    const path = join(this.#root, ...folder)
    if (this.#done.has(path) || (await statIfThere(this.#fs, path)) === undefined) return
    await makeFolders(this.#fs, this.#root, folder)
    await this.#fs.syncDirectory(path)
    this.#done.add(path)
  }
}

/** The folders with the texts of the document whose annotations are in this one. */
function textsBeside(folder: RelativePath): readonly RelativePath[] {
  const [first, document, ...rest] = folder
  if (first !== documentsFolder || document === undefined || rest.length !== 1) return []
  return ['sources', 'revisions'].map(name => [first, document, name])
}
