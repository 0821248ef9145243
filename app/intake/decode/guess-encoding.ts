import { analyse } from 'chardet'

/** What statistics say of bytes that are not UTF-8: an encoding to decode with, or candidates when it is too close. */
export type EncodingGuess =
  | { readonly decided: true; readonly encoding: string; readonly confidence: number }
  | { readonly decided: false; readonly candidates: readonly string[] }

const leastConfidence = 30
const leastLead = 10
const sampleBytes = 0x40000

/** Encodings whose standard decoder is that of a Windows code page, which adds the printable characters 80-9F. */
const supersets = new Map([
  ['ISO-8859-1', 'windows-1252'],
  ['ISO-8859-9', 'windows-1254'],
  ['ASCII', 'windows-1252'],
])

/**
 * Guesses a single-byte or East Asian encoding of bytes that are not valid UTF-8. Decided only with a confidence (0 to
 * 100) of at least 30 and 10 ahead of the next encoding; never when the bytes look like damaged UTF-8, since any
 * other reading would turn its characters into mojibake.
 */
export function guessEncoding(bytes: Uint8Array): EncodingGuess {
  const firstHigh = bytes.findIndex(byte => byte >= 0x80)
  const start = Math.max(0, firstHigh - 0x800)
  const matches = analyse(bytes.subarray(start, start + sampleBytes))
    .map(({ name, confidence }) => ({ encoding: supersets.get(name) ?? name, confidence }))
    .filter(({ confidence }) => confidence >= leastLead)
  const best = matches[0]
  const next = matches.find(({ encoding }) => encoding !== best?.encoding)
  const damagedUtf8 = matches.some(({ encoding }) => encoding === 'UTF-8')
  const clear =
    best !== undefined &&
    !damagedUtf8 &&
    best.confidence >= leastConfidence &&
    best.confidence - (next?.confidence ?? 0) >= leastLead
  if (clear) return { decided: true, ...best }
  const names = [...new Set(matches.map(({ encoding }) => encoding))]
  return { decided: false, candidates: names.slice(0, 4) }
}
