import { join, resolve } from 'node:path'
import { type AnnotatorId, isId, type WorkspaceId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Schema } from '#annotations/workspace/envelope'
import { writeWorkspace } from '#annotations/workspace/workspace-file'
import type { FileReport, StoreProblem, WorkspaceIdentity, WorkspaceStore } from '#app/ports/workspace-store'
import { diskFileSystem, type FileSystem, systemCode } from './file-system'
import { FolderStore } from './folder-store'
import { writeGitFiles } from './git-files'
import { systemTimers, type Timers } from './journal-slot'
import { isTemporaryName, isThere, makePath, sha256 } from './place-file'
import { storeProblem } from './store-problem'
import { type FoundWorkspace, mendEditedIdentity, readIdentity, workspaceAround } from './workspace-identity'
import { identityFile } from './workspace-paths'
import { writeOnce } from './written-once'

export interface OpenOptions {
  /** The ids that this program may write as: a newer file of theirs makes the workspace read-only. */
  readonly annotators?: readonly AnnotatorId[]
  /** The lock, let go when the store is closed; `held` where another has it: read-only. */
  readonly lock?: { release(): Promise<void>; readonly afterKill?: boolean } | 'held'
  /** Of a workspace in a folder: the newest sound bytes that a backup has of a file. */
  readonly spares?: (workspace: WorkspaceId, root: string) => (file: string) => Promise<Uint8Array | undefined>
  /** Makes a backup, before the first file of an older version is written in the present one; asked once. */
  readonly beforeMigration?: (workspace: WorkspaceIdentity, root: string) => Promise<void>
  /** Which version counts as the present one, and the steps to it; for tests of migrations. */
  readonly schema?: Schema
  /** What was found, and came of it, before. */
  readonly told?: readonly FileReport[]
  readonly fs?: FileSystem
  readonly timers?: Timers
}

/**
 * Makes a folder a workspace; the folder is created where it is missing. `exists` where it has content, with
 * `reason` `workspace` or `not-empty`. What systems and Git leave in a folder does not count as content. It tells Git
 * how to treat the folder, where nothing there does. `inside-workspace`: another one would have it among its own files.
 */
export async function createWorkspace(
  path: string,
  identity: WorkspaceIdentity,
  fs: FileSystem = diskFileSystem,
): Promise<Result<void, StoreProblem>> {
  if (!isId(identity.id)) return problem('not-found', { workspace: identity.id })
  try {
    if ((await workspaceAround(fs, await placeOf(fs, path))) !== undefined) return problem('inside-workspace', { path })
    await makePath(fs, resolve(path))
    const root = await fs.realpath(path)
    const names = (await fs.readdir(root)).map(item => item.name)
    if (names.includes(identityFile)) return problem('exists', { path, reason: 'workspace' })
    if (!names.every(isLitter)) return problem('exists', { path, reason: 'not-empty' })
    const git = await writeGitFiles(fs, root)
    if (!git.ok) return git
    const bytes = Buffer.from(writeWorkspace(identity, sha256), 'utf8')
    const written = await writeOnce(fs, join(root, identityFile), identityFile, bytes, found => bytes.equals(found))
    return written.ok || written.error.code !== 'damaged' ? written : problem('exists', { path, reason: 'workspace' })
  } catch (error) {
    return storeProblem(error, path)
  }
}

/** Reads who a workspace is, without opening it. `not-found`: no such folder; `not-a-workspace`: another folder or a file. */
export async function findWorkspace(
  path: string,
  fs: FileSystem = diskFileSystem,
): Promise<Result<FoundWorkspace, StoreProblem>> {
  try {
    const root = await fs.realpath(path)
    if ((await fs.stat(root)).kind !== 'folder') return problem('not-a-workspace', { path })
    return await readIdentity(fs, root)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') return storeProblem(error, path)
    return (await isThere(fs, path)) ? problem('not-a-workspace', { path }) : problem('not-found', { path })
  }
}

/** Opens a workspace. It is read-only where it is newer, where its folder cannot be written, or without the lock. */
export async function openWorkspace(
  path: string,
  options: OpenOptions = {},
): Promise<Result<WorkspaceStore, StoreProblem>> {
  const fs = options.fs ?? diskFileSystem
  const found = await findWorkspace(path, fs)
  if (!found.ok) return found
  const { root, newer } = found.value
  const { lock, spares } = options
  const writable = await isWritable(fs, root)
  const readOnly = newer ? 'newer-version' : !writable ? 'no-permission' : lock === 'held' ? 'locked' : undefined
  const spare = async () => spares?.(found.value.identity.id, root)(identityFile)
  const mended = await mendEditedIdentity(fs, found.value, readOnly === undefined, spare)
  const { identity, bytes } = mended?.found ?? found.value
  let migrating: Promise<void> | undefined
  return ok(
    new FolderStore({
      fs,
      timers: options.timers ?? systemTimers,
      root,
      identity,
      identityFile: { known: bytes, found: found.value.bytes },
      told: [...(options.told ?? []), ...(mended === undefined ? [] : [mended.report])],
      readOnly,
      schema: options.schema,
      beforeMigration: () => (migrating ??= options.beforeMigration?.(identity, root) ?? Promise.resolve()),
      afterKill: lock !== undefined && lock !== 'held' && lock.afterKill === true,
      annotators: options.annotators ?? [],
      ...(spares === undefined ? {} : { spares: spares(identity.id, root) }),
      release: async () => {
        if (lock !== undefined && lock !== 'held') await lock.release()
      },
    }),
  )
}

/** Where a folder really lies, or would. */
async function placeOf(fs: FileSystem, path: string): Promise<string> {
  return (await isThere(fs, path)) ? fs.realpath(path) : resolve(path)
}

async function isWritable(fs: FileSystem, root: string): Promise<boolean> {
  try {
    await fs.checkWritable(root)
    return true
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    return false
  }
}

function isLitter(name: string): boolean {
  return name.startsWith('.git') || ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name) || isTemporaryName(name)
}
