import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupReason } from '#app/contract/backup-values'
import type { Backup } from '#app/ports/backups'
import { diskFileSystem, type FileSystem } from '../../store/file-system'
import { notes, tags } from '../../store/testing/journals'
import { type OnFinished, temporaryFolder } from '../../store/testing/temporary-folder'
import { doc, identity, newWorkspace, opened, press, revision, source } from '../../store/testing/workspaces'
import { type BackupFolder, backupsOf, type MadeBackup } from '../backup-folder'

// Imported by tests only.

const hour = 60 * 60 * 1000

/** A workspace with a document, a note and a tag by `ann`, and a folder of a user without backups. */
export interface BackedUp {
  readonly root: string
  readonly userFolder: string
  readonly backups: BackupFolder
  /** Makes a backup, each a minute after the one before. */
  make(reason?: BackupReason): Promise<MadeBackup>
  list(): Promise<Backup[]>
  /** Says something more in a journal of `ann`. */
  note(text: string): Promise<void>
  objects(): Promise<string[]>
  /** Moves the clock on. */
  pass(milliseconds: number): void
}

export async function startBackedUp(onFinished: OnFinished, fs: FileSystem = diskFileSystem): Promise<BackedUp> {
  const root = await newWorkspace(onFinished)
  const userFolder = join(await temporaryFolder(onFinished), 'user')
  const backups = backupsOf(userFolder, identity.id, fs)
  const texts: string[] = []
  // From the beginning of an hour on, of which one backup stays: no test begins in one and ends in the next.
  let now = Math.floor(Date.now() / hour) * hour
  const clock = {
    now: () => {
      now += 60_000
      return new Date(now).toISOString()
    },
  }
  const note = async (text: string) => {
    texts.push(text)
    const store = await opened(root)
    await store.commit([{ scope: doc, journal: notes('ann', { n: texts }) }])
    await store.close()
  }
  const store = await opened(root)
  await store.addRevision('doc', revision(press), source)
  await store.commit([{ scope: 'codebook', journal: tags('ann', { t: ['Prices'] }) }])
  await store.close()
  await note('first')
  return {
    root,
    userFolder,
    backups,
    note,
    async make(reason = 'daily') {
      const made = await backups.create({ reason, root, name: identity.name }, clock)
      if (!made.ok) throw new Error(JSON.stringify(made.error))
      return made.value
    },
    async list() {
      const listed = await backups.list()
      if (!listed.ok) throw new Error(listed.error.code)
      return listed.value.flatMap(one => ('backup' in one ? [one.backup] : []))
    },
    objects: async () => (await readdir(join(userFolder, 'backups', identity.id, 'objects'))).sort(),
    pass: milliseconds => {
      now += milliseconds
    },
  }
}
