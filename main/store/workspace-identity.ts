import { join } from 'node:path'
import { ok, problem, type Result } from '#annotations/model/result'
import { readWorkspace } from '#annotations/workspace/workspace-file'
import type { StoreProblem, WorkspaceIdentity } from '#app/ports/workspace-store'
import { type FileStat, type FileSystem, looksSame } from './file-system'
import { readWhole, sha256 } from './place-file'
import { readText } from './read-text'
import { storeProblem } from './store-problem'
import { identityFile } from './workspace-paths'

/** A folder that is a workspace: what the lock is named by, too. */
export interface FoundWorkspace {
  /** The folder's real path. */
  readonly root: string
  readonly identity: WorkspaceIdentity
  /** `workspace.json` is of a newer version. */
  readonly newer: boolean
}

/** Reads who the workspace in a folder is. Throws what the system says (`ENOENT` where there is no `workspace.json`). */
export async function readIdentity(fs: FileSystem, root: string): Promise<Result<FoundWorkspace, StoreProblem>> {
  const text = readText((await readWhole(fs, join(root, identityFile), identityFile)).bytes)
  const read = text.ok ? readWorkspace(text.value, sha256) : text
  if (read.ok) return ok({ root, identity: read.value.identity, newer: read.value.newer })
  const reason = read.error.code
  if (reason === 'wrong-format') return problem('not-a-workspace', { path: root })
  return problem(reason === 'newer-version' ? reason : 'damaged', { file: identityFile, reason })
}

/** Watches that a folder goes on being the workspace that was opened. */
export class IdentityWatch {
  readonly #fs: FileSystem
  readonly #root: string
  readonly #id: string
  #seen: FileStat | undefined

  constructor(fs: FileSystem, root: string, id: string) {
    this.#fs = fs
    this.#root = root
    this.#id = id
  }

  /**
   * The problem where nothing may be written into the folder: `not-a-workspace` where another workspace took its
   * place, `not-found` where it is gone, a disk that was unplugged for instance. A damaged `workspace.json` is none.
   */
  async problem(): Promise<{ readonly ok: false; readonly error: StoreProblem } | undefined> {
    try {
      const stat = await this.#fs.stat(join(this.#root, identityFile))
      if (this.#seen !== undefined && looksSame(stat, this.#seen)) return undefined
      const found = await readIdentity(this.#fs, this.#root)
      const isAnother = found.ok ? found.value.identity.id !== this.#id : found.error.code === 'not-a-workspace'
      if (isAnother) return problem('not-a-workspace', { path: this.#root, reason: 'another' })
      // Its name is durable before anything is written beside it: whoever made it may have been stopped before that.
      await this.#fs.syncDirectory(this.#root)
      this.#seen = stat
      return undefined
    } catch (error) {
      return storeProblem(error, identityFile)
    }
  }
}
