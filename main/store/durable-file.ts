import { dirname } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileStat, type FileSystem, systemCode } from './file-system'
import {
  linkIfPossible,
  placeNew,
  readWhole,
  removeIfThere,
  sha256,
  statIfThere,
  type TemporaryFile,
  temporaryPath,
  writeTemporary,
} from './place-file'
import { storeProblem } from './store-problem'

/** What we know to stand on disk: the hash of the content, and how the file looked when it had it. */
interface Seen {
  readonly hash: string
  readonly stat: FileStat
}

interface Found {
  readonly bytes: Uint8Array
  readonly seen: Seen
}

/**
 * Told what another program has written. Answers with the bytes to write instead, which hold both, or with why the
 * file must not be overwritten. After an answer with bytes every later `write` must hold `found` too.
 */
export type UniteBytes = (found: Uint8Array) => Result<Uint8Array, StoreProblem>

/** A file that others keep changing while we write is tried so often before the caller is told. */
const maxRounds = 20

/**
 * One file that changes, brought to disk so that a crash, a power cut or a full disk leaves the old content or the
 * new one, and so that nothing another program wrote into it is lost. `<path>.prev` keeps the generation before. The
 * folder must exist. Calls must not overlap: one read or write at a time.
 */
export class DurableFile {
  readonly #fs: FileSystem
  readonly #path: string
  readonly #previous: string
  readonly #name: string
  #seen: Seen | undefined
  /** The hash that `.prev` must have since our last rename, tried or done, until it was found to have it. */
  #replaced: string | undefined

  /** `name`: what problems call the file. */
  constructor(fs: FileSystem, path: string, name: string) {
    this.#fs = fs
    this.#path = path
    this.#previous = `${path}.prev`
    this.#name = name
  }

  /** The content, `undefined` where there is no file. What is returned counts as seen. */
  async read(): Promise<Result<Uint8Array | undefined, StoreProblem>> {
    try {
      const found = await this.#look(this.#path)
      this.#seen = found?.seen
      return ok(found?.bytes)
    } catch (error) {
      return storeProblem(error, this.#name)
    }
  }

  /**
   * Writes the whole content. When it resolves with `ok`, the content or what `unite` made of it is durable. On a
   * problem the file holds what it held (the new content where only the folder's sync failed), and a later call
   * starts over with a new temporary file.
   */
  async write(content: Uint8Array, unite: UniteBytes): Promise<Result<void, StoreProblem>> {
    try {
      return await this.#writeUntilNothingIsLost(content, unite)
    } catch (error) {
      return storeProblem(error, this.#name)
    }
  }

  async #writeUntilNothingIsLost(content: Uint8Array, unite: UniteBytes): Promise<Result<void, StoreProblem>> {
    let bytes = content
    let written = false
    for (let round = 0; round < maxRounds; round += 1) {
      const displaced = await this.#findDisplaced()
      if (written && displaced === undefined) return ok(undefined)
      const found = displaced ?? (await this.#findUnseen())
      if (found === undefined) {
        written = await this.#replace(bytes)
        continue
      }
      const united = unite(found.bytes)
      if (!united.ok) return united
      if (displaced === undefined) this.#seen = found.seen
      else this.#replaced = undefined
      bytes = united.value
      written = false
    }
    return problem('io', { file: this.#name, code: 'keeps-changing' })
  }

  /** What our last rename replaced, where that is not what we had seen before it. */
  async #findDisplaced(): Promise<Found | undefined> {
    if (this.#replaced === undefined) return undefined
    const found = await this.#look(this.#previous)
    if (found !== undefined && found.seen.hash !== this.#replaced) return found
    this.#replaced = undefined
    return undefined
  }

  /** What stands on disk, where that is not what we last read or wrote. */
  async #findUnseen(): Promise<Found | undefined> {
    const stat = await statIfThere(this.#fs, this.#path)
    if (stat !== undefined && this.#seen !== undefined && looksSame(stat, this.#seen.stat)) {
      this.#seen = { hash: this.#seen.hash, stat }
      return undefined
    }
    const found = stat === undefined ? undefined : await this.#look(this.#path)
    if (found !== undefined && found.seen.hash !== this.#seen?.hash) return found
    this.#seen = found?.seen
    return undefined
  }

  async #look(path: string): Promise<Found | undefined> {
    try {
      const { bytes, stat } = await readWhole(this.#fs, path, this.#name)
      return { bytes, seen: { hash: sha256(bytes), stat } }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    }
  }

  /** False where the file changed meanwhile, so that it must be compared again. */
  async #replace(bytes: Uint8Array): Promise<boolean> {
    const before = this.#seen
    const folder = dirname(this.#path)
    const mode = before?.stat.mode ?? (await this.#fs.stat(folder)).mode & 0o666
    const temporary = await writeTemporary(this.#fs, this.#path, bytes, mode)
    let placed = false
    try {
      if (before === undefined) {
        await this.#keepFirst(bytes, mode)
        placed = await placeNew(this.#fs, temporary, this.#path)
      } else if (await this.#keepPrevious(before)) {
        this.#replaced = before.hash
        await this.#fs.rename(temporary.path, this.#path)
        placed = true
      }
    } finally {
      if (!placed) await removeIfThere(this.#fs, temporary.path)
    }
    if (!placed) return false
    this.#seen = { hash: sha256(bytes), stat: temporary.stat }
    await this.#fs.syncDirectory(folder)
    return true
  }

  /** The first generation is its own spare: a copy, since damage to the file must not reach it. */
  async #keepFirst(bytes: Uint8Array, mode: number): Promise<void> {
    if ((await statIfThere(this.#fs, this.#previous)) !== undefined) return
    await placeNew(this.#fs, await writeTemporary(this.#fs, this.#previous, bytes, mode), this.#previous)
  }

  /** Makes `.prev` what is about to be replaced. False where the file vanished, or changed before it was copied. */
  async #keepPrevious(before: Seen): Promise<boolean> {
    const spare = await this.#spare(before)
    if (spare === undefined) return false
    try {
      await this.#fs.rename(spare, this.#previous)
    } finally {
      await removeIfThere(this.#fs, spare)
    }
    return true
  }

  async #spare(before: Seen): Promise<string | undefined> {
    const spare = temporaryPath(this.#previous)
    try {
      if (await linkIfPossible(this.#fs, this.#path, spare)) return spare
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined
      throw error
    }
    const found = await this.#look(this.#path)
    if (found === undefined || found.seen.hash !== before.hash) return undefined
    const copy: TemporaryFile = await writeTemporary(this.#fs, this.#previous, found.bytes, before.stat.mode)
    return copy.path
  }
}

/** Renaming and linking change neither; a false "same" is found out when `.prev` is hashed. */
function looksSame(a: FileStat, b: FileStat): boolean {
  return a.kind === b.kind && a.inode === b.inode && a.size === b.size && a.modified === b.modified
}
