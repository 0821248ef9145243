import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { RevisionHash } from './ids'
import type { TextRange } from './revision'

/** Between two blocks in a canonical text, and nowhere else in it. */
export const blockSeparator = '\n\n'

/** A text after the rules for characters, and what they had to change that a reader should hear of. */
export interface TidyText {
  readonly text: string
  /** Surrogates without a partner that became U+FFFD. */
  readonly loneSurrogates: number
  /** Control characters that were dropped; U+FEFF and U+00AD are not counted. */
  readonly controls: number
}

/** Texts of characters that no rule is about, as most are: TAB, LF, what can be seen of Latin letters and punctuation. */
const tidyAlready = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/

/**
 * The canonical text rules for characters, in their order: CRLF, CR, U+0085 and U+2028 become LF, U+2029 and form feed
 * a blank line; U+FEFF, U+00AD and controls but TAB and LF are dropped; lone surrogates become U+FFFD; NFC.
 * Total and idempotent; takes time in proportion to the text.
 */
export function tidyCharacters(raw: string): TidyText {
  if (tidyAlready.test(raw)) return { text: raw, loneSurrogates: 0, controls: 0 }
  let controls = 0
  let loneSurrogates = 0
  const text = raw
    .replace(/\r\n?|\u0085|\u2028/g, '\n')
    .replace(/[\u2029\f]/g, blockSeparator)
    .replace(/[\uFEFF\u00AD]/g, '')
    .replace(/(?:(?![\t\n])\p{Cc})+/gu, run => {
      controls += run.length
      return ''
    })
    .replace(/\p{Cs}/gu, () => {
      loneSurrogates += 1
      return '\uFFFD'
    })
    .normalize('NFC')
  return { text, loneSurrogates, controls }
}

/** The rule for spaces: runs of U+0020 become one, and none stays beside an LF. Expects tidy text. */
export function closeSpaces(tidy: string): string {
  const text = tidy.includes('  ') ? tidy.replace(/ {2,}/g, ' ') : tidy
  return text.includes('\n') ? text.replace(/ ?\n ?/g, '\n') : text
}

/**
 * The texts of the blocks that one paragraph of a source becomes: none when it holds only white space, several when a
 * blank line, U+2029 or form feed parts it. None is empty, begins or ends with white space or holds a blank line.
 */
export function canonicalBlocks(paragraph: string): string[] {
  return partBlocks(closeSpaces(tidyCharacters(paragraph).text))
}

/** The last step of `canonicalBlocks`: a text after the rules for characters and spaces, parted at blank lines. */
export function partBlocks(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map(block => block.trim())
    .filter(block => block !== '')
}

/** The canonical text of paragraphs: their blocks joined by a blank line; empty when there is no block. Idempotent. */
export function toCanonicalText(paragraphs: readonly string[]): string {
  return paragraphs.flatMap(canonicalBlocks).join(blockSeparator)
}

/** The ranges of the blocks of a canonical text, in order; none for the empty text. Inverse of joining them. */
export function splitCanonicalText(text: string): TextRange[] {
  const ranges: TextRange[] = []
  if (text === '') return ranges
  let start = 0
  for (;;) {
    const gap = text.indexOf(blockSeparator, start)
    ranges.push({ start, end: gap < 0 ? text.length : gap })
    if (gap < 0) return ranges
    start = gap + blockSeparator.length
  }
}

/** True where more than 1,000 combining marks stand on one letter: that is no text, and no window can lay it out. */
export function hasStackedMarks(text: string): boolean {
  return /\p{M}{1001}/u.test(text)
}

/** The id of a revision: SHA-256 of the UTF-8 bytes of its canonical text. Equal texts, and only they, have equal ids. */
export function textHash(text: string): RevisionHash {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
