import { z } from 'zod'
import type { DocumentId } from '#annotations/model/ids'
import type { TextRange } from '#annotations/model/revision'

export const documentSearchSchema = z.strictObject({
  /** As `searchWords` reads it. */
  text: z.string().max(1_000),
})

/** Where the words that a document's row does not show stand in its text. */
export interface FoundPassage {
  readonly document: DocumentId
  /** What was found, in the current text. */
  readonly at: TextRange
  /** Words of the same block before it, cut at a word. */
  readonly before: string
  readonly exact: string
  /** Words of the same block after it. */
  readonly after: string
}
