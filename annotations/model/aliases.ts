import type { Fields } from '../changes/entry'

const prefix = 'aliases.'

/** The field that holds an alias of a speaker. */
export function aliasField(alias: string): string {
  return `${prefix}${alias}`
}

/** What else a speaker is called, as it was written. */
export function aliasesOf({ fields }: { readonly fields: Fields }): readonly string[] {
  return [...fields].flatMap(([field, { value }]) =>
    field.startsWith(prefix) && value !== null && value !== false ? [field.slice(prefix.length)] : [],
  )
}
