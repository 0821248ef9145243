import type { ScopeKey } from '#annotations/changes/journal'
import type { Difference } from '#annotations/changes/reconcile'
import type { AnnotatorId, DocumentId, EditId, RevisionHash, WorkspaceId } from '#annotations/model/ids'
import type { StoredValues } from '#annotations/model/own-fields'
import type { Problem } from '#annotations/model/result'
import type { VersionCounts } from './version-values'

export type Theme = 'system' | 'light' | 'dark'

/** Widths in CSS pixels and whether a side pane is open, for one view; what is absent is as the program has it. */
export interface PaneLayout {
  readonly library?: number | undefined
  readonly inspector?: number | undefined
  /** The height of the drawer below a table. */
  readonly drawer?: number | undefined
  readonly libraryClosed?: boolean | undefined
  readonly inspectorClosed?: boolean | undefined
}

/** How this person reads and works, on this machine; what is absent is as the program has it. */
export interface Preferences {
  /** Of the reading text in CSS pixels, 15 to 24. */
  readonly textSize?: number | undefined
  /** Of the reading column in per cent of its usual width, 80 to 130. */
  readonly columnWidth?: number | undefined
  /** Whether keys without Ctrl or Alt act; they do where it is absent. */
  readonly singleKeys?: boolean | undefined
  /** Whether one goes on to the words of a note that was just marked; one does where it is absent. */
  readonly noteAfterMark?: boolean | undefined
  /** Whether the text shows only one's own annotations; where it is absent a colleague's are shown too. */
  readonly onlyMine?: boolean | undefined
  /** The keys of commands that the person has changed, by command; an empty list is a command without keys. */
  readonly bindings?: { readonly [command: string]: readonly string[] } | undefined
  /** What was chosen lately in the palette, by the ids of its entries, newest first. */
  readonly recentChoices?: readonly string[] | undefined
  /** The table of excerpts: its columns by name, and what it is sorted by. Names that the program does not know count as absent. */
  readonly excerptTable?:
    | {
        readonly columns?: readonly string[] | undefined
        readonly sort?: { readonly by: string; readonly descending: boolean } | undefined
      }
    | undefined
  /** By view. */
  readonly panes?: { readonly [view: string]: PaneLayout } | undefined
}

/** Who is at the desk and what this program is. */
export interface AppInfo {
  readonly version: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** Absent until the person has given a name. */
  readonly annotator?: { readonly id: AnnotatorId; readonly name: string }
  readonly theme: Theme
  readonly preferences: Preferences
  /** The last workspaces, newest first. */
  readonly recent: readonly { readonly path: string; readonly name: string }[]
  /** Open at once, from the command line or as the last one. */
  readonly workspace?: string
  /** Files named on the command line, to be imported. */
  readonly files: readonly string[]
}

/** One annotator's file as it stands on disk: text of the journal format. */
export interface JournalText {
  readonly scope: ScopeKey
  readonly annotator: AnnotatorId
  readonly text: string
}

/** Who is at the desk now, and the workspace as they see it. */
export interface ActAsAnswer {
  readonly info: AppInfo
  readonly workspace: WorkspacePayload
}

export interface WorkspacePayload extends FileNews {
  readonly id: WorkspaceId
  readonly name: string
  readonly path: string
  readonly readOnly?: 'newer-version' | 'locked' | 'no-permission'
  /** Of a large workspace those that are known at once; the others come with `documents-read`. */
  readonly documents: readonly DocumentRow[]
  /** Not all documents are read yet: the window asks for that (`workspace.read`) once it shows something. */
  readonly reading?: ReadingProgress
  /** Registers and annotators. */
  readonly journals: readonly JournalText[]
  /** The document to show at once; absent where there is none. */
  readonly first?: DocumentPayload
}

/** How many documents are read, of how many. */
export interface ReadingProgress {
  readonly done: number
  readonly total: number
}

/** What there is to say about the workspace's files. */
export interface FileNews {
  /** Files that are left out. */
  readonly damaged: readonly { readonly file: string; readonly code: string }[]
  readonly reports: readonly FileReportRow[]
  readonly copies: readonly CopyRow[]
}

/** A second copy of a file, which a synchronising program made. */
export interface CopyRow {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  readonly of: FileReportRow['of']
  /** `mine` and `text` can be merged here; what `theirs` says is shown, and its writer merges it. */
  readonly is: 'mine' | 'theirs' | 'text'
  /** The name of the journal's writer; absent for a text. */
  readonly whose?: string
  /** Why it cannot be read. */
  readonly code?: string
}

/** A second copy that was merged, and what there is to say now. */
export interface MergedCopy {
  /** Where the copy is kept, relative to the workspace. */
  readonly keptAt: string
  readonly files: FileNews
}

/** A file of the workspace that was not as Pressmark wrote it, and what came of it. */
export interface FileReportRow {
  /** Relative to the workspace, `/` between names. */
  readonly file: string
  /** What it is: the headline of the document, or the register. */
  readonly of:
    | { readonly document: DocumentId; readonly headline: string }
    | { readonly register: ScopeKey }
    | undefined
  /** `edited-outside`, or why it could not be read. */
  readonly code: string
  readonly from: 'memory' | 'previous' | 'backup' | 'file'
  /** Where what was found is kept; absent where the file is a colleague's and was left alone. */
  readonly keptAt?: string
  /** Where edits are taken back; absent for a text. */
  readonly scope?: ScopeKey
  readonly entries: readonly ReportEntry[]
}

/** An entry that a file says otherwise than what was last known of it. */
export interface ReportEntry {
  readonly type: string
  readonly id: string
  /** The words that an annotation marks, the name of a tag or a speaker; absent for what has none. */
  readonly label?: string
  readonly is: Difference['is']
  /** Names of the fields. */
  readonly fields: readonly string[]
  /** The edits to take back; none where nothing stands of them, or it is not the annotator's own. */
  readonly edits: readonly EditId[]
}

export interface DocumentPayload {
  readonly document: DocumentId
  /** Revision files, text of the revision format. */
  readonly revisions: readonly string[]
  readonly journals: readonly JournalText[]
  readonly damaged: readonly { readonly file: string; readonly code: string }[]
}

export interface KindCounts {
  readonly quote: number
  readonly claim: number
  readonly note: number
}

/** Whose annotations a document holds, removed ones left out. */
export interface Holder {
  readonly annotator: AnnotatorId
  readonly name: string
  readonly annotations: number
}

/** A row of the library. */
export interface DocumentRow {
  readonly id: DocumentId
  readonly headline: string
  readonly issuer?: string
  /** `YYYY-MM-DD`. */
  readonly published?: string
  /** Values of the workspace's own fields, by their ids; absent where there is none. */
  readonly own?: StoredValues
  readonly revision: RevisionHash
  /** Of all annotators, removed ones left out. */
  readonly counts: KindCounts
  /** Those of them that colleagues made; absent where there is none, or nobody whose colleagues they were. */
  readonly others?: KindCounts
  /** The annotator's own word, or what follows from their annotations. */
  readonly progress: 'not-started' | 'in-work' | 'done'
  /** Share of numbered paragraphs before the furthest one read or annotated, 0 to 1. */
  readonly share: number
  readonly deleted: boolean
  /** Something needs a look: a damaged file, an undecided anchor. */
  readonly alert?: string
}

/** What became of a file. Of one inside another (`batch.zip/release.docx`, `news.eml/release.docx`) the path goes on. */
export interface ImportRow {
  readonly path: string
  readonly state: 'imported' | 'skipped' | 'failed'
  readonly document?: DocumentId
  readonly revision?: RevisionHash
  readonly code?: string
  readonly facts?: Problem['facts']
  readonly message?: string
  readonly warnings?: readonly Problem[]
  /** The document whose text is nearly the same, and the containment of their shingles, 0 to 1. */
  readonly similar?: { readonly document: DocumentId; readonly containment: number }
  /** Of a new version of a document: how annotations stand in it. */
  readonly anchors?: VersionCounts
}

/** A file of a batch, from the moment on at which it is known. */
export type BatchRow =
  | ImportRow
  | { readonly path: string; readonly state: 'waiting' }
  /** `share`: how much of it is read, 0 to 1. */
  | { readonly path: string; readonly state: 'reading'; readonly share: number }

/** How many of the rows of an export are whose, most first. */
export type RowsByAuthor = readonly { readonly name: string; readonly rows: number }[]

export interface ExportOutcome {
  readonly path: string
  readonly rows: number
  readonly by: RowsByAuthor
  /** What the format cannot carry, in counts. */
  readonly losses: readonly { readonly code: string; readonly count: number }[]
}

/** A copy of the workspace elsewhere. */
export interface SavedCopy {
  readonly path: string
  readonly documents: number
  /** Original files that could not be read and are not in it. */
  readonly leftOut: number
}

/** What the machine tells the window unasked. */
export interface Events {
  /** The rows that are new or changed. */
  'documents-changed': { readonly documents: readonly DocumentRow[] }
  /**
   * Told while a large workspace is read: rows that are new, or other than those of the catalogue, and how far it is. At
   * the end there is no `reading`; then a row whose document is not in `order` is of one that is no more.
   */
  'documents-read': {
    readonly documents: readonly DocumentRow[]
    readonly reading?: ReadingProgress
    readonly order?: readonly DocumentId[]
    readonly problem?: Problem
  }
  'journals-changed': { readonly journals: readonly JournalText[] }
  'reports-changed': FileNews
  /** Rows of the batch that is imported, by their index; `whole`: all of them, in place of what was told before. */
  'import-rows': { readonly rows: readonly (readonly [at: number, row: BatchRow])[]; readonly whole: boolean }
  /** How much of planning a new version is done, 0 to 1. */
  'version-progress': { readonly share: number }
  /** A document that was sent to the window has texts that it had not then: revision files, all of them. */
  'texts-changed': { readonly document: DocumentId; readonly revisions: readonly string[] }
  /** How much of measuring agreement is done, 0 to 1. */
  'agreement-progress': { readonly share: number }
  'backup-progress': { readonly done: number; readonly total: number }
  /** The backup of the day, or one before an act, could not be made; work goes on. */
  'backup-trouble': { readonly problem: Problem }
  'open-files': { readonly paths: readonly string[] }
  /** A command of the native menu or of a second start. */
  command: { readonly name: string }
  /** The window is about to close: commit what is typed, then call `app.ready-to-close`. */
  closing: Record<string, never>
  'theme-changed': { readonly dark: boolean }
  'window-state': { readonly maximised: boolean }
}

export type EventName = keyof Events

/** How every call is answered. */
export type Answer<Response> =
  | { readonly ok: true; readonly value: Response }
  | { readonly ok: false; readonly error: Problem }
