import { constants } from 'node:fs'
import * as disk from 'node:fs/promises'

/** What stands at a path itself; a symbolic link is `other`, it is never followed. */
export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other'
  /** In bytes. */
  readonly size: number
  /** Permission bits. */
  readonly mode: number
  readonly inode: bigint
  /** Last change of the content, in nanoseconds. */
  readonly modified: bigint
}

export interface FolderItem {
  readonly name: string
  readonly kind: FileStat['kind']
}

/** A file that was created for writing and is open. */
export interface NewFile {
  /** Writes bytes from `start` on to the same place of the file; resolves with how many were taken, which may be fewer than given. */
  write(bytes: Uint8Array, start: number): Promise<number>
  setMode(mode: number): Promise<void>
  sync(): Promise<void>
  stat(): Promise<FileStat>
  close(): Promise<void>
}

/**
 * The few operations the store needs of a disk; all it does to a workspace goes through them. They reject with an
 * error that has the system's `code` (`ENOENT`).
 */
export interface FileSystem {
  /** Creates a file that must not be there (`EEXIST`), for its owner alone. */
  create(path: string): Promise<NewFile>
  readFile(path: string): Promise<Uint8Array>
  stat(path: string): Promise<FileStat>
  readdir(path: string): Promise<readonly FolderItem[]>
  /** Creates one folder (`EEXIST`, `ENOENT` without its parent). */
  mkdir(path: string): Promise<void>
  /** Gives a file a second name, which must not be there (`EEXIST`). */
  link(from: string, to: string): Promise<void>
  /** Replaces `to`. Does nothing where both are names of one file already. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes the names in a folder durable; nothing where the system cannot. */
  syncDirectory(path: string): Promise<void>
  /** The path without symbolic links, `.` and `..`. */
  realpath(path: string): Promise<string>
  /** Resolves where names may be made in a folder, as far as can be told without making one. */
  checkWritable(path: string): Promise<void>
}

/**
 * False where the file surely changed between the two looks. Renaming and linking change neither; a false "same" is
 * found out when what was replaced is hashed.
 */
export function looksSame(a: FileStat, b: FileStat): boolean {
  return a.kind === b.kind && a.inode === b.inode && a.size === b.size && a.modified === b.modified
}

/** The system's code of an error, or `undefined` for an error that is not the system's. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** An error as the system would report it. */
export function systemError(code: string, message: string): Error {
  return Object.assign(new Error(`${code}: ${message}`), { code })
}

/** The real disk. */
export const diskFileSystem: FileSystem = {
  async create(path) {
    return new DiskFile(await disk.open(path, 'wx', 0o600))
  },
  readFile: path => disk.readFile(path),
  async stat(path) {
    return toFileStat(await disk.lstat(path, { bigint: true }))
  },
  async readdir(path) {
    const items = await disk.readdir(path, { withFileTypes: true })
    return items.map(item => ({ name: item.name, kind: kindOf(item) }))
  },
  async mkdir(path) {
    await disk.mkdir(path)
  },
  link: (from, to) => disk.link(from, to),
  rename: process.platform === 'win32' ? patientRename(disk.rename, systemPause) : disk.rename,
  unlink: path => disk.unlink(path),
  // Windows has no such call.
  syncDirectory: process.platform === 'win32' ? async () => undefined : syncWherePossible(syncFolder),
  realpath: path => disk.realpath(path),
  checkWritable: path => disk.access(path, constants.W_OK),
}

class DiskFile implements NewFile {
  readonly #handle: disk.FileHandle

  constructor(handle: disk.FileHandle) {
    this.#handle = handle
  }

  async write(bytes: Uint8Array, start: number): Promise<number> {
    const { bytesWritten } = await this.#handle.write(bytes, start, bytes.length - start, start)
    return bytesWritten
  }

  setMode(mode: number): Promise<void> {
    return this.#handle.chmod(mode)
  }

  sync(): Promise<void> {
    return this.#handle.sync()
  }

  async stat(): Promise<FileStat> {
    return toFileStat(await this.#handle.stat({ bigint: true }))
  }

  close(): Promise<void> {
    return this.#handle.close()
  }
}

interface Kinds {
  isFile(): boolean
  isDirectory(): boolean
}

function kindOf(item: Kinds): FileStat['kind'] {
  return item.isFile() ? 'file' : item.isDirectory() ? 'folder' : 'other'
}

function toFileStat(
  stat: Kinds & { readonly size: bigint; readonly mode: bigint; readonly ino: bigint; readonly mtimeNs: bigint },
): FileStat {
  return {
    kind: kindOf(stat),
    size: Number(stat.size),
    mode: Number(stat.mode) & 0o777,
    inode: stat.ino,
    modified: stat.mtimeNs,
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await disk.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Some network and FUSE file systems answer that they cannot sync a folder: then its names are as durable as they are there. */
export function syncWherePossible(sync: FileSystem['syncDirectory']): FileSystem['syncDirectory'] {
  return async path => {
    try {
      await sync(path)
    } catch (error) {
      if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error
    }
  }
}

/** Resolves after so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>

/** Milliseconds between one try of a rename and the next. */
export const patience: readonly number[] = [10, 20, 40, 80, 160, 320, 640]

/** On Windows a virus scanner or an indexer may hold a file open for a moment: then a rename is tried again. */
export function patientRename(rename: FileSystem['rename'], pause: Pause): FileSystem['rename'] {
  return async (from, to) => {
    for (const wait of patience) {
      try {
        return await rename(from, to)
      } catch (error) {
        if (!['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '')) throw error
        await pause(wait)
      }
    }
    await rename(from, to)
  }
}

function systemPause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
