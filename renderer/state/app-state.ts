import type { ScopeKey } from '#annotations/changes/journal'
import type { AnnotationId, DocumentId, RevisionHash, WorkspaceId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { Revision, TextRange } from '#annotations/model/revision'
import type { AppInfo, BatchRow, CopyRow, DocumentRow, FileReportRow, ReadingProgress } from '#app/contract/values'
import { type ExcerptsState, initialExcerpts } from './excerpt-state'
import type { LibraryQuestion } from './library-question'
import { type EditQueue, startQueue } from './pending-edits'
import { initialReview, type ReviewState } from './review-state'
import { noTrail, type Trail } from './trail'
import type { VersionState } from './version-state'
import type { KeptDraft, Writing } from './writing'

export type SaveState =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  | { readonly is: 'failed'; readonly problem: Problem }

/** A sentence for the person that stays until it is dismissed or replaced. */
export interface Notice {
  readonly tone: 'info' | 'problem'
  readonly problem?: Problem
  readonly text?: string
  /** It is about files that were not as written: the report says more. */
  readonly files?: true
}

export interface OpenWorkspace {
  readonly id: WorkspaceId
  readonly name: string
  readonly path: string
  readonly readOnly?: 'newer-version' | 'locked' | 'no-permission'
}

export interface OpenDocument {
  readonly id: DocumentId
  /** The text shown; its current revision unless an earlier one is looked at. */
  readonly revision: RevisionHash
  readonly revisions: readonly Revision[]
}

export interface ImportState {
  readonly running: boolean
  readonly rows: readonly BatchRow[]
  /** The rows that the files now being read have, where some are read again; all others come behind the rest. */
  readonly places: readonly number[]
  /** How many rows there were before these files. */
  readonly before: number
}

/** Deciding where annotations stand in a new text. */
export interface DecidingState {
  /** The annotation that is looked at. */
  readonly at: AnnotationId | null
  /** Its place is being selected in the text. */
  readonly choosing: boolean
  /** The reason for the next decision, as typed so far. */
  readonly why: string
}

export type DialogName =
  | 'settings'
  | 'import'
  | 'annotator'
  | 'palette'
  | 'keyboard'
  | 'codebook'
  | 'speakers'
  | 'own-fields'
  | 'backups'
  | 'files'
  | 'guide'
  | 'compare'
  | 'version'
  | ReviewDialogName

const reviewDialogs = ['bundle', 'receive', 'names', 'gold', 'agreement'] as const
export type ReviewDialogName = (typeof reviewDialogs)[number]

/** A dialog about colleagues' work. */
export function isReviewDialog(dialog: DialogName | undefined): dialog is ReviewDialogName {
  return reviewDialogs.some(name => name === dialog)
}

/** `changed`: where annotations stand in the current text of the open document, beside the text before. */
export type ViewName = 'read' | 'excerpts' | 'review' | 'changed'

export interface AppState {
  readonly info: AppInfo | undefined
  readonly workspace: OpenWorkspace | undefined
  /** A workspace is on its way: what is done now would be done to the one that goes. */
  readonly opening: boolean
  /** Edits so far that may reach documents which are not loaded: a document that comes meanwhile may not have them. */
  readonly wideEdits: number
  readonly documents: readonly DocumentRow[]
  /** How far the machine is with a large workspace; absent when all of it is read. */
  readonly reading: ReadingProgress | undefined
  readonly queue: EditQueue
  readonly document: OpenDocument | undefined
  readonly active: AnnotationId | null
  readonly selection: TextRange | null
  readonly save: SaveState
  readonly notice: Notice | undefined
  /** Files of the workspace that were not as written, and those that are left out. */
  readonly reports: readonly FileReportRow[]
  readonly damaged: readonly { readonly file: string; readonly code: string }[]
  /** Second copies that synchronising programs made. */
  readonly copies: readonly CopyRow[]
  /** Read out by screen readers; a new object each time, so that the same words are read again. */
  readonly announcement: { readonly text: string } | undefined
  /** The workspace in which the person at the desk is none of those who have the same name there, as they have said. */
  readonly apart: WorkspaceId | undefined
  /** What undo or redo did last, or what was deleted, in words; gone with the next edit. */
  readonly told: string | undefined
  readonly importing: ImportState | undefined
  /** A new version of a document that is being brought in. */
  readonly version: VersionState | undefined
  /** Of the view `changed`; what it is at is kept while another view is shown. */
  readonly deciding: DecidingState | undefined
  /** Of an import: the document whose structure is looked at; it is open behind the dialog. */
  readonly checking: DocumentId | undefined
  readonly dialog: DialogName | undefined
  /** What the library asks. */
  readonly question: LibraryQuestion | undefined
  readonly dark: boolean
  readonly maximised: boolean
  /** The place to bring into view next, and the caret with it where that is wished. */
  readonly reveal: { readonly range: TextRange; readonly withCaret?: boolean } | undefined
  readonly view: ViewName
  readonly excerpts: ExcerptsState
  readonly review: ReviewState
  /** Where one has been in this workspace. */
  readonly trail: Trail
  /** A text of the open document that is written on. */
  readonly writing: Writing | undefined
  /** The open document has a text that somebody began to write and has not finished. */
  readonly draft: KeptDraft | undefined
  /** A wish of a key or menu that the inspector fulfils by moving the focus. */
  readonly focusField:
    | { readonly name: 'speakers' | 'tags' | 'note' | 'kind' | 'claim-type' | 'figures' | 'statement' }
    | undefined
}

/** All but the table of excerpts, whose parts look at what they show themselves. */
export type WindowState = Omit<AppState, 'excerpts'>

/** The state, the same object as long as nothing but the table of excerpts has changed. For one place that looks at it. */
export function windowStateOf(): (state: AppState) => WindowState {
  let before: WindowState | undefined
  return state => {
    const names = Object.keys(state) as (keyof AppState)[]
    const same = before !== undefined && names.every(name => name === 'excerpts' || before?.[name] === state[name])
    if (!same || before === undefined) {
      const { excerpts: _, ...rest } = state
      before = rest
    }
    return before
  }
}

export const initialState: AppState = {
  info: undefined,
  workspace: undefined,
  opening: false,
  wideEdits: 0,
  documents: [],
  reading: undefined,
  queue: startQueue({ workspace: '', scopes: new Map(), revisions: new Map() }),
  document: undefined,
  active: null,
  selection: null,
  save: { is: 'idle' },
  notice: undefined,
  reports: [],
  damaged: [],
  copies: [],
  announcement: undefined,
  told: undefined,
  apart: undefined,
  importing: undefined,
  version: undefined,
  deciding: undefined,
  checking: undefined,
  dialog: undefined,
  question: undefined,
  dark: false,
  maximised: false,
  reveal: undefined,
  view: 'read',
  excerpts: initialExcerpts,
  review: initialReview,
  trail: noTrail,
  writing: undefined,
  draft: undefined,
  focusField: undefined,
}

/** Where the edits of this window's undo stack lie: the open document and the registers. */
export function undoScopes(state: AppState): ScopeKey[] {
  const registers: ScopeKey[] = ['codebook', 'speakers', 'claims', 'settings']
  const documents = [...state.queue.current.scopes.keys()].filter(scope => scope.startsWith('document:'))
  return [...documents, ...registers]
}
