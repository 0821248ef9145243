import { dirname, join } from 'node:path'
import { isId, type WorkspaceId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { BackupReason } from '#app/contract/backup-values'
import type { BackedUpFile, Backup, BackupSource, Spares } from '#app/ports/backups'
import type { Clock } from '#app/ports/clock'
import type { StoreProblem } from '#app/ports/workspace-store'
import { diskFileSystem, type FileSystem, systemCode } from '../store/file-system'
import { waitForLock } from '../store/lock'
import { makePath, readWhole, removeIfThere } from '../store/place-file'
import { readText } from '../store/read-text'
import { StoreFailure, storeProblem } from '../store/store-problem'
import { writeOnce } from '../store/written-once'
import { readManifest, writeManifest } from './manifest'
import { ObjectStore } from './object-store'
import { isSame, takeFiles } from './take-files'
import { isBeforeAct, newestFirst, thinBackups } from './thin-backups'

/** What a backup is made of, and for. */
export interface BackupWish {
  readonly reason: BackupReason
  /** The workspace's real path, and its name. */
  readonly root: string
  readonly name: string
  /** Name of the annotator at the desk. */
  readonly by?: string | undefined
  onProgress?(done: number, total: number): void
}

/** `made` is false where the newest backup holds all of it already; it is read back all the same. */
export interface MadeBackup {
  readonly made: boolean
  readonly backup: Backup
}

/** A backup as it is found on the disk. */
export type ListedBackup =
  /** `missing`: how many of its files have no bytes of their size in the store. */
  | { readonly id: string; readonly backup: Backup; readonly missing: number }
  | { readonly id: string; readonly problem: StoreProblem }

export type BackupTrouble =
  | StoreProblem
  | { readonly code: 'incomplete'; readonly facts: { readonly backup: string; readonly missing: number } }

/** How long another process may take with a backup, in milliseconds. */
const patience = 30_000

/** Where a workspace's backups lie below the user's folder. */
export function backupsOf(userFolder: string, workspace: WorkspaceId, fs: FileSystem = diskFileSystem): BackupFolder {
  if (!isId(workspace)) throw new Error(`${workspace} is no id`)
  return new BackupFolder(fs, join(userFolder, 'backups', workspace), workspace)
}

/** The backups of one workspace: a manifest for each, and the bytes that they share. */
export class BackupFolder implements BackupSource {
  readonly #fs: FileSystem
  /** Where they lie. */
  readonly folder: string
  readonly #workspace: WorkspaceId
  readonly #objects: ObjectStore

  constructor(fs: FileSystem, folder: string, workspace: WorkspaceId) {
    this.#fs = fs
    this.folder = folder
    this.#workspace = workspace
    this.#objects = new ObjectStore(fs, join(folder, 'objects'))
  }

  /** Newest first; none where there never was one. */
  async list(): Promise<Result<readonly ListedBackup[], StoreProblem>> {
    try {
      const sizes = await this.#objects.sizes()
      const missing = ({ files }: Backup) => files.filter(file => sizes.get(file.sha256) !== file.bytes).length
      return ok(
        (await this.#manifests()).map(({ id, read }) =>
          read.ok ? { id, backup: read.value, missing: missing(read.value) } : { id, problem: read.error },
        ),
      )
    } catch (error) {
      return storeProblem(error, this.folder)
    }
  }

  /**
   * What is wrong with the backups; `undefined` where nothing is, or there are none yet and one can be made. `incomplete`:
   * of `backup`, `missing` files are not there. Else why none can be made or read.
   */
  async trouble(): Promise<BackupTrouble | undefined> {
    const writable = await this.#checkWritable()
    if (!writable.ok) return writable.error
    const listed = await this.list()
    if (!listed.ok) return listed.error
    for (const one of listed.value) {
      if ('problem' in one) return one.problem
      if (one.missing > 0) return { code: 'incomplete', facts: { backup: one.id, missing: one.missing } }
    }
    return undefined
  }

  /** Bytes that all backups take together. */
  async storedBytes(): Promise<number> {
    try {
      return [...(await this.#objects.sizes()).values()].reduce((sum, size) => sum + size, 0)
    } catch (error) {
      if (systemCode(error) === undefined) throw error
      return 0
    }
  }

  read(file: BackedUpFile): Promise<Result<Uint8Array, StoreProblem>> {
    return this.#objects.read(file)
  }

  /**
   * Makes a backup of a workspace's folder. Resolved with `ok`, every file that the backup names was read back and the
   * backup is durable; then older ones are thinned. Files that are written meanwhile are taken as they were or as they
   * are. `locked`: another process makes one.
   */
  async create(wish: BackupWish, clock: Clock): Promise<Result<MadeBackup, StoreProblem>> {
    try {
      await makePath(this.#fs, join(this.folder, 'objects'))
      const self = { id: `backups-${this.#workspace}`, path: this.folder, role: 'command', pid: process.pid } as const
      const lock = await waitForLock({ ...self, waitMs: patience })
      if (!lock.ok) {
        lock.error.close()
        // Without a place for locks files are added, which is no harm to others, and none is removed.
        if (lock.error.reason !== 'unavailable') return problem('locked', { file: 'backups' })
      }
      try {
        return ok(await this.#make(wish, clock, lock.ok))
      } finally {
        if (lock.ok) await lock.value.release()
      }
    } catch (error) {
      return storeProblem(error, 'backups')
    }
  }

  /** For the workspace in the folder `root`; where it has none of its own, of other folders of the same workspace. */
  sparesFor(root: string): Spares {
    return {
      newestCopy: async file => {
        try {
          const backups = (await this.#manifests()).flatMap(({ read }) => (read.ok ? [read.value] : []))
          return await this.#newestCopy(ownFirst(backups, root), file)
        } catch (error) {
          if (systemCode(error) === undefined) throw error
          return undefined
        }
      },
    }
  }

  async #newestCopy(backups: readonly Backup[], path: string): Promise<Uint8Array | undefined> {
    const tried = new Set<string>()
    for (const { files } of backups) {
      const file = files.find(one => one.path === path && one.state !== 'damaged')
      if (file === undefined || tried.has(file.sha256)) continue
      tried.add(file.sha256)
      const read = await this.#objects.read(file)
      if (read.ok) return read.value
    }
    return undefined
  }

  async #make(wish: BackupWish, clock: Clock, alone: boolean): Promise<MadeBackup> {
    const manifests = await this.#manifests()
    const readable = manifests.flatMap(({ read }) => (read.ok ? [read.value] : []))
    const earlier = ownFirst(readable, wish.root)
    const newest = earlier[0]?.path === wish.root ? earlier[0] : undefined
    const taken = await takeFiles(this.#fs, this.#objects, this.#workspace, wish, earlier)
    await this.#objects.settle()
    const { reason, root, name, by } = wish
    const facts = { reason, workspace: this.#workspace, name, path: root, ...(by === undefined ? {} : { by }) }
    let made: MadeBackup
    if (newest !== undefined && isSame(newest, taken) && (!isBeforeAct(reason) || isBeforeAct(newest.reason))) {
      made = { made: false, backup: newest }
    } else {
      const n = 1 + Math.max(0, ...readable.map(one => one.n ?? 0))
      made = { made: true, backup: await this.#write({ n, ...facts, ...taken }, clock) }
      readable.push(made.backup)
    }
    if (alone) await this.#thin(readable, readable.length === manifests.length + (made.made ? 1 : 0), clock)
    return made
  }

  async #write(facts: Omit<Backup, 'id' | 'at'>, clock: Clock): Promise<Backup> {
    for (let time = Date.parse(clock.now()); ; time += 1) {
      const at = new Date(time).toISOString()
      const id = `${at.replace(/:/g, '-')}-${facts.reason}`
      const backup: Backup = { id, at, ...facts }
      const bytes = Buffer.from(writeManifest(backup), 'utf8')
      const path = join(this.folder, `${id}.json`)
      let isOther = false
      const written = await writeOnce(this.#fs, path, `${id}.json`, bytes, () => {
        isOther = true
        return false
      })
      if (written.ok) return backup
      if (!isOther) throw new StoreFailure(written.error)
    }
  }

  /** Every object of the newest has just been read back. Where a manifest cannot be read nobody knows what it names. */
  async #thin(backups: readonly Backup[], allRead: boolean, clock: Clock): Promise<void> {
    try {
      const paths = [...new Set(backups.map(({ path }) => path))]
      const kept = paths.flatMap(path => thinBackups(backups.filter(backup => backup.path === path)))
      const stays = new Set(kept.map(({ id }) => id))
      const removed = backups.filter(({ id }) => !stays.has(id))
      for (const { id } of removed) await removeIfThere(this.#fs, join(this.folder, `${id}.json`))
      if (removed.length > 0) await this.#fs.syncDirectory(this.folder)
      if (!allRead) return
      const named = new Set(kept.flatMap(({ files }) => files.map(file => file.sha256)))
      await this.#objects.sweep(named, Date.parse(clock.now()))
    } catch (error) {
      // What could not be removed is removed another time.
      if (systemCode(error) === undefined) throw error
    }
  }

  /** Looks at the first folder on the way up that is there. */
  async #checkWritable(): Promise<Result<void, StoreProblem>> {
    for (let folder = this.folder; ; folder = dirname(folder)) {
      try {
        await this.#fs.checkWritable(folder)
        return ok(undefined)
      } catch (error) {
        if (systemCode(error) !== 'ENOENT' || folder === dirname(folder)) return storeProblem(error, folder)
      }
    }
  }

  /** Newest first. */
  async #manifests(): Promise<{ readonly id: string; readonly read: Result<Backup, StoreProblem> }[]> {
    const names = await this.#names()
    const found = await Promise.all(names.map(async name => ({ id: name, read: await this.#manifest(name) })))
    const orderOf = ({ id, read }: (typeof found)[number]) => (read.ok ? read.value : { id })
    return found.sort((a, b) => newestFirst(orderOf(a), orderOf(b)))
  }

  async #names(): Promise<string[]> {
    try {
      const items = await this.#fs.readdir(this.folder)
      const stems = items.flatMap(({ name }) => (/^[^.].*\.json$/.test(name) ? [name.slice(0, -'.json'.length)] : []))
      return stems.sort().reverse()
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return []
      throw error
    }
  }

  async #manifest(id: string): Promise<Result<Backup, StoreProblem>> {
    try {
      const { bytes } = await readWhole(this.#fs, join(this.folder, `${id}.json`), `${id}.json`)
      const text = readText(bytes)
      if (!text.ok) return problem('damaged', { file: `${id}.json`, reason: text.error.code })
      const read = readManifest(id, text.value)
      return read.ok && read.value.workspace !== this.#workspace ? problem('damaged', { file: `${id}.json` }) : read
    } catch (error) {
      return storeProblem(error, `${id}.json`)
    }
  }
}

/** Those of the folder `root`, then those of other folders that the workspace had, or has as a copy; newest first. */
function ownFirst(backups: readonly Backup[], root: string): Backup[] {
  return [...backups.filter(({ path }) => path === root), ...backups.filter(({ path }) => path !== root)]
}
