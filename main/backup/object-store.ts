import { join } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { BackedUpFile } from '#app/ports/backups'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileSystem, systemCode } from '../store/file-system'
import { placeNew, readWhole, removeIfThere, sha256, statIfThere, writeTemporary } from '../store/place-file'
import { StoreFailure, storeProblem } from '../store/store-problem'

const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name)
/** An object that nothing names stays so long, in milliseconds: another machine may be about to name it. */
const grace = 24 * 60 * 60 * 1000

/** The bytes of backed-up files, each content once, in files named by their SHA-256. */
export class ObjectStore {
  readonly #fs: FileSystem
  readonly #folder: string

  /** `folder` must be there before anything is put. */
  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs
    this.#folder = folder
  }

  /**
   * Makes sure that the store has these bytes: when it resolves they were read back, and after `settle` they are durable.
   * A copy that has rotted is replaced. Throws what the system says.
   */
  async put(hash: string, bytes: Uint8Array): Promise<void> {
    if ((await this.#look(hash)) === 'sound') return
    const path = join(this.#folder, hash)
    const temporary = await writeTemporary(this.#fs, path, bytes, 0o600)
    if ((await statIfThere(this.#fs, path)) === undefined) await placeNew(this.#fs, temporary, path)
    else await this.#fs.rename(temporary.path, path)
    if (sha256((await readWhole(this.#fs, path, hash)).bytes) !== hash) {
      throw new StoreFailure({ code: 'io', facts: { file: hash, code: 'reads-back-differently' } })
    }
  }

  /** Makes the names of all that was put durable: once for many, since each time costs as much as a file. */
  settle(): Promise<void> {
    return this.#fs.syncDirectory(this.#folder)
  }

  /** True where the bytes are there and give their hash. */
  async isSound(hash: string): Promise<boolean> {
    return (await this.#look(hash)) === 'sound'
  }

  async read({ sha256: hash, path }: BackedUpFile): Promise<Result<Uint8Array, StoreProblem>> {
    try {
      const { bytes } = await readWhole(this.#fs, join(this.#folder, hash), path)
      return sha256(bytes) === hash ? ok(bytes) : problem('damaged', { file: path, reason: 'hash' })
    } catch (error) {
      return storeProblem(error, path)
    }
  }

  /** The size of each object, in bytes, by its hash. */
  async sizes(): Promise<ReadonlyMap<string, number>> {
    const sizes = new Map<string, number>()
    for (const { name } of await this.#items()) {
      const stat = isHash(name) ? await statIfThere(this.#fs, join(this.#folder, name)) : undefined
      if (stat?.kind === 'file') sizes.set(name, stat.size)
    }
    return sizes
  }

  /**
   * Removes what is not named and is older than a day at `now` (milliseconds), unfinished files too. Only for whoever
   * has the lock of the backups.
   */
  async sweep(named: ReadonlySet<string>, now: number): Promise<void> {
    for (const { name } of await this.#items()) {
      if (named.has(name) || !(isHash(name) || name.endsWith('.tmp'))) continue
      const path = join(this.#folder, name)
      const stat = await statIfThere(this.#fs, path)
      if (stat?.kind === 'file' && Number(stat.modified / 1_000_000n) < now - grace) {
        await removeIfThere(this.#fs, path)
      }
    }
  }

  async #items() {
    try {
      return await this.#fs.readdir(this.#folder)
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async #look(hash: string): Promise<'sound' | 'rotten' | 'absent'> {
    const path = join(this.#folder, hash)
    if ((await statIfThere(this.#fs, path)) === undefined) return 'absent'
    try {
      return sha256((await readWhole(this.#fs, path, hash)).bytes) === hash ? 'sound' : 'rotten'
    } catch (error) {
      if (systemCode(error) === undefined && !(error instanceof StoreFailure)) throw error
      return 'rotten'
    }
  }
}
