import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '#annotations/model/result'
import type { Preferences } from '#app/contract/values'
import { DurableFile } from '../store/durable-file'
import { diskFileSystem, type FileSystem, systemCode } from '../store/file-system'
import { waitForLock } from '../store/lock'
import { placeNew, sha256, statIfThere, writeTemporary } from '../store/place-file'
import { StoreFailure } from '../store/store-problem'
import { emptyProfile, type Identity, type Profile, readProfileText, writeProfileText } from './profile-text'

export type { Identity, Profile } from './profile-text'

/** `profile.json` in the user's folder. Several processes share it. */
export interface ProfileFile {
  /** As it stands on disk now. */
  read(): Profile
  /**
   * Changes the profile and resolves, with what stands then, when that is on disk and survives a power cut. The change
   * is given the profile of that moment, which no other process changes meanwhile; it may be called more than once.
   * What could not be read of the file is kept beside it first. Rejects with `StoreFailure` where it cannot be written,
   * or another process keeps it from being written.
   */
  update(change: (profile: Profile) => Profile): Promise<Profile>
}

const maxRecent = 10
const fileName = 'profile.json'
/** How long other processes may take with their changes, in milliseconds. */
const patience = 15_000

/** Opens the profile below a user folder. Where there is none it counts as empty; nothing is written before `update`. */
export async function openProfile(userFolder: string): Promise<ProfileFile> {
  const read = profileReader(join(userFolder, fileName))
  let last: Promise<unknown> = Promise.resolve()
  return {
    read,
    update(change) {
      const next = last.then(() => updateAlone(userFolder, change))
      last = next.catch(() => undefined)
      return next
    },
  }
}

/** Reads the file again only where it is another one than before. A file that is not sound is read from its spare. */
function profileReader(path: string): () => Profile {
  let seen = ''
  let profile = emptyProfile
  return () => {
    const look = lookOf(path)
    if (look === seen) return profile
    seen = look
    const own = readTextNow(path)
    const spare = own === undefined || readProfileText(own).sound ? undefined : readTextNow(`${path}.prev`)
    profile = bestOf(own, spare)
    return profile
  }
}

/**
 * What two generations tell: the newer, or where it is damaged the older if that one is whole. Members that only the
 * damaged one has are in the copy that is kept.
 */
function bestOf(own: string | undefined, spare: string | undefined): Profile {
  const read = own === undefined ? undefined : readProfileText(own)
  if (read === undefined) return emptyProfile
  const older = read.sound || spare === undefined ? undefined : readProfileText(spare)
  return older?.sound === true ? older.profile : read.profile
}

async function updateAlone(userFolder: string, change: (profile: Profile) => Profile): Promise<Profile> {
  mkdirSync(userFolder, { recursive: true })
  const self = { id: 'profile', path: userFolder, role: 'command', pid: process.pid } as const
  const lock = await waitForLock({ ...self, waitMs: patience })
  if (!lock.ok) {
    lock.error.close()
    // Without a place for locks the file is still compared before and after it is written.
    if (lock.error.reason !== 'unavailable') throw new StoreFailure({ code: 'locked', facts: { file: fileName } })
  }
  try {
    return await changeFile(diskFileSystem, join(userFolder, fileName), change)
  } finally {
    if (lock.ok) await lock.value.release()
  }
}

async function changeFile(fs: FileSystem, path: string, change: (profile: Profile) => Profile): Promise<Profile> {
  const file = new DurableFile(fs, path, fileName)
  const found = await file.read()
  if (!found.ok) throw new StoreFailure(found.error)
  const bytes = found.value
  const text = bytes === undefined ? undefined : toText(bytes)
  if (bytes !== undefined && text !== undefined && !readProfileText(text).sound) await keepUnreadable(fs, path, bytes)
  let profile = emptyProfile
  const changed = (own: string | undefined): string => {
    profile = change(bestOf(own, own === undefined ? undefined : readTextNow(`${path}.prev`)))
    return writeProfileText(profile, own === undefined ? {} : readProfileText(own).unknown)
  }
  const content = changed(text)
  if (content === text) return profile
  const written = await file.write(toBytes(content), other => ok({ bytes: toBytes(changed(toText(other))) }))
  if (!written.ok) throw new StoreFailure(written.error)
  return profile
}

/** Sets a file that could not be understood aside, once for each content. */
async function keepUnreadable(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const kept = path.replace(/\.json$/, `-unreadable-${sha256(bytes).slice(0, 8)}.json`)
  if ((await statIfThere(fs, kept)) !== undefined) return
  await placeNew(fs, await writeTemporary(fs, kept, bytes, 0o600), kept)
}

function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function toBytes(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

function lookOf(path: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return 'none'
  }
}

function readTextNow(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return undefined
  }
}

/** The profile with a workspace at the head of the recent ones. */
export function withRecent(profile: Profile, path: string, name: string): Profile {
  const others = profile.recent.filter(recent => recent.path !== path)
  return { ...profile, recent: [{ path, name }, ...others].slice(0, maxRecent) }
}

/** The profile with the given preferences in the place of those of the same names; the others stay. */
export function withPreferences(profile: Profile, preferences: Preferences): Profile {
  return { ...profile, preferences: { ...profile.preferences, ...preferences } }
}

/** The annotator at the desk; `undefined` until a name was given. */
export function currentIdentity(profile: Profile): Identity | undefined {
  return profile.annotators.find(annotator => annotator.id === profile.current) ?? undefined
}
