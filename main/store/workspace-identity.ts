import { dirname, join } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import { readWorkspace } from '#annotations/workspace/workspace-file'
import type { FileReport, StoreProblem, WorkspaceIdentity } from '#app/ports/workspace-store'
import { type FileStat, type FileSystem, looksSame, systemCode } from './file-system'
import { isThere, readWhole, sha256 } from './place-file'
import { putBack } from './put-back'
import { readText } from './read-text'
import { codeOf, StoreFailure, storeProblem } from './store-problem'
import { identityFile } from './workspace-paths'

/** A folder that is a workspace: what the lock is named by, too. */
export interface FoundWorkspace {
  /** The folder's real path. */
  readonly root: string
  readonly identity: WorkspaceIdentity
  /** `workspace.json` is of a newer version. */
  readonly newer: boolean
  /** `workspace.json` as it is. */
  readonly bytes: Uint8Array
  /** A program wrote it so. */
  readonly sound: boolean
}

/** Reads who the workspace in a folder is. Throws what the system says (`ENOENT` where there is no `workspace.json`). */
export async function readIdentity(fs: FileSystem, root: string): Promise<Result<FoundWorkspace, StoreProblem>> {
  return readIdentityBytes(root, (await readWhole(fs, join(root, identityFile), identityFile)).bytes)
}

/** The same of the file's bytes. */
export function readIdentityBytes(root: string, bytes: Uint8Array): Result<FoundWorkspace, StoreProblem> {
  const text = readText(bytes)
  const read = text.ok ? readWorkspace(text.value, sha256) : text
  if (read.ok) return ok({ root, bytes, ...read.value })
  const reason = read.error.code
  if (reason === 'wrong-format') return problem('not-a-workspace', { path: root })
  return problem(reason === 'newer-version' ? reason : 'damaged', { file: identityFile, reason })
}

/**
 * The folder of the workspace in which a path lies, wherever links on the way lead; `undefined` for one in none. The
 * path need not be there. A `workspace.json` that is damaged or newer is one of ours too.
 */
export async function workspaceAround(fs: FileSystem, path: string): Promise<string | undefined> {
  const parent = dirname(path)
  if (!(await isThere(fs, parent))) return parent === path ? undefined : workspaceAround(fs, parent)
  for (let folder = await fs.realpath(parent); ; folder = dirname(folder)) {
    if (await isWorkspace(fs, folder)) return folder
    if (folder === dirname(folder)) return undefined
  }
}

async function isWorkspace(fs: FileSystem, folder: string): Promise<boolean> {
  try {
    const read = await readIdentity(fs, folder)
    return read.ok || read.error.code !== 'not-a-workspace'
  } catch (error) {
    if (error instanceof StoreFailure) return true
    if (systemCode(error) === undefined) throw error
    return false
  }
}

export interface IdentityOptions {
  readonly fs: FileSystem
  readonly root: string
  readonly identity: WorkspaceIdentity
  /** `workspace.json` as it should be, and as it was found and told. */
  readonly identityFile: { readonly known: Uint8Array; readonly found: Uint8Array }
  mayWrite(): boolean
  report(report: FileReport): void
}

/** Watches that a folder goes on being the workspace that was opened. */
export class IdentityWatch {
  readonly #options: IdentityOptions
  /** What is put back in the place of what somebody else made of the file. */
  #known: Uint8Array
  #seen: FileStat | undefined
  /** The hash of the content that was reported last. */
  #told: string | undefined
  /** One look after the other. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: IdentityOptions) {
    this.#options = options
    this.#known = options.identityFile.known
    this.#told = sha256(options.identityFile.found)
  }

  /**
   * The problem where nothing may be written into the folder: `not-a-workspace` where another workspace took its
   * place, `not-found` where it is gone, a disk that was unplugged for instance. A `workspace.json` that was damaged or
   * changed by hand is none: it is set aside and reported, and what it was is put back where that may be.
   */
  problem(): Promise<{ readonly ok: false; readonly error: StoreProblem } | undefined> {
    const looked = this.#last.then(() => this.#look())
    this.#last = looked.catch(() => undefined)
    return looked
  }

  async #look() {
    const { fs, root, identity } = this.#options
    try {
      const stat = await fs.stat(join(root, identityFile))
      if (this.#seen !== undefined && looksSame(stat, this.#seen)) return undefined
      const { bytes } = await readWhole(fs, join(root, identityFile), identityFile)
      const found = readIdentityBytes(root, bytes)
      const isAnother = found.ok ? found.value.identity.id !== identity.id : found.error.code === 'not-a-workspace'
      if (isAnother) return problem('not-a-workspace', { path: root, reason: 'another' })
      const isSame = Buffer.compare(bytes, this.#known) === 0
      const isTheirs = found.ok ? found.value.sound || found.value.newer : found.error.code === 'newer-version'
      if (isTheirs) this.#known = bytes
      else if (!isSame && !(await this.#mend(bytes, found.ok ? 'edited-outside' : codeOf(found.error))))
        return undefined
      // Its name is durable before anything is written beside it: whoever made it may have been stopped before that.
      await fs.syncDirectory(root)
      this.#seen = await fs.stat(join(root, identityFile))
      return undefined
    } catch (error) {
      return storeProblem(error, identityFile)
    }
  }

  /** False where it could not be put back: a disk that refuses is no harm, it is tried again at the next look. */
  async #mend(bytes: Uint8Array, code: string): Promise<boolean> {
    const { fs, root, mayWrite, report } = this.#options
    let keptAt: string | undefined
    let isDone = true
    try {
      if (mayWrite()) keptAt = await putBack(fs, root, identityFile, this.#known)
    } catch (error) {
      if (!(error instanceof StoreFailure)) storeProblem(error, identityFile)
      isDone = false
    }
    const content = sha256(bytes)
    const kept = keptAt === undefined ? {} : { keptAt }
    if (this.#told !== content) report({ file: identityFile, code, from: 'memory', differences: [], ...kept })
    this.#told = content
    return isDone
  }
}

/**
 * Who a workspace is whose `workspace.json` was changed by hand: as the newest backup has it, which is put back where
 * that may be, else as the file says. `undefined` for a file that is as a program wrote it.
 */
export async function mendEditedIdentity(
  fs: FileSystem,
  found: FoundWorkspace,
  mayWrite: boolean,
  spare: () => Promise<Uint8Array | undefined>,
): Promise<{ readonly found: FoundWorkspace; readonly report: FileReport } | undefined> {
  if (found.sound || found.newer) return undefined
  const edited = { file: identityFile, code: 'edited-outside', differences: [] }
  const bytes = await spare()
  const known = bytes === undefined ? undefined : readIdentityBytes(found.root, bytes)
  if (
    bytes === undefined ||
    known?.ok !== true ||
    !known.value.sound ||
    known.value.identity.id !== found.identity.id
  ) {
    return { found, report: { ...edited, from: 'file' } }
  }
  const report = { ...edited, from: 'backup' } as const
  if (!mayWrite) return { found: known.value, report }
  try {
    const keptAt = await putBack(fs, found.root, identityFile, bytes)
    return { found: known.value, report: keptAt === undefined ? report : { ...report, keptAt } }
  } catch (error) {
    if (!(error instanceof StoreFailure)) storeProblem(error, identityFile)
    return { found: known.value, report }
  }
}
