import { z } from 'zod'

const entry = z.union([
  z.literal('separator'),
  z.strictObject({
    id: z.string().min(1).max(100),
    name: z.string().min(1).max(300),
    /** As the window spells keys: `Ctrl+Shift+E`. */
    keys: z.string().min(1).max(40).optional(),
    disabled: z.boolean().optional(),
    checked: z.boolean().optional(),
  }),
])

/** A menu of the window, for systems that show it at the top of the screen. */
export const nativeMenuSchema = z.strictObject({
  name: z.string().min(1).max(100),
  entries: z.array(entry).max(100),
})

export type NativeMenu = z.output<typeof nativeMenuSchema>
