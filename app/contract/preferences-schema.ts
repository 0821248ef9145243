import { z } from 'zod'
import { preferenceEdges } from './preference-edges'

const { textSize, columnWidth } = preferenceEdges
const width = z.number().min(100).max(2_000)
const name = z
  .string()
  .min(1)
  .max(100)
  .refine(word => word !== '__proto__')

const members = {
  textSize: z.number().min(textSize.least).max(textSize.most).optional(),
  columnWidth: z.number().min(columnWidth.least).max(columnWidth.most).optional(),
  singleKeys: z.boolean().optional(),
  noteAfterMark: z.boolean().optional(),
  onlyMine: z.boolean().optional(),
  bindings: z.record(name, z.array(z.string().min(1).max(40)).max(4)).optional(),
  /** A workspace among them is named by its path. */
  recentChoices: z.array(z.string().min(1).max(5_000)).max(20).optional(),
  excerptTable: z
    .strictObject({
      columns: z.array(name).max(40).optional(),
      sort: z.strictObject({ by: name, descending: z.boolean() }).optional(),
    })
    .optional(),
  panes: z
    .record(
      name,
      z.strictObject({
        library: width.optional(),
        inspector: width.optional(),
        drawer: width.optional(),
        libraryClosed: z.boolean().optional(),
        inspectorClosed: z.boolean().optional(),
      }),
    )
    .optional(),
}

/** `Preferences` as they come over the contract. */
export const preferencesSchema = z.strictObject(members)

/** `Preferences` as they are stored, where a newer program may have set more, which stays. */
export const storedPreferencesSchema = z.looseObject(members)
