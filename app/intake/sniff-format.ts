/** A format that intake can read. */
export type IntakeFormat = 'txt' | 'md'

/** The media type that a source of the format is stored with. */
export const mediaTypes: { readonly [format in IntakeFormat]: string } = { txt: 'text/plain', md: 'text/markdown' }

const extensions: ReadonlyMap<string, IntakeFormat> = new Map([
  ['txt', 'txt'],
  ['text', 'txt'],
  ['md', 'md'],
  ['markdown', 'md'],
])

/**
 * The extension of a file name in lower case, without the dot: letters and digits of which the first is a letter.
 * Empty when there is none (`Release 2.0`, `release.2018`) or the name is only an extension.
 */
export function extensionOf(name: string): string {
  return /[^./\\]\.([a-z][a-z0-9]{0,15})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/**
 * The format of a file by its extension, or null when Pressmark does not read it. A file without an extension is
 * taken for plain text; whether its bytes are text is decided when they are decoded.
 */
export function sniffFormat(name: string): IntakeFormat | null {
  const extension = extensionOf(name)
  return extension === '' ? 'txt' : (extensions.get(extension) ?? null)
}
