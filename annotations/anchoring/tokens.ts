import type { TextOffset } from '../model/revision'

/** A text cut into words, figures and signs; white space lies between them. */
export interface Tokens {
  readonly text: string
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Equal for tokens that are the same but for the form of a quotation mark, a dash or a hyphenation. */
  readonly keys: Int32Array
  /** 1 for a word or a figure, 0 for a sign. */
  readonly words: Uint8Array
}

/** Numbers for the spellings of tokens: those of two texts that are compared come from one. */
export class TokenKeys {
  readonly #known = new Map<string, number>()

  keyOf(spelling: string): number {
    const known = this.#known.get(spelling)
    if (known !== undefined) return known
    this.#known.set(spelling, this.#known.size)
    return this.#known.size - 1
  }
}

const space = 1
const letter = 2
const digit = 3
const sign = 4
/** A letter of a script that puts no space between words: a token of its own. */
const alone = 5
/** A mark that belongs to what stands before it. */
const joined = 6

const zeroWidthJoiner = 0x200d
const classes = new Uint8Array(0x10000)

/**
 * Cuts a text into tokens: runs of letters, runs of digits, and single signs. One token is also a run of hyphens (a dash),
 * two apostrophes, a word that is parted by a hyphen and white space within a block, and an emoji with all that belongs to
 * it. No token parts a surrogate pair. Takes time in proportion to the text.
 */
export function tokenize(text: string, keys: TokenKeys): Tokens {
  const starts: number[] = []
  const ends: number[] = []
  const ids: number[] = []
  const words: number[] = []
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at)
    if (kind === space) {
      at += 1
      continue
    }
    const start = at
    let spelling: string
    if (kind === letter) {
      at = runEnd(text, at, letter)
      spelling = text.slice(start, at)
      for (let next = afterHyphenation(text, at); next > 0; next = afterHyphenation(text, at)) {
        at = runEnd(text, next, letter)
        spelling += text.slice(next, at)
      }
    } else if (kind === digit) {
      at = runEnd(text, at, digit)
      spelling = text.slice(start, at)
    } else {
      at = signEnd(text, at)
      spelling = spellSign(text.slice(start, at))
    }
    starts.push(start)
    ends.push(at)
    ids.push(keys.keyOf(spelling))
    words.push(kind === sign || kind === joined ? 0 : 1)
  }
  return {
    text,
    count: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    keys: Int32Array.from(ids),
    words: Uint8Array.from(words),
  }
}

/** The first token that ends behind the offset; the count where none does. */
export function firstTokenEndingAfter(tokens: Tokens, offset: TextOffset): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.ends[middle] ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** The last token that starts before the offset; -1 where none does. */
export function lastTokenStartingBefore(tokens: Tokens, offset: TextOffset): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

function runEnd(text: string, from: number, kind: number): number {
  let at = from
  while (at < text.length) {
    const next = classAt(text, at)
    if (next !== kind && next !== joined) break
    at += widthAt(text, at)
  }
  return at
}

function signEnd(text: string, from: number): number {
  const first = text[from]
  let at = from + widthAt(text, from)
  if (first === '-') while (text[at] === '-') at += 1
  else if (first === "'" && text[at] === "'") at += 1
  while (at < text.length && classAt(text, at) === joined) {
    const joins = text.charCodeAt(at) === zeroWidthJoiner
    at += widthAt(text, at)
    if (joins && at < text.length && classAt(text, at) === sign) at += widthAt(text, at)
  }
  return at
}

/** Where the word goes on behind a hyphen and white space in the same block; 0 where it does not. */
function afterHyphenation(text: string, at: number): number {
  const hyphen = text[at]
  if (hyphen !== '-' && hyphen !== '‐') return 0
  let next = at + 1
  while (next < text.length && classAt(text, next) === space) {
    if (text[next] === '\n' && text[next + 1] === '\n') return 0
    next += 1
  }
  if (next === at + 1 || next >= text.length || classAt(text, next) !== letter) return 0
  return smallLetter.test(text.slice(next, next + widthAt(text, next))) ? next : 0
}

function spellSign(written: string): string {
  if (written === "''") return '"'
  if (written.length > 1) return written.startsWith('--') ? '-' : written
  if (singleQuotes.includes(written)) return "'"
  if (doubleQuotes.includes(written)) return '"'
  return dashes.includes(written) ? '-' : written
}

const singleQuotes = '‘’‚‛‹›`´ʼʹ′＇'
const doubleQuotes = '“”„‟«»″＂'
const dashes = '‐‑‒–—―−﹣－'
const smallLetter = /^\p{Ll}/u
const spaceClass = /^\s$/u
const letterClass = /^\p{L}$/u
const digitClass = /^\p{N}$/u
const joinedClass = /^(?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])$/u
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return classOf(String.fromCodePoint(text.codePointAt(at) ?? unit))
  const known = classes[unit] ?? 0
  if (known !== 0) return known
  const found = classOf(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

function classOf(character: string): number {
  if (spaceClass.test(character)) return space
  if (joinedClass.test(character)) return joined
  if (letterClass.test(character)) return unspaced.test(character) ? alone : letter
  return digitClass.test(character) ? digit : sign
}
