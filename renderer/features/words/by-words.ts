import type { RowsByAuthor } from '#app/contract/values'

/** Whose excerpts are in an export: `: 15 of Ann Bole, 6 of Bo Reid`; nothing where all are of one person. */
export function byWords(by: RowsByAuthor): string {
  return by.length < 2 ? '' : `: ${by.map(({ name, rows }) => `${rows} of ${name}`).join(', ')}`
}
