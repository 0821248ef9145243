import { z } from 'zod'
import { idSchema } from './edit-schema'

/** A decision as it is asked for between processes. */
export const decisionSchema = z.strictObject({
  members: z.array(idSchema).min(1).max(100),
  take: idSchema.optional(),
  why: z.string().min(1).max(1000),
  again: z.boolean().optional(),
})
