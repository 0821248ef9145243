import { type Excerpt, excerptColumns } from '../excerpt'

/** Excerpts as JSON Lines: an object a line, its members the columns in order, numbers and lists as such. */
export function writeJsonl(excerpts: readonly Excerpt[]): string {
  return excerpts.map(excerpt => `${excerptJson(excerpt)}\n`).join('')
}

/**
 * An excerpt as JSON in one line. U+0085, U+2028 and U+2029 are written as escapes: some programs take them for line
 * ends. https://jsonlines.org
 */
export function excerptJson(excerpt: Excerpt): string {
  const members = excerptColumns.map(({ name }) => [name, excerpt[name]] as const)
  return JSON.stringify(Object.fromEntries(members)).replace(
    /[\u0085\u2028\u2029]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
