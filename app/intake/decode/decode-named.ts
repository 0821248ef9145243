import { decodeText } from './decode-text'

/** ISO 8859-1, -9 and ASCII are read as the Windows code pages that contain them, as every browser does. */
const supersets = new Map([
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
])

/** The encoding to read bytes with that are said to be in `name`, in lower case. */
export function supersetOf(name: string): string {
  const lower = name.toLowerCase()
  return supersets.get(lower) ?? lower
}

/**
 * Text of bytes that are said to be in an encoding, always: valid UTF-8 is taken for it whatever it is called; a name that is
 * missing, unknown or wrong leaves what statistics say, and in the end windows-1252.
 */
export function decodeNamed(bytes: Uint8Array, name: string | undefined): string {
  const plain = decodeText(bytes)
  if (plain.ok && plain.value.guessed === undefined && !seven.has(name?.toLowerCase() ?? '')) return plain.value.text
  const encoding = supersetOf(name ?? '')
  if (encoding !== '' && encoding !== 'utf-8') {
    const named = decodeText(bytes, encoding)
    if (named.ok) return named.value.text
    const other = decodeStandard(bytes, encoding)
    if (other !== null) return other
  }
  if (plain.ok) return plain.value.text
  const last = decodeText(bytes, encoding === 'utf-8' ? 'utf-8' : 'windows-1252')
  return last.ok ? last.value.text : ''
}

/** Encodings of seven bits, whose bytes are valid UTF-8 and mean something else. */
const seven = new Set(['iso-2022-jp', 'iso-2022-kr', 'hz-gb-2312', 'utf-7'])

function decodeStandard(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return null
  }
}
