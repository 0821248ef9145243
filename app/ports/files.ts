import type { Problem, Result } from '#annotations/model/result'

export type FileProblem = Problem<
  'not-found' | 'unreadable' | 'too-large' | 'not-a-file' | 'inside-workspace' | 'no-permission' | 'disk-full' | 'io'
>

/** The files of the machine outside the workspace: what is imported and exported. */
export interface Files {
  /** The files that a path stands for: itself, or for a folder all files below it, sorted, hidden ones left out. */
  list(path: string): Promise<Result<readonly string[], FileProblem>>
  /** Name without folder, and bytes; refuses what is no plain file, and what is larger than `maxBytes` before it is read. */
  read(
    path: string,
    maxBytes: number,
  ): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, FileProblem>>
  /** Writes a whole file, or leaves what was there: never a half. */
  write(path: string, bytes: Uint8Array): Promise<Result<void, FileProblem>>
}
