import { z } from 'zod'
import { isId } from '#annotations/model/ids'
import { isJsonObject, type Json } from '#annotations/model/json'
import { storedPreferencesSchema } from '#app/contract/preferences-schema'
import type { Preferences } from '#app/contract/values'

const identity = z.object({
  id: z.string().refine(isId),
  name: z.string().min(1),
  what: z.enum(['person', 'gold', 'import']),
})
const current = z.string().optional()
const theme = z.enum(['system', 'light', 'dark'])
const recent = z.object({ path: z.string(), name: z.string() })
const preferences = storedPreferencesSchema.optional()
const window = z
  .object({
    x: z.number().optional(),
    y: z.number().optional(),
    width: z.number(),
    height: z.number(),
    maximised: z.boolean().optional(),
  })
  .optional()

export type Identity = z.output<typeof identity>

/** What belongs to the person and the machine, not to a workspace. */
export interface Profile {
  /** The ids that the person at this machine may act as. */
  readonly annotators: readonly Identity[]
  /** Which of them is at the desk. */
  readonly current?: string | undefined
  readonly theme: z.output<typeof theme>
  readonly recent: readonly z.output<typeof recent>[]
  readonly window?: z.output<typeof window>
  readonly preferences?: Preferences | undefined
}

const members = ['annotators', 'current', 'theme', 'recent', 'window', 'preferences'] as const

/** A profile as its file has it. */
export interface ProfileText {
  readonly profile: Profile
  /** Everything in the file was understood, but for members that this version does not know. */
  readonly sound: boolean
  /** Members that this version does not know, for writing back. */
  readonly unknown: { readonly [name: string]: Json }
}

export const emptyProfile: Profile = { annotators: [], theme: 'system', recent: [] }

/** Reads a profile as far as it can be; what cannot be read counts as absent, and then the text is not sound. */
export function readProfileText(text: string): ProfileText {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { profile: emptyProfile, sound: false, unknown: {} }
  }
  if (!isJsonObject(json)) return { profile: emptyProfile, sound: false, unknown: {} }
  let sound = true
  const read = <T>(schema: z.ZodType<T>, value: Json | undefined, otherwise: T): T => {
    const parsed = schema.safeParse(value)
    if (!parsed.success) sound = false
    return parsed.success ? parsed.data : otherwise
  }
  const readList = <T>(schema: z.ZodType<T>, value: Json = []): T[] => {
    const list = read<readonly unknown[]>(z.array(z.unknown()), value, [])
    const items = list.flatMap(item => schema.safeParse(item).data ?? [])
    if (items.length !== list.length) sound = false
    return items
  }
  /** Each preference by itself, so that one that cannot be read loses no other. */
  const readPreferences = (value: Json | undefined): Preferences | undefined => {
    const whole = preferences.safeParse(value)
    if (whole.success) return whole.data
    sound = false
    if (!isJsonObject(value)) return undefined
    const single = Object.entries(value).map(([member, one]) => storedPreferencesSchema.safeParse({ [member]: one }))
    return Object.assign({}, ...single.map(parsed => parsed.data ?? {}))
  }
  const profile: Profile = {
    annotators: readList(identity, json.annotators),
    current: read(current, json.current, undefined),
    theme: read(theme, json.theme ?? 'system', 'system'),
    recent: readList(recent, json.recent),
    window: read(window, json.window, undefined),
    preferences: readPreferences(json.preferences),
  }
  const unknown = Object.fromEntries(
    Object.entries(json).filter(([name]) => name !== '__proto__' && !members.some(member => member === name)),
  )
  return { profile, sound, unknown }
}

/** The text of a profile's file. */
export function writeProfileText(profile: Profile, unknown: ProfileText['unknown']): string {
  return `${JSON.stringify({ ...unknown, ...profile }, null, 2)}\n`
}
