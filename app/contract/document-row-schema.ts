import { z } from 'zod'
import { isId, isRevisionHash } from '#annotations/model/ids'
import type { DocumentRow } from './values'

const count = z.number().int().min(0)
const counts = z.strictObject({ quote: count, claim: count, note: count })
const words = z.string().max(10_000)

/** A member of the row that is missing here does not compile. */
const members = {
  id: z.string().refine(isId),
  headline: words,
  issuer: words.exactOptional(),
  published: words.exactOptional(),
  own: z.record(z.string().refine(isId), z.union([z.string(), z.number()])).exactOptional(),
  revision: z.string().refine(isRevisionHash),
  counts,
  others: counts.exactOptional(),
  progress: z.enum(['not-started', 'in-work', 'done']),
  share: z.number().min(0).max(1),
  deleted: z.boolean(),
  alert: words.exactOptional(),
} satisfies { [Name in keyof Required<DocumentRow>]: z.ZodType }

/** `DocumentRow` as it is stored; nothing else passes. */
export const documentRowSchema = z.strictObject(members)
