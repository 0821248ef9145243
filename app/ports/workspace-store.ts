import type { Journal, ScopeKey } from '#annotations/changes/journal'
import type { Difference } from '#annotations/changes/reconcile'
import type { AnnotatorId, DocumentId, Instant, RevisionHash, WorkspaceId } from '#annotations/model/ids'
import type { Problem, Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'

export type StoreCode =
  | 'not-a-workspace'
  | 'not-found'
  | 'exists'
  | 'inside-workspace'
  | 'locked'
  | 'newer-version'
  | 'damaged'
  | 'read-only'
  | 'no-permission'
  | 'disk-full'
  | 'io'

export type StoreProblem = Problem<StoreCode>

/** `workspace.json`: written once. */
export interface WorkspaceIdentity {
  readonly id: WorkspaceId
  /** The first name; the current one is a statement in the settings register. */
  readonly name: string
  readonly created: Instant
}

/** A file that could not be read; it is left where it is. `code` as `doctor` prints it. */
export interface DamagedFile {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  readonly code: string
}

/** A file that was not as Pressmark wrote it, and what came of it. */
export interface FileReport {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  /** `edited-outside`: valid, and not as it was written; `set-back`: as it was written before. Else why it could not be read, as `doctor` prints it. */
  readonly code: string
  /** What stands in for it: an earlier generation, the newest backup, or only what could still be read of the file. */
  readonly from: 'memory' | 'previous' | 'backup' | 'file'
  /** Where what was found is kept, relative to the workspace; absent where the file is somebody else's and left alone. */
  readonly keptAt?: string
  /** The scope, for journals: in it the edits of a difference can be taken back. */
  readonly scope?: ScopeKey
  /** What it says otherwise than what was last known of it. */
  readonly differences: readonly Difference[]
}

/** A second copy of a file, which a synchronising program made where two machines had written it. */
export type ConflictCopy = CopyOfJournal | CopyOfText

interface SecondCopy {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  readonly scope: ScopeKey
  /** Why it cannot be read. */
  readonly code?: string
}

/** `of`: whose journal it is a copy of. */
export interface CopyOfJournal extends SecondCopy {
  readonly of: AnnotatorId
  /**
   * `mine`: what it says is not read before it is merged. `theirs`: that is read as their journal's, as long as the copy
   * lies there; on disk only its writer merges it.
   */
  readonly is: 'mine' | 'theirs'
}

/** A text says nothing else the second time. */
export interface CopyOfText extends SecondCopy {
  readonly of: RevisionHash
  readonly is: 'text'
}

export interface LoadedScope {
  readonly journals: ReadonlyMap<AnnotatorId, Journal>
  readonly damaged: readonly DamagedFile[]
}

export interface LoadedRevisions {
  readonly revisions: readonly Revision[]
  readonly damaged: readonly DamagedFile[]
}

export interface JournalWrite {
  readonly scope: ScopeKey
  readonly journal: Journal
}

/**
 * The workspace folder. Texts are written once; each annotator's journal of a scope is one file with one writer.
 * What a promise of `commit` or `addRevision` has resolved with `ok` is on disk and survives a power cut.
 */
export interface WorkspaceStore {
  readonly identity: WorkspaceIdentity
  /** Why nothing may be written, or `undefined`. */
  readonly readOnly: 'newer-version' | 'locked' | 'no-permission' | undefined
  documents(): Promise<Result<readonly DocumentId[], StoreProblem>>
  loadScope(scope: ScopeKey): Promise<Result<LoadedScope, StoreProblem>>
  /** `wanted`: texts that must be there, since something says so; one that is not is `missing` among the damaged. */
  loadRevisions(document: DocumentId, wanted?: readonly RevisionHash[]): Promise<Result<LoadedRevisions, StoreProblem>>
  /** Writes source bytes and revision, each unless it is there already. Creates the document's folder. */
  addRevision(document: DocumentId, revision: Revision, source?: Uint8Array): Promise<Result<void, StoreProblem>>
  /**
   * Writes journals: registers first, then documents. Calls for one file that arrive while it waits or is written
   * are coalesced; each resolves when its content is durable. A file that changed on disk since it was last read or
   * written is united with what is written; the outcome tells the journal that stands on disk now.
   */
  commit(writes: readonly JournalWrite[]): Promise<Result<readonly JournalWrite[], StoreProblem>>
  /**
   * Scopes of which files on disk were added, changed or removed since they were last read or written here: of all, or
   * of those given.
   */
  changed(among?: readonly ScopeKey[]): Promise<Result<readonly ScopeKey[], StoreProblem>>
  /** What was found otherwise than it was written since the store was opened, in that order. */
  reports(): readonly FileReport[]
  /** The second copies that lay in the folders which were loaded, as they were then. */
  copies(): readonly ConflictCopy[]
  /**
   * Unites a copy that is no colleague's with the file that it is a copy of, and moves it to where files are set aside;
   * resolves with the path there, relative to the workspace, when all that is on disk. `not-found`: there is no such copy.
   */
  mergeCopy(file: string): Promise<Result<string, StoreProblem>>
  /** Waits for every write and lets the lock go. */
  close(): Promise<void>
}
