import { z } from 'zod'
import type { AnnotationId } from '#annotations/model/ids'
import type { CasePage, LayerJson, MeasuredAgreement } from './agreement-values'
import type {
  BackupsPayload,
  MadeAnswer,
  PurgePlan,
  RestoreAnswer,
  RestoredCopy,
  RestorePreview,
} from './backup-values'
import { decisionSchema } from './decision-schema'
import { documentSearchSchema, type FoundPassage } from './document-search'
import { editSchema, fieldsSchema, idSchema, scopeSchema } from './edit-schema'
import {
  type BulkAnswer,
  type ExcerptPage,
  type ExportPreview,
  excerptBulkSchema,
  excerptChoiceSchema,
  excerptIdsSchema,
  excerptQuerySchema,
  type UndoAnswer,
  workspaceUndoSchema,
} from './excerpt-query'
import type { GoldAnswer, GoldChange, Person, WrittenGold } from './gold-values'
import { nativeMenuSchema } from './native-menu'
import { preferencesSchema } from './preferences-schema'
import type { RegisterUses } from './register-uses'
import type { ChosenBundle, ReceiveOutcome, ReviewOverview, WrittenBundle } from './review-values'
import type {
  ActAsAnswer,
  AppInfo,
  DocumentPayload,
  DocumentRow,
  ExportOutcome,
  FileReportRow,
  Holder,
  ImportRow,
  JournalText,
  MergedCopy,
  SavedCopy,
  WorkspacePayload,
} from './values'
import { type VersionAdded, type VersionPreview, versionSourceSchema } from './version-values'

/** The request of a call, checked at run time, and the type of its answer. */
export interface Call<Request, Response> {
  readonly request: z.ZodType<Request>
  readonly response?: Response
}

function call<Response>() {
  return <Schema extends z.ZodType>(request: Schema): Call<z.output<Schema>, Response> =>
    ({ request }) as Call<z.output<Schema>, Response>
}

const nothing = z.strictObject({})
const path = z.string().min(1).max(4096)
const backupId = z.string().min(1).max(200)
/** The most that is kept of a text that is written, in UTF-16 code units. */
const longestDraft = 48 * 1024 * 1024
/** Whose work is looked at together. */
const severalAnnotators = z.array(idSchema).min(2).max(100)
export const exportFormats = ['csv', 'jsonl', 'md'] as const

/** Every call between window and machine. A handler for each is required where the contract is served. */
export const calls = {
  'app.info': call<AppInfo>()(nothing),
  'app.set-annotator': call<AppInfo>()(z.strictObject({ name: z.string().trim().min(1).max(200) })),
  /** Puts at the desk, for good, a person of the open workspace: who is there says that it is they. */
  'app.act-as': call<ActAsAnswer>()(z.strictObject({ annotator: idSchema })),
  'app.set-theme': call<AppInfo>()(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })),
  /** What is given replaces what was, member by member. */
  'app.set-preferences': call<AppInfo>()(z.strictObject({ preferences: preferencesSchema })),
  /** The main menu, where the system shows it. */
  'app.set-menu': call<null>()(z.strictObject({ menus: z.array(nativeMenuSchema).max(20) })),
  'app.window': call<null>()(z.strictObject({ act: z.enum(['minimise', 'maximise', 'close']) })),
  /** The window has nothing left to send: closing may go on. */
  'app.ready-to-close': call<null>()(z.strictObject({ saved: z.boolean() })),
  'app.open-external': call<null>()(z.strictObject({ url: z.string().max(4096) })),
  'workspace.open': call<WorkspacePayload | null>()(z.strictObject({ path: path.optional() })),
  'workspace.create': call<WorkspacePayload | null>()(
    z.strictObject({ path: path.optional(), name: z.string().trim().max(200).optional() }),
  ),
  /** Asks for a new folder and writes all there that the program knows, saved or not; `null` when the person cancelled. */
  'workspace.save-copy': call<SavedCopy | null>()(nothing),
  /** Reads what is not read yet of a large workspace, told with `documents-read`; answered when that is done. */
  'workspace.read': call<null>()(nothing),
  'workspace.documents': call<readonly DocumentRow[]>()(nothing),
  /** Takes back what a file said that was changed outside: undoes the edits in the scope of that file. */
  'reports.take-back': call<readonly FileReportRow[]>()(
    z.strictObject({ scope: scopeSchema, edits: z.array(idSchema).min(1).max(10_000) }),
  ),
  /** Unites a second copy with the file that it belongs to, and sets it aside. */
  'reports.merge-copy': call<MergedCopy>()(z.strictObject({ file: z.string().min(1).max(1000) })),
  'document.open': call<DocumentPayload>()(z.strictObject({ document: idSchema })),
  /** The documents that have words in their text which their rows do not show. */
  'documents.search': call<readonly FoundPassage[]>()(documentSearchSchema),
  /** Whose annotations would go out of sight with a document. */
  'document.holders': call<readonly Holder[]>()(z.strictObject({ document: idSchema })),
  /** Answered when the edit is on disk. `base`: per scope, the greatest rev that the window had seen. */
  'edit.apply': call<EditAnswer>()(
    z.strictObject({ edit: editSchema, base: z.record(scopeSchema, z.number().int().min(0)) }),
  ),
  'edit.retry': call<null>()(nothing),
  /** How much tags and speakers are used in the workspace: those that are named, or without names all of them. */
  'registers.uses': call<RegisterUses>()(
    z.strictObject({
      tags: z.array(idSchema).max(1_000).optional(),
      speakers: z.array(idSchema).max(1_000).optional(),
    }),
  ),
  /** Without paths a dialog asks for files. `encoding`: of text files, where a person has chosen it. Told with `import-rows`. */
  'documents.import': call<readonly ImportRow[]>()(
    z.strictObject({ paths: z.array(path).max(10_000).optional(), encoding: z.string().min(1).max(40).optional() }),
  ),
  /** What is on the clipboard as a document, as if it were a file: one row, told as those of an import. */
  'documents.paste': call<readonly ImportRow[]>()(nothing),
  'documents.cancel-import': call<null>()(nothing),
  /**
   * Reads a new text of a document and works out what it would be; writes nothing. `null` when the person chose no file.
   * Told with `version-progress`. Refused with `text-of-another` and the `document` that has the text.
   */
  'version.plan': call<VersionPreview | null>()(z.strictObject({ document: idSchema, source: versionSourceSchema })),
  'version.cancel': call<null>()(nothing),
  /** Does what was planned last: the text is written and current, with the facts of it, and annotations have their places in it. */
  'version.add': call<VersionAdded>()(z.strictObject({ plan: idSchema, facts: fieldsSchema.optional() })),
  /** Keeps what is written of a text and not finished, in the place of what was kept of that document; on disk when it is answered. */
  'draft.keep': call<null>()(z.strictObject({ document: idSchema, text: z.string().max(longestDraft) })),
  /** What was kept last of a document that was not finished, as it was given. */
  'draft.read': call<string | null>()(z.strictObject({ document: idSchema })),
  'draft.drop': call<null>()(z.strictObject({ document: idSchema })),
  /** Asks for a place and writes there; `null` when the person cancelled. */
  'excerpts.export': call<ExportOutcome | null>()(
    z.strictObject({
      format: z.enum(exportFormats),
      documents: z.array(idSchema).max(100_000).optional(),
      raw: z.boolean().optional(),
      /** What the table of excerpts shows, in its order. */
      choice: excerptChoiceSchema.optional(),
    }),
  ),
  'excerpts.query': call<ExcerptPage>()(excerptQuerySchema),
  'excerpts.ids': call<readonly AnnotationId[]>()(excerptIdsSchema),
  /** Tags and status of many annotations as one edit; answered when it is on disk. */
  'excerpts.bulk': call<BulkAnswer>()(excerptBulkSchema),
  /** Takes back, or does again, the last edit that the annotator did anywhere in the workspace. */
  'excerpts.undo': call<UndoAnswer>()(workspaceUndoSchema),
  'excerpts.preview': call<ExportPreview>()(
    z.strictObject({ format: z.enum(exportFormats), raw: z.boolean().optional(), ...excerptChoiceSchema.shape }),
  ),
  /** What emptying the bin would erase. */
  'documents.purgeable': call<PurgePlan>()(nothing),
  /** Erases these removed documents after a backup; the workspace is opened anew. No undo brings them back. */
  'documents.purge': call<RestoreAnswer>()(z.strictObject({ documents: z.array(idSchema).min(1).max(100_000) })),
  /** Whose work can be reviewed, and how far one is; of the colleague that is named, else of the one with most annotations; `also`: of these too. */
  'review.overview': call<ReviewOverview>()(
    z.strictObject({ theirs: idSchema.optional(), also: z.array(idSchema).max(100).optional() }),
  ),
  /** Everybody whose work can be compared or adjudicated. */
  'review.people': call<readonly Person[]>()(nothing),
  /**
   * Takes in what several annotators say alike into a gold set that the annotator keeps, by its id or, for one that may
   * be new, its name; what was decided before stays. Answered when it is on disk.
   */
  'gold.run': call<GoldAnswer>()(
    z.strictObject({
      gold: z.union([z.strictObject({ id: idSchema }), z.strictObject({ name: z.string().trim().min(1).max(200) })]),
      annotators: severalAnnotators,
    }),
  ),
  /** Decides a case by some of its members: one of them is taken over, or nothing where none is named. On disk when it is answered. */
  'gold.decide': call<GoldChange>()(
    z.strictObject({ gold: idSchema, annotators: severalAnnotators, document: idSchema, decision: decisionSchema }),
  ),
  /** Takes back, or does again, the last that was decided in the gold set. */
  'gold.undo': call<GoldChange>()(
    z.strictObject({ gold: idSchema, annotators: severalAnnotators, which: z.enum(['undo', 'redo']) }),
  ),
  /** Writes the gold set's annotations as a list; asks for a place, and is `null` when the person cancelled. */
  'gold.export': call<WrittenGold | null>()(z.strictObject({ gold: idSchema })),
  /** Measures how far annotators mark and label the same, in all documents or some. Told with `agreement-progress`; `cancelled` when it was. */
  'agreement.measure': call<MeasuredAgreement>()(
    z.strictObject({ annotators: severalAnnotators, documents: z.array(idSchema).min(1).max(100_000).optional() }),
  ),
  'agreement.cancel': call<null>()(nothing),
  /** Of what was measured last, the figures of one document; without intervals. Refused with `not-measured` where nothing stands. */
  'agreement.document': call<readonly LayerJson[]>()(z.strictObject({ document: idSchema })),
  /** Of what was measured last, places behind a figure. */
  'agreement.cases': call<CasePage>()(
    z.strictObject({
      layer: z.string().max(10_000),
      measure: z.string().max(100),
      pair: z.array(idSchema).length(2).optional(),
      document: idSchema.optional(),
    }),
  ),
  /** Puts the annotator's own work into one file. Asks for a place; `null` when the person cancelled. */
  'bundle.make': call<WrittenBundle | null>()(
    z.strictObject({ documents: z.array(idSchema).min(1).max(100_000).optional(), texts: z.boolean() }),
  ),
  /** Reads a bundle and says what it would bring; nothing is written. Without a path a dialog asks; `null` when the person cancelled. */
  'bundle.preview': call<ChosenBundle | null>()(z.strictObject({ path: path.optional() })),
  /** Takes a colleague's work in; answered when it is on disk. `chosen`: of bundled documents that fit several here, which they are. */
  'bundle.receive': call<ReceiveOutcome>()(
    z.strictObject({ path, member: z.boolean(), chosen: z.record(idSchema, idSchema).optional() }),
  ),
  'backups.list': call<BackupsPayload>()(nothing),
  /** Told with `backup-progress` while it runs. */
  'backups.create': call<MadeAnswer>()(nothing),
  /** What bringing a backup back into this workspace would do. */
  'backups.preview': call<RestorePreview>()(z.strictObject({ id: backupId })),
  /** Asks for a new or empty folder; `null` when the person cancelled. */
  'backups.restore-copy': call<RestoredCopy | null>()(z.strictObject({ id: backupId })),
  /** Brings a backup back into this workspace, which is opened anew. */
  'backups.restore': call<RestoreAnswer>()(z.strictObject({ id: backupId })),
} satisfies { [name: string]: Call<unknown, unknown> }

export type Calls = typeof calls
export type CallName = keyof Calls
export type RequestOf<Name extends CallName> = z.input<Calls[Name]['request']>
export type CheckedRequestOf<Name extends CallName> = z.output<Calls[Name]['request']>
export type ResponseOf<Name extends CallName> =
  | NonNullable<Calls[Name]['response']>
  | Extract<Calls[Name]['response'], null>

/** What became of an edit: on disk, with journals that differ from what the window has, if any. */
export interface EditAnswer {
  /** Per scope touched, its rev now. */
  readonly revs: { readonly [scope: string]: number }
  /** Journals of scopes whose `base` was behind: the window takes them as acknowledged. */
  readonly journals: readonly JournalText[]
}
