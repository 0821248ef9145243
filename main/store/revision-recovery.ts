import type { RevisionHash } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { FileReport, StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from './file-system'
import { putBack } from './put-back'
import { readRevisionBytes, readRevisionFile } from './revision-files'
import { StoreFailure, storeProblem } from './store-problem'
import type { RelativePath } from './workspace-paths'

export interface RevisionRecovery {
  readonly fs: FileSystem
  readonly root: string
  readonly spares?: (file: string) => Promise<Uint8Array | undefined>
  mayWrite(): boolean
  report(report: FileReport): void
}

/** The texts of a workspace. One that is gone or damaged is read from the newest backup, and put back where that may be. */
export class RevisionFiles {
  readonly #options: RevisionRecovery
  readonly #told = new Set<string>()

  constructor(options: RevisionRecovery) {
    this.#options = options
  }

  /**
   * `damaged` with the reason, `missing` for one that is gone, where no backup has it. One that another program changed
   * without its text (roles, findings) is read as it is where no backup has it as it was written, and reported.
   */
  async load(path: RelativePath, id: RevisionHash): Promise<Result<Revision, StoreProblem>> {
    const { fs, root, spares } = this.#options
    const file = path.join('/')
    const read = await readRevisionFile(fs, root, path, id)
    if (read.ok && read.value.sound) return ok(read.value.revision)
    if (!read.ok && read.error.code !== 'damaged' && read.error.code !== 'not-found') return read
    const reason = reasonOf(read)
    const bytes = await spares?.(file)
    const spare = bytes === undefined ? undefined : readRevisionBytes(bytes, id)
    if (bytes !== undefined && spare?.ok === true && spare.value.sound) {
      const keptAt = this.#options.mayWrite() ? await this.#putBack(path, bytes) : undefined
      this.#tell({ file, code: reason, from: 'backup', differences: [], ...(keptAt === undefined ? {} : { keptAt }) })
      return ok(spare.value.revision)
    }
    if (!read.ok) return problem('damaged', { file, reason })
    this.#tell({ file, code: reason, from: 'file', differences: [] })
    return ok(read.value.revision)
  }

  /** Once for each file. */
  #tell(report: FileReport): void {
    if (this.#told.has(report.file)) return
    this.#told.add(report.file)
    this.#options.report(report)
  }

  /** Where what was found is kept. A disk that refuses is no harm: the text is read from the backup the next time, too. */
  async #putBack(path: RelativePath, bytes: Uint8Array): Promise<string | undefined> {
    const { fs, root } = this.#options
    const file = path.join('/')
    try {
      return await putBack(fs, root, file, bytes)
    } catch (error) {
      if (!(error instanceof StoreFailure)) storeProblem(error, file)
      return undefined
    }
  }
}

function reasonOf(read: Result<unknown, StoreProblem>): string {
  if (read.ok) return 'edited-outside'
  return read.error.code === 'not-found' ? 'missing' : String(read.error.facts?.reason ?? 'damaged')
}
