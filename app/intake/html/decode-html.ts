import { supersetOf } from '../decode/decode-named'
import { type DecodedText, decodeText } from '../decode/decode-text'
import type { guard } from '../refusal'

type Decoding = ReturnType<typeof guard<DecodedText>>

/** How far into a page its own word on its encoding is looked for; the standard says 1,024 bytes, pages need more. */
const headBytes = 4096

/**
 * The text of the bytes of a page: byte order mark, then UTF-8 where the bytes are valid and use it, then what the page says of
 * itself, then as any text. A page that calls itself UTF-8 or UTF-16 without being it is guessed. `encoding` as for `decodeText`.
 */
export function decodeHtml(bytes: Uint8Array, encoding?: string): Decoding {
  const plain = decodeText(bytes, encoding)
  if (encoding !== undefined || (plain.ok && plain.value.guessed === undefined)) return plain
  const named = namedEncoding(bytes)
  if (named === null) return plain
  const decoded = decodeText(bytes, named)
  return decoded.ok ? decoded : plain
}

function namedEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, headBytes), byte => String.fromCharCode(byte)).join('')
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1]
  const declared = meta ?? /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1]
  if (declared === undefined || /^utf/i.test(declared)) return null
  return supersetOf(declared)
}
