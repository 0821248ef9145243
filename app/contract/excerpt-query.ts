import { z } from 'zod'
import type { AnchorState, Kind, QuoteType } from '#annotations/model/annotation'
import type { AnnotationId, DocumentId, EditId, Instant, TagId } from '#annotations/model/ids'
import type { Role } from '#annotations/model/revision'
import type { ShownStatus } from '#annotations/review/threads'
import { idSchema, scopeSchema } from './edit-schema'
import { type FacetName, facetNames, sortNames } from './excerpt-facets'
import type { JournalText, RowsByAuthor } from './values'

const values = z.array(z.string().max(10_000)).max(10_000)
const ids = z.array(idSchema).max(500_000)

/**
 * Within a facet one of the values must fit, and each facet that names any must. `tag` fits with all below it.
 * A speaker is an id of the register, or `~` and the name as written where the register has none.
 */
export const excerptFilterSchema = z.strictObject({
  /** Words that must all stand in the exact text, the note or the headline, whatever their case. */
  text: z.string().max(1_000),
  facets: z.partialRecord(z.enum(facetNames), values),
})
export type ExcerptFilter = z.output<typeof excerptFilterSchema>

export const excerptSortSchema = z.strictObject({ by: z.enum(sortNames), descending: z.boolean() })
export type ExcerptSort = z.output<typeof excerptSortSchema>

/** All excerpts that fit, or of these the ones named, in the order of `sort`. */
export const shownExcerpts = { filter: excerptFilterSchema, sort: excerptSortSchema }
export const excerptChoiceSchema = z.strictObject({ ...shownExcerpts, only: ids.optional() })
export type ExcerptChoice = z.output<typeof excerptChoiceSchema>

export const excerptQuerySchema = z.strictObject({
  ...shownExcerpts,
  from: z.number().int().min(0),
  count: z.number().int().min(0).max(500),
  /** Without facets: for the rows of a result whose facets are known. */
  rowsOnly: z.boolean().optional(),
  /** Of a facet that is no tree the first so many values and those that the filter names; all, if not given. */
  values: z.number().int().min(0).optional(),
})
export type ExcerptQuery = z.output<typeof excerptQuerySchema>

export const excerptIdsSchema = z.strictObject({
  ...shownExcerpts,
  from: z.number().int().min(0),
  count: z.number().int().min(0),
})

const edit = z.strictObject({ id: idSchema, at: z.iso.datetime() })
/** Revs of the scopes that the window has loaded: of these the answer brings what changed. */
const base = z.record(scopeSchema, z.number().int().min(0))

export const excerptBulkSchema = z.strictObject({
  edit,
  base,
  annotations: ids,
  /** Tags that are to be made first, parents before children. */
  create: z
    .array(z.strictObject({ id: idSchema, name: z.string().min(1).max(1_000), parent: idSchema.optional() }))
    .max(100)
    .optional(),
  add: z.array(idSchema).max(100).optional(),
  drop: z.array(idSchema).max(100).optional(),
  status: z.enum(['draft', 'submitted']).optional(),
})
export type ExcerptBulk = z.output<typeof excerptBulkSchema>

export const workspaceUndoSchema = z.strictObject({ edit, base, which: z.enum(['undo', 'redo']) })

export interface ShownTag {
  readonly id: TagId
  /** Names from the root. */
  readonly path: readonly string[]
  readonly colour?: string
}

/** A row of the table: an annotation with the words around it. */
export interface ExcerptRow {
  readonly id: AnnotationId
  readonly document: DocumentId
  readonly headline: string
  readonly issuer?: string
  /** `YYYY-MM-DD`. */
  readonly published?: string
  readonly section?: Role
  readonly paragraph?: number
  readonly kind: Kind
  readonly quoteType?: QuoteType
  /** Name of the claim type. */
  readonly claimType?: string
  /** Words of the same block before the first piece, cut at a word. */
  readonly before: string
  readonly pieces: readonly string[]
  /** Words of the same block after the last piece, cut at a word. */
  readonly after: string
  /** Speakers or claimant by the names of the register; without any, the source as written. */
  readonly speakers: readonly string[]
  /** Role as written, or organisation, of the first. */
  readonly speakerNote?: string
  readonly tags: readonly ShownTag[]
  /** Values of the workspace's own fields of the document, `name: value`. */
  readonly own: readonly string[]
  readonly note: string
  /** What its reviews come to, else its author's word. */
  readonly status: ShownStatus
  readonly anchor: AnchorState
  readonly author: string
  /** By the annotator at the desk: it can be changed. */
  readonly mine: boolean
  readonly modified: Instant
}

export interface FacetValue {
  readonly value: string
  /** How often, with all other facets and the words applied. */
  readonly count: number
  /** Names from the root, for values that are ids; the window has words for the others. */
  readonly path?: readonly string[]
}

/** Per facet the values that occur under the other facets, and those that the filter names. */
export type Facets = { readonly [Name in FacetName]: readonly FacetValue[] }

export interface ExcerptPage {
  readonly rows: readonly ExcerptRow[]
  /** Excerpts that fit, and in how many documents. */
  readonly total: number
  readonly documents: number
  /** Excerpts of the workspace. */
  readonly all: number
  readonly facets?: Facets
  /** Values of a facet that occur and were not asked for, where there are any. */
  readonly moreValues?: { readonly [Name in FacetName]?: number }
}

export interface BulkAnswer {
  /** Annotations that were asked for and are the annotator's own. */
  readonly changed: number
  /** Those that are a colleague's, or no longer there. */
  readonly left: number
  readonly journals: readonly JournalText[]
}

export interface UndoAnswer {
  /** The edit that was taken back or done again; `null` where there is none. */
  readonly edit: EditId | null
  readonly journals: readonly JournalText[]
}

export interface ExportPreview {
  /** The first lines of the file, as they would be written. */
  readonly lines: readonly string[]
  readonly rows: number
  readonly by: RowsByAuthor
  readonly losses: readonly { readonly code: string; readonly count: number }[]
  /** Rows whose exact text stands in the stored text at their offsets. */
  readonly proven: number
}
