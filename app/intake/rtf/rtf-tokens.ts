import type { Report } from '../report'

/** A piece of an RTF file. `byte` is a character of the file or one written as `\'hh`; a `symbol` is a control of one sign. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'word'; readonly name: string; readonly value: number | null }
  | { readonly type: 'symbol'; readonly sign: string }
  | { readonly type: 'bytes'; readonly bytes: readonly number[] }

const [backslash, openBrace, closeBrace, space] = [0x5c, 0x7b, 0x7d, 0x20]

/** The tokens of an RTF file, in order; line ends between them are none, the bytes of `\bin` are left out. Total. */
export function* rtfTokens(bytes: Uint8Array, report?: Report): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === openBrace || byte === closeBrace) {
      at += 1
      yield byte === openBrace ? { type: 'open' } : { type: 'close' }
    } else if (byte === backslash) {
      const { token, end } = readControl(bytes, at + 1)
      at = end
      if (token.type === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0)
      else yield token
    } else {
      const start = at
      const most = Math.min(bytes.length, start + maxPiece)
      while (at < most && !isControl(bytes[at] ?? 0)) at += 1
      const text = Array.from(bytes.subarray(start, at)).filter(code => code !== 10 && code !== 13)
      report?.(at / bytes.length)
      if (text.length > 0) yield { type: 'bytes', bytes: text }
    }
  }
}

const maxPiece = 0x4000

function isControl(byte: number): boolean {
  return byte === backslash || byte === openBrace || byte === closeBrace
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

/** The control after a backslash: words have at most 32 letters, numbers at most 10 digits. */
function readControl(bytes: Uint8Array, start: number): { token: RtfToken; end: number } {
  const first = bytes[start] ?? space
  if (!isLetter(first)) return readSymbol(bytes, start, first)
  let at = start
  while (at - start < 32 && isLetter(bytes[at] ?? 0)) at += 1
  const name = String.fromCharCode(...bytes.subarray(start, at))
  const number = at
  if (bytes[at] === 0x2d) at += 1
  while (at - number < 11 && isDigit(bytes[at] ?? 0)) at += 1
  const written = String.fromCharCode(...bytes.subarray(number, at))
  if (written === '-') at = number
  const value = /\d/.test(written) ? Number(written) : null
  return { token: { type: 'word', name, value }, end: bytes[at] === space ? at + 1 : at }
}

function readSymbol(bytes: Uint8Array, start: number, first: number): { token: RtfToken; end: number } {
  const sign = String.fromCharCode(first)
  if (sign !== "'") return { token: { type: 'symbol', sign }, end: start + 1 }
  const code = String.fromCharCode(...bytes.subarray(start + 1, start + 3))
  const hex = /^[0-9a-f]{2}$/i.test(code) ? [Number.parseInt(code, 16)] : []
  return { token: { type: 'bytes', bytes: hex }, end: start + 3 }
}
