import { join } from 'node:path'
import { isPurged } from '#annotations/changes/purge'
import type { WorkspaceId } from '#annotations/model/ids'
import type { BackedUpFile, Backup } from '#app/ports/backups'
import { type FileSystem, systemCode } from '../store/file-system'
import { readWhole, sha256 } from '../store/place-file'
import { readJournalBytes } from '../store/read-journal-bytes'
import { StoreFailure } from '../store/store-problem'
import type { ObjectStore } from './object-store'
import { isSoundFile, type OwnFile, ownFiles } from './read-workspace'

export interface Taken {
  /** By path. */
  readonly files: readonly BackedUpFile[]
  readonly unread: readonly string[]
}

export interface FolderToTake {
  readonly root: string
  onProgress?(done: number, total: number): void
}

/**
 * Reads every file of a workspace and puts its bytes into the store, so that each is durable and was read back. Of a file
 * that is damaged, gone or cannot be read, the last sound copy that an earlier backup has is kept: Pressmark itself
 * removes no file but of a purged document, so what is gone was lost. Throws what the system says
 * of the store, and of the folder as a whole. `earlier`: the nearest first.
 */
export async function takeFiles(
  fs: FileSystem,
  objects: ObjectStore,
  workspace: WorkspaceId,
  { root, onProgress }: FolderToTake,
  earlier: readonly Backup[],
): Promise<Taken> {
  const known = copiesByPath(earlier)
  const files: BackedUpFile[] = []
  const unread: string[] = []
  const { journals, rest } = await ownFiles(fs, root)
  let done = 0
  const takeAll = async (some: readonly OwnFile[], total: number) => {
    for (const file of some) {
      onProgress?.(done, total)
      done += 1
      const taken = await takeOne(fs, objects, workspace, root, file, known.get(file.path) ?? [])
      if (taken === 'unread') unread.push(file.path)
      else if (taken !== 'gone') files.push(taken)
    }
  }
  await takeAll(journals, journals.length)
  const others = await rest()
  await takeAll(others, journals.length + others.length)
  onProgress?.(done, done)
  const there = new Set([...files.map(({ path }) => path), ...unread])
  files.push(
    ...(await lostFiles(objects, root, there, earlier, path => wasPurged(fs, workspace, root, path, journals))),
  )
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), unread }
}

/** True where a backup holds exactly what was taken. */
export function isSame({ files, unread }: Backup, taken: Taken): boolean {
  const facts = (of: Taken) => JSON.stringify([of.unread, of.files.map(file => [file.path, file.sha256, file.state])])
  return facts({ files, unread }) === facts(taken)
}

async function takeOne(
  fs: FileSystem,
  objects: ObjectStore,
  workspace: WorkspaceId,
  root: string,
  file: OwnFile,
  copies: readonly BackedUpFile[],
): Promise<BackedUpFile | 'unread' | 'gone'> {
  const bytes = await bytesOf(fs, root, file.path)
  if (bytes === 'gone') return 'gone'
  if (bytes !== 'unread') {
    const hash = sha256(bytes)
    const known = copies.find(copy => copy.sha256 === hash)
    const sound = known === undefined ? isSoundFile(workspace, file, bytes) : known.state !== 'damaged'
    if (sound) {
      await objects.put(hash, bytes)
      return { path: file.path, bytes: bytes.length, sha256: hash }
    }
  }
  for (const { path, bytes: size, sha256: hash, state } of copies) {
    if (state !== 'damaged' && (await objects.isSound(hash))) return { path, bytes: size, sha256: hash, state: 'kept' }
  }
  if (bytes === 'unread') return 'unread'
  const hash = sha256(bytes)
  await objects.put(hash, bytes)
  return { path: file.path, bytes: bytes.length, sha256: hash, state: 'damaged' }
}

/** Copies of what the newest backup of the same folder had and the folder has no more. */
async function lostFiles(
  objects: ObjectStore,
  root: string,
  there: ReadonlySet<string>,
  earlier: readonly Backup[],
  wasPurged: (path: string) => Promise<boolean>,
): Promise<BackedUpFile[]> {
  const newest = earlier[0]?.path === root ? earlier[0] : undefined
  const lost: BackedUpFile[] = []
  for (const { path, bytes, sha256: hash, state } of newest?.files ?? []) {
    if (there.has(path) || (await wasPurged(path)) || state === 'damaged' || !(await objects.isSound(hash))) continue
    lost.push({ path, bytes, sha256: hash, state: 'kept' })
  }
  return lost
}

/** True for a file of a document whose text was erased on purpose. */
async function wasPurged(
  fs: FileSystem,
  workspace: WorkspaceId,
  root: string,
  path: string,
  journals: readonly OwnFile[],
): Promise<boolean> {
  const folder = /^documents\/[^/]+\//.exec(path)?.[0]
  if (folder === undefined) return false
  for (const { path: file, place } of journals) {
    if (!file.startsWith(folder) || place.is !== 'journal') continue
    const bytes = await bytesOf(fs, root, file)
    if (typeof bytes === 'string') continue
    const read = readJournalBytes(bytes, { workspace, scope: place.scope, annotator: place.stem, file })
    if (read.ok && isPurged(read.value.journal)) return true
  }
  return false
}

async function bytesOf(fs: FileSystem, root: string, path: string): Promise<Uint8Array | 'unread' | 'gone'> {
  try {
    return (await readWhole(fs, join(root, path), path)).bytes
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'gone'
    if (systemCode(error) === undefined && !(error instanceof StoreFailure)) throw error
    return 'unread'
  }
}

function copiesByPath(backups: readonly Backup[]): ReadonlyMap<string, readonly BackedUpFile[]> {
  const copies = new Map<string, BackedUpFile[]>()
  for (const { files } of backups) {
    for (const file of files) {
      const known = copies.get(file.path)
      if (known === undefined) copies.set(file.path, [file])
      else if (known.every(copy => copy.sha256 !== file.sha256)) known.push(file)
    }
  }
  return copies
}
