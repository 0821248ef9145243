import { ok } from '#annotations/model/result'
import { isCompound } from './msg/compound-file'
import { openMsg } from './msg/msg-message'
import { extensionOf, extensions } from './readable-names'
import { guard } from './refusal'
import { openZip } from './zip/read-zip'

/** A format that intake can read. */
export type IntakeFormat = 'txt' | 'md' | 'html' | 'docx' | 'odt' | 'rtf' | 'eml' | 'msg' | 'pdf'

/** The media type that a source of the format is stored with. */
export const mediaTypes: { readonly [format in IntakeFormat]: string } = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  pdf: 'application/pdf',
}

/**
 * The format of a file, or null when Pressmark does not read it: that of its extension, plain text without one, unless the
 * bytes begin as only another format does. Whether the bytes of a text are text is decided when they are decoded.
 */
export function sniffFormat(name: string, bytes: Uint8Array): IntakeFormat | null {
  const extension = extensionOf(name)
  const named = extension === '' ? 'txt' : (extensions.get(extension) ?? null)
  // Word reads under this name all that people keep under it; what is really of Word's old format is not read.
  if (named === null && extension !== 'doc') return null
  return beginsAs(bytes) ?? (named === 'html' && !hasTag(bytes) ? 'txt' : named)
}

function beginsAs(bytes: Uint8Array): IntakeFormat | null {
  const start = latin(bytes.subarray(0, 512))
  if (start.startsWith('PK\x03\x04')) return formatOfZip(bytes)
  if (/^\s*\{\\rtf/.test(start)) return 'rtf'
  if (/^\s*%PDF-\d/.test(start)) return 'pdf'
  if (/^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(start)) return 'html'
  if (isOutlookMessage(bytes)) return 'msg'
  if (isMessage(bytes)) return 'eml'
  return null
}

/** Begins with headers, one of which only programs write and one of which says from whom it is. */
function isMessage(bytes: Uint8Array): boolean {
  const head = /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(latin(bytes.subarray(0, 0x4000)))?.[0] ?? ''
  return /^from:/im.test(head) && /^(?:mime-version|received|message-id):/im.test(head)
}

/** False also for one that is damaged, which is told when it is read. */
function isOutlookMessage(bytes: Uint8Array): boolean {
  if (!isCompound(bytes)) return false
  const opened = guard(() => ok(openMsg(bytes) !== undefined))
  return opened.ok && opened.value
}

/** By the parts that the archive holds; null also when it is damaged, which is told when it is read. */
function formatOfZip(bytes: Uint8Array): IntakeFormat | null {
  const known = guard(() => {
    const { names, read } = openZip(bytes)
    if (names.includes('[Content_Types].xml') && names.some(name => name.startsWith('word/')))
      return ok('docx' as const)
    const type = names.includes('content.xml') ? read('mimetype') : null
    return ok(type !== null && latin(type.subarray(0, 100)).startsWith(mediaTypes.odt) ? ('odt' as const) : null)
  })
  return known.ok ? known.value : null
}

/** False for a text that was only called a page: its line ends and `<` mean themselves. UTF-16 is taken at its word. */
function hasTag(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 0x10000)
  return sample.includes(0) || /<[a-z!/?]/i.test(latin(sample))
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
