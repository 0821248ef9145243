import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { decodeLegacy } from './decode-legacy'
import { decodeUtf16, guessUtf16 } from './decode-utf16'
import { guessEncoding } from './guess-encoding'
import { controlShare, hasBinarySignature } from './is-binary'

/** A decoded text; `guessed` carries the confidence, 0 to 100, when neither a mark nor UTF-8 itself decided. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly guessed?: number
}

type Decoding = Result<DecodedText, Problem<'binary-file' | 'undecided-encoding'>>

/** Valid UTF-8 with more controls than this is not text; bytes that are not UTF-8 are given less. */
const mostControlsInUtf8 = 0.1
const mostControlsElse = 0.02

/**
 * Text of the bytes of a text file: byte order mark, then strict UTF-8, then zero bytes on one side (UTF-16), then
 * statistics. The text still has its line ends, controls and lone surrogates. `binary-file`: known signature or too
 * many controls. `undecided-encoding`: nothing fits well enough; the fact `candidates` names what to offer. With `encoding`
 * (a name of the Encoding Standard or of iconv-lite) nothing is guessed and bytes that do not fit become U+FFFD.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): Decoding {
  if (encoding !== undefined) return decodeAs(bytes, encoding)
  const marked = decodeMarked(bytes)
  if (marked !== null) return marked
  if (hasBinarySignature(bytes)) return problem('binary-file')

  const utf8 = decodeUtf8(bytes)
  const controls = controlShare(bytes)
  const tooMany = controls > (utf8 === null ? mostControlsElse : mostControlsInUtf8)
  if (utf8 !== null && !utf8.includes('\0') && !tooMany) return ok({ text: utf8, encoding: 'utf-8' })

  const wide = guessUtf16(bytes)
  if (wide !== null && (wide.sure || tooMany)) {
    const name = wide.order === 'little' ? 'utf-16le' : 'utf-16be'
    return ok({ text: decodeUtf16(bytes, wide.order), encoding: name, guessed: wide.sure ? 99 : 50 })
  }
  if (tooMany) return problem('binary-file')
  if (utf8 !== null) return ok({ text: utf8, encoding: 'utf-8' })
  return decodeByStatistics(bytes)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

function decodeMarked(bytes: Uint8Array): Decoding | null {
  const mark = marks.find(known => known.bytes.every((byte, i) => bytes[i] === byte))
  if (mark === undefined) return null
  const rest = bytes.subarray(mark.bytes.length)
  if (mark.encoding !== 'utf-8') return decodeAs(rest, mark.encoding)
  const text = decodeUtf8(rest)
  if (text !== null) return ok({ text, encoding: 'utf-8' })
  return problem('undecided-encoding', { candidates: 'utf-8' })
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoding {
  const name = encoding.toLowerCase()
  if (name === 'utf-16le') return ok({ text: decodeUtf16(bytes, 'little'), encoding: name })
  if (name === 'utf-16be') return ok({ text: decodeUtf16(bytes, 'big'), encoding: name })
  if (name === 'utf-8') return ok({ text: new TextDecoder('utf-8').decode(bytes), encoding: name })
  const text = decodeLegacy(bytes, encoding)
  if (text === null) return problem('undecided-encoding', { unknown: encoding })
  return ok({ text, encoding: name })
}

function decodeByStatistics(bytes: Uint8Array): Decoding {
  const guess = guessEncoding(bytes)
  if (!guess.decided) return problem('undecided-encoding', { candidates: guess.candidates.join(', ') })
  const text = decodeLegacy(bytes, guess.encoding)
  const unmapped = text?.match(/[\uFFFD\x80-\x9f]/g)?.length ?? 0
  if (text === null || unmapped > text.length / 1000) {
    return problem('undecided-encoding', { candidates: guess.encoding })
  }
  return ok({ text, encoding: guess.encoding, guessed: guess.confidence })
}
