import type { ScopeKey } from '#annotations/changes/journal'
import type { DocumentId, Instant } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { WorkspacePayload } from './values'

/** What a backup was made for: before an act, on the first open of a day, or because a person asked (`manual`). */
export const backupReasons = [
  'daily',
  'import',
  'migration',
  'receive',
  'bulk-delete',
  'purge',
  'restore',
  'repair',
  'manual',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** A backup in a list. */
export interface BackupRow {
  readonly id: string
  readonly at: Instant
  readonly reason: BackupReason
  /** Who was at the desk. */
  readonly by?: string
  /** The folder that the workspace had, where it is another than now. */
  readonly elsewhere?: string
  readonly documents: number
  readonly files: number
  /** Of all its files; most of them are shared with other backups. */
  readonly bytes: number
  /** Files of it that are missing or damaged; 0: it is whole. */
  readonly missing: number
}

export interface BackupsPayload {
  /** Newest first. */
  readonly rows: readonly BackupRow[]
  /** How many backups there are that cannot be read. */
  readonly unreadable: number
  /** What all take together. */
  readonly bytes: number
  /** Where they lie. */
  readonly folder: string
  /** Why none can be made now. */
  readonly trouble?: Problem
}

/** `made` is false where nothing has changed since the backup `id`. */
export interface MadeAnswer {
  readonly made: boolean
  readonly id: string
}

interface NamedDocument {
  readonly document: DocumentId
  readonly headline: string
}

/** What emptying the bin erases, and what it keeps. */
export interface PurgePlan {
  readonly erase: readonly NamedDocument[]
  /** `others`: `names` have said something in it; `damaged`: a file of it cannot be read; `not-mine`: a colleague removed it. */
  readonly kept: readonly (NamedDocument & {
    readonly why: 'others' | 'damaged' | 'not-mine'
    readonly names: readonly string[]
  })[]
}

export interface RestoredCopy {
  readonly path: string
  /** Files that are not in the copy, since the backup has no sound bytes of them. */
  readonly lost: readonly string[]
}

/** The workspace as it is after a restore. */
export interface RestoreAnswer {
  readonly workspace: WorkspacePayload
  /** The backup of how it was. */
  readonly before?: string
}

/** What bringing a backup back would do to one document or register, `workspace` for `workspace.json`. */
export interface RestoreRow {
  readonly scope: ScopeKey | 'workspace'
  /** Headline of a document; the name of a register. */
  readonly name: string
  /** Files that are missing or damaged and are put back as they were. */
  readonly files: number
  /** Own entries: removed since and back again, changed, begun since and removed. */
  readonly back: number
  readonly changed: number
  readonly removed: number
  /** Names of colleagues whose statements differ from the backup; theirs stay as they are. */
  readonly left: readonly string[]
}

export interface RestorePreview {
  readonly id: string
  readonly at: Instant
  /** Documents and registers in which something differs. */
  readonly rows: readonly RestoreRow[]
  /** Files of which the backup has no sound copy. */
  readonly lost: readonly string[]
  /** Documents that came after the backup; they stay. */
  readonly later: readonly DocumentId[]
}
