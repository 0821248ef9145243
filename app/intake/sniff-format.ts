/** A format that intake can read. */
export type IntakeFormat = 'txt' | 'md' | 'html'

/** The media type that a source of the format is stored with. */
export const mediaTypes: { readonly [format in IntakeFormat]: string } = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
}

const extensions: ReadonlyMap<string, IntakeFormat> = new Map([
  ['txt', 'txt'],
  ['text', 'txt'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
])

/**
 * The extension of a file name in lower case, without the dot: letters and digits of which the first is a letter.
 * Empty when there is none (`Release 2.0`, `release.2018`) or the name is only an extension.
 */
export function extensionOf(name: string): string {
  return /[^./\\]\.([a-z][a-z0-9]{0,15})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/**
 * The format of a file, or null when Pressmark does not read it: that of its extension, plain text without one, unless the
 * bytes begin as only another format does. Whether the bytes of a text are text is decided when they are decoded.
 */
export function sniffFormat(name: string, bytes: Uint8Array): IntakeFormat | null {
  const extension = extensionOf(name)
  const named = extension === '' ? 'txt' : (extensions.get(extension) ?? null)
  if (named === null) return null
  return beginsAs(bytes) ?? (named === 'html' && !hasTag(bytes) ? 'txt' : named)
}

function beginsAs(bytes: Uint8Array): IntakeFormat | null {
  const start = latin(bytes.subarray(0, 512)).replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(start)) return 'html'
  return null
}

/** False for a text that was only called a page: its line ends and `<` mean themselves. UTF-16 is taken at its word. */
function hasTag(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 0x10000)
  return sample.includes(0) || /<[a-z!/?]/i.test(latin(sample))
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
