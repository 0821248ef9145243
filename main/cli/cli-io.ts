import type { Problem, Result } from '#annotations/model/result'
import type { Intake } from '#app/ports/intake'

/** What the command line needs of the process that runs it. */
export interface CliIo {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** All of the standard input; `too-large` where it has more bytes. */
  readonly input: (maxBytes: number) => Result<Uint8Array, Problem>
  /** A person is looking: progress is shown. */
  readonly errIsTerminal: boolean
  /** The folder that relative paths start from. */
  readonly cwd: string
  readonly env: { readonly [name: string]: string | undefined }
  /** The program's version, as excerpts carry it. */
  readonly version: string
  /** The words by which another program starts this one: a path, and for a program run by Node the path of its file. */
  readonly program: readonly string[]
  /** Reads the files that are imported. */
  readonly intake: Intake
  /** Folder of the profile, unless `--user-data-dir` names another. */
  readonly userFolder: string
  /** How long to wait for another command that has the workspace, in milliseconds. */
  readonly lockWaitMs?: number
  /** How long to wait for a window that was asked to write, in milliseconds. */
  readonly answerWaitMs?: number
}
