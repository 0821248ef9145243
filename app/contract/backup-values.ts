import type { ScopeKey } from '#annotations/changes/journal'
import type { DocumentId, Instant } from '#annotations/model/ids'

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
