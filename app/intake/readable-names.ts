import type { IntakeFormat } from './sniff-format'

/** The formats that endings of names promise. */
export const extensions: ReadonlyMap<string, IntakeFormat> = new Map([
  ['txt', 'txt'],
  ['text', 'txt'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['odt', 'odt'],
  ['ott', 'odt'],
  ['rtf', 'rtf'],
  ['eml', 'eml'],
  ['mht', 'eml'],
  ['mhtml', 'eml'],
  ['msg', 'msg'],
  ['pdf', 'pdf'],
])

/**
 * The extension of a file name in lower case, without the dot: letters and digits of which the first is a letter.
 * Empty when there is none (`Release 2.0`, `release.2018`) or the name is only an extension.
 */
export function extensionOf(name: string): string {
  return /[^./\\]\.([a-z][a-z0-9]{0,15})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** True for a file whose name promises a format that Pressmark reads. */
export function isReadable(name: string): boolean {
  return extensions.has(extensionOf(name))
}
