import { dirname } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import { type FileStat, type FileSystem, looksSame, systemCode } from './file-system'
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

/** What to write, and where to keep what it replaces, if not as the generation before (its folder must be there). */
export interface Replacement {
  readonly bytes: Uint8Array
  readonly aside?: string
}

/**
 * Told what another program has written. Answers with what to write instead, which holds both, or with why the file
 * must not be overwritten. After an answer with bytes every later `write` must hold `found` too.
 */
export type UniteBytes = (
  found: Uint8Array,
) => Result<Replacement, StoreProblem> | Promise<Result<Replacement, StoreProblem>>

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
  /** Where our last rename, tried or done, kept what it replaced, and the hash it must have; until it was found to have it. */
  #replaced: { readonly path: string; readonly hash: string } | undefined

  /** `name`: what problems call the file. */
  constructor(fs: FileSystem, path: string, name: string) {
    this.#fs = fs
    this.#path = path
    this.#previous = `${path}.prev`
    this.#name = name
  }

  /** The generation before, `undefined` where there is none. */
  async readPrevious(): Promise<Result<Uint8Array | undefined, StoreProblem>> {
    try {
      return ok((await this.#look(this.#previous))?.bytes)
    } catch (error) {
      return storeProblem(error, this.#name)
    }
  }

  /** When the content that counts as seen was last changed; `undefined` where there is none. */
  get changed(): Date | undefined {
    return this.#seen === undefined ? undefined : new Date(Number(this.#seen.stat.modified / 1_000_000n))
  }

  /** False where another program wrote or removed the file since it was last read or written. Tells no problem. */
  async isAsSeen(): Promise<boolean> {
    try {
      const stat = await statIfThere(this.#fs, this.#path)
      if (stat === undefined || this.#seen === undefined) return stat === undefined && this.#seen === undefined
      return looksSame(stat, this.#seen.stat)
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      return false
    }
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
   * Writes the whole content. When it resolves with `ok`, the content or what `unite` made of it is durable. With
   * `aside` the generation before stays what it is, and the content that is replaced is kept there. On a problem the file holds what it held (the new content where only the folder's sync failed), and a later call
   * starts over with a new temporary file.
   */
  async write(content: Uint8Array, unite: UniteBytes, aside?: string): Promise<Result<void, StoreProblem>> {
    try {
      const replacement = aside === undefined ? { bytes: content } : { bytes: content, aside }
      return await this.#writeUntilNothingIsLost(replacement, unite)
    } catch (error) {
      return storeProblem(error, this.#name)
    }
  }

  async #writeUntilNothingIsLost(content: Replacement, unite: UniteBytes): Promise<Result<void, StoreProblem>> {
    let replacement = content
    let written = false
    for (let round = 0; round < maxRounds; round += 1) {
      const displaced = await this.#findDisplaced()
      if (written && displaced === undefined) return ok(undefined)
      const found = displaced ?? (await this.#findUnseen())
      if (found === undefined) {
        written = await this.#replace(replacement)
        continue
      }
      const united = await unite(found.bytes)
      if (!united.ok) return united
      if (displaced === undefined) this.#seen = found.seen
      else this.#replaced = undefined
      replacement = united.value
      written = false
    }
    return problem('io', { file: this.#name, code: 'keeps-changing' })
  }

  /** What our last rename replaced, where that is not what we had seen before it. */
  async #findDisplaced(): Promise<Found | undefined> {
    if (this.#replaced === undefined) return undefined
    const found = await this.#look(this.#replaced.path)
    if (found !== undefined && found.seen.hash !== this.#replaced.hash) return found
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
  async #replace({ bytes, aside: wanted }: Replacement): Promise<boolean> {
    const before = this.#seen
    const aside = wanted !== undefined && (await this.#mayKeepAt(wanted, before)) ? wanted : this.#previous
    const folder = dirname(this.#path)
    const mode = before?.stat.mode ?? (await this.#fs.stat(folder)).mode & 0o666
    const temporary = await writeTemporary(this.#fs, this.#path, bytes, mode)
    let placed = false
    try {
      if (before === undefined) {
        await this.#keepFirst(bytes, mode)
        placed = await placeNew(this.#fs, temporary, this.#path)
      } else if ((await this.#keep(before, aside)) && (await this.#isStill(before))) {
        this.#replaced = { path: aside, hash: before.hash }
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

  /** The last look: what another program puts in the file's place between this and the rename is the one thing not seen. */
  async #isStill(before: Seen): Promise<boolean> {
    const stat = await statIfThere(this.#fs, this.#path)
    return stat !== undefined && looksSame(stat, before.stat)
  }

  /** The first generation is its own spare: a copy, since damage to the file must not reach it. */
  async #keepFirst(bytes: Uint8Array, mode: number): Promise<void> {
    if ((await statIfThere(this.#fs, this.#previous)) !== undefined) return
    await placeNew(this.#fs, await writeTemporary(this.#fs, this.#previous, bytes, mode), this.#previous)
  }

  /**
   * What is kept aside is never replaced by something else: where a write that kept it there failed afterwards, the
   * next one replaces what that one wrote.
   */
  async #mayKeepAt(aside: string, before: Seen | undefined): Promise<boolean> {
    const kept = await this.#look(aside)
    return kept === undefined || kept.seen.hash === before?.hash
  }

  /** Keeps what is about to be replaced. False where the file vanished, or changed before it was copied. */
  async #keep(before: Seen, path: string): Promise<boolean> {
    const spare = await this.#spare(before)
    if (spare === undefined) return false
    try {
      await this.#fs.rename(spare, path)
      if (path !== this.#previous) await this.#fs.syncDirectory(dirname(path))
    } finally {
      await removeIfThere(this.#fs, spare)
    }
    return true
  }

  async #spare(before: Seen): Promise<string | undefined> {
    const spare = temporaryPath(this.#previous)
    try {
      if (await linkIfPossible(this.#fs, this.#path, spare)) {
        // What came in between is united now: after the rename it would stand in the spare alone, should we not live on.
        if (looksSame(await this.#fs.stat(spare), before.stat)) return spare
        await removeIfThere(this.#fs, spare)
        return undefined
      }
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
