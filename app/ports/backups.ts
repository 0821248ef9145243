import type { Instant, WorkspaceId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import type { BackupReason } from '#app/contract/backup-values'
import type { StoreProblem } from './workspace-store'

/** A file of the workspace as a backup has it. */
export interface BackedUpFile {
  /** Relative to the workspace, `/` between names. */
  readonly path: string
  readonly bytes: number
  /** Of its bytes, in 64 lower-case hexadecimal digits. */
  readonly sha256: string
  /** `damaged`: these bytes could not be read as what they should be. `kept`: the last sound ones, of an earlier backup. */
  readonly state?: 'damaged' | 'kept'
}

/** A backup: everything that a workspace held at one moment. */
export interface Backup {
  /** Its name among the backups of the workspace. */
  readonly id: string
  readonly at: Instant
  /** Counts the backups of the workspace from 1, so that they have an order whatever the clock says; absent in older ones. */
  readonly n?: number
  readonly reason: BackupReason
  /** Name of the annotator who was at the desk; absent where nobody had given one. */
  readonly by?: string
  readonly workspace: WorkspaceId
  /** Of the workspace. */
  readonly name: string
  /** The folder that the workspace had then. */
  readonly path: string
  readonly files: readonly BackedUpFile[]
  /** Files that could not be read at all, and of which no earlier copy was there. */
  readonly unread: readonly string[]
}

/** Sound copies of a workspace's files, for whoever finds one damaged. */
export interface Spares {
  /**
   * The bytes of a file in the newest backup that has it and in which it was sound, as they were then; `undefined`
   * where there is none. Never throws for the state of the disk. `file`: relative to the workspace, `/` between names.
   */
  newestCopy(file: string): Promise<Uint8Array | undefined>
}

/** The backups of one workspace, as far as a service needs them. */
export interface BackupSource {
  /** The bytes of a file of a backup; `damaged` where what is stored does not give its hash. */
  read(file: BackedUpFile): Promise<Result<Uint8Array, StoreProblem>>
}
