import { z } from 'zod'
import { isId, isRevisionHash } from '#annotations/model/ids'
import type { DocumentRow } from './values'

const count = z.number().int().min(0)
const words = z.string().max(10_000)

/** `DocumentRow` as it is stored; nothing else passes. */
export const documentRowSchema: z.ZodType<DocumentRow> = z.strictObject({
  id: z.string().refine(isId),
  headline: words,
  issuer: words.exactOptional(),
  published: words.exactOptional(),
  revision: z.string().refine(isRevisionHash),
  counts: z.strictObject({ quote: count, claim: count, note: count }),
  progress: z.enum(['not-started', 'in-work', 'done']),
  share: z.number().min(0).max(1),
  deleted: z.boolean(),
  alert: words.exactOptional(),
})
