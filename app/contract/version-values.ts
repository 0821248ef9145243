import { z } from 'zod'
import type { AnchorCounts } from '#annotations/anchoring/count-anchors'
import type { DocumentId, EditId, RevisionHash } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import { idSchema, segmentsSchema } from './edit-schema'

/** The longest file of an edited text, in UTF-16 code units. */
const longestText = 64 * 1024 * 1024

/**
 * Where the text of a new version comes from: a file, which a dialog asks for where no path is given, or *Edit text*: the
 * text of its revision's file, with `origin` edit and the edited text as `parent`. `mapped`: where the steps of editing left the annotator's own
 * annotations; what is not among them is carried.
 */
export const versionSourceSchema = z.union([
  z.strictObject({ path: z.string().min(1).max(4096).optional(), encoding: z.string().min(1).max(40).optional() }),
  z.strictObject({
    text: z.string().max(longestText),
    mapped: z
      .array(
        z.strictObject({
          annotation: idSchema,
          state: z.enum(['exact', 'moved', 'undecided', 'lost']),
          segments: segmentsSchema,
        }),
      )
      .max(100_000),
  }),
])

export type VersionSource = z.output<typeof versionSourceSchema>

/** See `app/services/new-version.ts`. */
export type VersionIs = 'same' | 'returned' | 'new'

/** How annotations stand in a text: the annotator's own, and everybody else's. */
export interface VersionCounts {
  readonly mine: AnchorCounts
  readonly others: AnchorCounts
}

/** What a new text would be to its document and to the annotations. */
export interface VersionPreview {
  /** To be named when it is done. */
  readonly plan: string
  readonly document: DocumentId
  readonly is: VersionIs
  readonly revision: RevisionHash
  /** Of the file, without its folder; absent for an edited text. */
  readonly name?: string
  readonly headline: string
  /** `YYYY-MM-DD`. */
  readonly published?: string
  /** The share of the words that it has in common with the current text, 0 to 1. */
  readonly shared: number
  readonly warnings: readonly Problem[]
  readonly counts: VersionCounts
}

/** A new text that is current now; `edit`: what undo takes back, absent where nothing was done. */
export interface VersionAdded {
  readonly document: DocumentId
  readonly is: VersionIs
  readonly revision: RevisionHash
  readonly edit?: EditId
  readonly counts: VersionCounts
}
