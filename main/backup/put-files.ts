import { dirname, join } from 'node:path'
import type { Instant, WorkspaceId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import { writeJournal } from '#annotations/workspace/journal-file'
import type { Backup, BackupSource } from '#app/ports/backups'
import type { StoreProblem } from '#app/ports/workspace-store'
import { DurableFile } from '../store/durable-file'
import { type FileSystem, systemCode } from '../store/file-system'
import { writeGitFiles } from '../store/git-files'
import { makeFolders, makePath, readWhole, sha256, statIfThere, writeTemporary } from '../store/place-file'
import { StoreFailure, storeProblem } from '../store/store-problem'
import { workspaceAround } from '../store/workspace-identity'
import { writeOnce } from '../store/written-once'
import type { FileToPut, RestorePlan } from './plan-restore'
import { ownPlace } from './read-workspace'

/**
 * Puts the files of a plan back into the workspace's folder `root`, texts first and `workspace.json` last. What was damaged
 * is kept in `quarantine/<instant>/`, and what tells Git about the folder is written where it is not there. Resolved with `ok`, all of it is durable. Only for whoever has the lock.
 */
export async function putFiles(
  fs: FileSystem,
  source: BackupSource,
  root: string,
  workspace: WorkspaceId,
  plan: RestorePlan,
  at: Instant,
): Promise<Result<void, StoreProblem>> {
  try {
    for (const item of [...plan.put].sort(inOrder)) {
      const read = await source.read(item.file)
      if (!read.ok) return read
      await putOne(fs, root, item, read.value, at)
      // A folder that becomes a workspace again tells Git what a new one does.
      const git = item.place.is === 'identity' ? await writeGitFiles(fs, root) : ok([])
      if (!git.ok) return git
    }
    for (const { path, place, journal } of plan.unite) {
      if (place.is !== 'journal') continue
      const bytes = Buffer.from(writeJournal(journal, { workspace, scope: place.scope }, sha256), 'utf8')
      const file = new DurableFile(fs, join(root, path), path)
      const found = await file.read()
      // Another program has just written there: the next restore sees that.
      const written = found.ok ? await file.write(bytes, () => problem('io', { file: path })) : found
      if (!written.ok) return written
    }
    return ok(undefined)
  } catch (error) {
    return storeProblem(error, root)
  }
}

async function putOne(fs: FileSystem, root: string, item: FileToPut, bytes: Uint8Array, at: Instant): Promise<void> {
  const path = join(root, item.path)
  const folders = item.path.split('/').slice(0, -1)
  if (item.why === 'damaged') await setAside(fs, root, item.path, at)
  await makeFolders(fs, root, folders)
  const folder = dirname(path)
  const there = await statIfThere(fs, path)
  if (there === undefined) {
    const written = await writeOnce(fs, path, item.path, bytes, found => sha256(found) === item.file.sha256)
    if (!written.ok) throw new StoreFailure(written.error)
    return
  }
  const temporary = await writeTemporary(fs, path, bytes, there.mode & 0o666)
  await fs.rename(temporary.path, path)
  await fs.syncDirectory(folder)
}

/** Copies a file to `quarantine/`, unless it cannot be read at all. */
async function setAside(fs: FileSystem, root: string, path: string, at: Instant): Promise<void> {
  const target = ['quarantine', at.replace(/:/g, '-'), ...path.split('/')]
  let bytes: Uint8Array
  try {
    bytes = (await readWhole(fs, join(root, path), path)).bytes
  } catch (error) {
    if (systemCode(error) === undefined && !(error instanceof StoreFailure)) throw error
    return
  }
  await makeFolders(fs, root, target.slice(0, -1))
  const written = await writeOnce(fs, join(root, ...target), path, bytes, found => sha256(found) === sha256(bytes))
  if (!written.ok) throw new StoreFailure(written.error)
}

/** What an annotation refers to comes before it; what makes a folder a workspace comes last. */
const steps = ['source', 'revision', 'register', 'journal', 'identity'] as const

function inOrder(a: { readonly path: string }, b: { readonly path: string }): number {
  return stepOf(a.path) - stepOf(b.path) || (a.path < b.path ? -1 : 1)
}

function stepOf(path: string): number {
  const place = ownPlace(path)
  if (place === undefined) return 0
  return steps.indexOf(place.is === 'journal' && !path.startsWith('documents/') ? 'register' : place.is)
}

/** What a restored copy lacks: files of which the backup has no sound bytes. */
export interface RestoredCopy {
  readonly files: number
  readonly lost: readonly string[]
}

/**
 * Writes a backup into a folder that is new or empty. `exists` where it holds something, `inside-workspace` where it lies
 * in a workspace. Files that the backup has damaged come as they were.
 */
export async function restoreCopy(
  fs: FileSystem,
  source: BackupSource,
  backup: Backup,
  target: string,
): Promise<Result<RestoredCopy, StoreProblem>> {
  try {
    if ((await workspaceAround(fs, target)) !== undefined) return problem('inside-workspace', { path: target })
    await makePath(fs, target)
    if ((await fs.readdir(target)).length > 0) return problem('exists', { path: target, reason: 'not-empty' })
    const git = await writeGitFiles(fs, target)
    if (!git.ok) return git
    const lost: string[] = []
    for (const file of [...backup.files].sort(inOrder)) {
      const place = ownPlace(file.path)
      const read = await source.read(file)
      if (place === undefined || !read.ok) lost.push(file.path)
      else await putOne(fs, target, { path: file.path, place, file, why: 'missing' }, read.value, backup.at)
    }
    return ok({ files: backup.files.length - lost.length, lost })
  } catch (error) {
    return storeProblem(error, target)
  }
}
