import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { type FileStat, type FileSystem, type NewFile, systemCode, systemError } from './file-system'
import { StoreFailure } from './store-problem'

/** Largest file of a workspace, in bytes: what is larger is neither read nor written. */
export const maxFileBytes = 50 * 1024 * 1024

/** Hexadecimal SHA-256. Of a string: of its UTF-8 bytes. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A path beside `path` that nobody else uses; hidden, and never the name of an annotator's file. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.pressmark-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
}

/** Whether a file is one of ours that was not finished. */
export function isTemporaryName(name: string): boolean {
  return /^\.pressmark-\d+-[0-9a-f]{12}\.tmp$/.test(name)
}

/** A new file whose bytes are on disk, under a temporary name. */
export interface TemporaryFile {
  readonly path: string
  readonly stat: FileStat
}

/**
 * Writes bytes to a new file beside `path` and makes them durable: all of them, or the file is removed and the error
 * thrown (`ENOSPC` too where the disk took fewer bytes without saying why). `mode`: the permission bits it ends with.
 */
export async function writeTemporary(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  mode: number,
): Promise<TemporaryFile> {
  if (bytes.length > maxFileBytes) throw systemError('EFBIG', `${bytes.length} bytes`)
  const temporary = temporaryPath(path)
  const file = await fs.create(temporary)
  try {
    const stat = await fill(file, bytes, mode)
    if (stat.size !== bytes.length) throw systemError('ENOSPC', `${stat.size} of ${bytes.length} bytes stored`)
    return { path: temporary, stat }
  } catch (error) {
    await removeIfThere(fs, temporary)
    throw error
  }
}

async function fill(file: NewFile, bytes: Uint8Array, mode: number): Promise<FileStat> {
  try {
    for (let written = 0; written < bytes.length; ) {
      const taken = await file.write(bytes, written)
      if (taken <= 0) throw systemError('ENOSPC', `${written} of ${bytes.length} bytes taken`)
      written += taken
    }
    if (mode !== 0o600) await setModeIfPossible(file, mode)
    await file.sync()
    return await file.stat()
  } finally {
    await file.close()
  }
}

/** Some file systems have no permission bits, and their files are as open as their mount says. */
async function setModeIfPossible(file: NewFile, mode: number): Promise<void> {
  try {
    await file.setMode(mode)
  } catch (error) {
    if (!unsupported.has(systemCode(error) ?? '')) throw error
  }
}

/** Codes by which systems say that a file system cannot do something at all. */
const unsupported = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EXDEV', 'EMLINK'])

/** Links where the file system can; false where it cannot, so that the caller copies or renames. */
export async function linkIfPossible(fs: FileSystem, from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to)
    return true
  } catch (error) {
    if (unsupported.has(systemCode(error) ?? '')) return false
    throw error
  }
}

/**
 * Gives a temporary file its name where no file has it; false where one has, and then the temporary file is gone.
 * The caller syncs the folder. Without hard links there is a gap between looking and naming.
 */
export async function placeNew(fs: FileSystem, temporary: TemporaryFile, path: string): Promise<boolean> {
  try {
    if (await linkIfPossible(fs, temporary.path, path)) return true
    if ((await statIfThere(fs, path)) !== undefined) return false
    await fs.rename(temporary.path, path)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await removeIfThere(fs, temporary.path)
  }
}

export async function statIfThere(fs: FileSystem, path: string): Promise<FileStat | undefined> {
  try {
    return await fs.stat(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * A file's bytes, and how it looked just before. Throws `damaged` where it is no file of its own (a link, a folder, a
 * pipe) or larger than a file of a workspace may be. `name`: what the problem calls it.
 */
export async function readWhole(
  fs: FileSystem,
  path: string,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly stat: FileStat }> {
  const stat = await fs.stat(path)
  const reason = stat.kind !== 'file' ? 'not-a-file' : stat.size > maxFileBytes ? 'too-large' : undefined
  if (reason !== undefined) throw new StoreFailure({ code: 'damaged', facts: { file: name, reason } })
  return { bytes: await fs.readFile(path), stat }
}

/** Removes a file of ours. It may be gone; where it cannot be removed it stays, to be swept later. */
export async function removeIfThere(fs: FileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path)
  } catch (error) {
    if (systemCode(error) === undefined) throw error
  }
}

/**
 * Makes the folders `names` below `root`, each within the one before. Their names and that of `root` are durable then,
 * whoever made the folders: a process that was killed, or an attempt of ours whose sync failed.
 */
export async function makeFolders(fs: FileSystem, root: string, names: readonly string[]): Promise<void> {
  await syncName(fs, root).catch(error => {
    // Who may not read the folder above did not make this one.
    if (!['EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error
  })
  let folder = root
  for (const name of names) {
    folder = join(folder, name)
    await makeFolder(fs, folder)
  }
}

/** Makes a folder at any place and those above it that are missing; links on the way there are followed. */
export async function makePath(fs: FileSystem, path: string): Promise<void> {
  if (await isThere(fs, path)) return makeFolders(fs, path, [])
  const parent = dirname(path)
  if (parent !== path) await makePath(fs, parent)
  await makeFolder(fs, path)
}

export async function isThere(fs: FileSystem, path: string): Promise<boolean> {
  try {
    await fs.realpath(path)
    return true
  } catch {
    return false
  }
}

/**
 * Makes a folder in one that is there, and its name durable. It may be there already; `damaged` is thrown for something
 * else in its place, such as a link that leads out of the workspace.
 */
async function makeFolder(fs: FileSystem, folder: string): Promise<void> {
  const there = await statIfThere(fs, folder)
  if (there !== undefined && there.kind !== 'folder') {
    throw new StoreFailure({ code: 'damaged', facts: { file: basename(folder), reason: 'not-a-folder' } })
  }
  if (there === undefined) {
    try {
      await fs.mkdir(folder)
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
  await syncName(fs, folder)
}

/** Folders whose names this process has made durable: one sync for each is enough. */
const durableFolders = new WeakMap<FileSystem, Map<string, bigint>>()

async function syncName(fs: FileSystem, folder: string): Promise<void> {
  const durable = durableFolders.get(fs) ?? new Map<string, bigint>()
  durableFolders.set(fs, durable)
  const { inode } = await fs.stat(folder)
  if (durable.get(folder) === inode) return
  await fs.syncDirectory(dirname(folder))
  durable.set(folder, inode)
}
