import type { Result } from '#annotations/model/result'
import type { StoreProblem } from './workspace-store'

export interface FoundFile {
  /** Relative to the workspace, `/` between names. */
  readonly path: string
  /** `other`: a symbolic link, a pipe. */
  readonly kind: 'file' | 'other'
}

/** The files of a workspace as they lie on disk, for checks that must see what a store would refuse. */
export interface WorkspaceFiles {
  /** All files, by path; hidden ones, whose names begin with a dot, left out. */
  list(): Promise<Result<readonly FoundFile[], StoreProblem>>
  /** The bytes of a file; `damaged` where it is larger than a file of a workspace may be. */
  read(path: string): Promise<Result<Uint8Array, StoreProblem>>
  /** SHA-256 of a file's bytes, in 64 lower-case hexadecimal digits. */
  sha256(path: string): Promise<Result<string, StoreProblem>>
}
