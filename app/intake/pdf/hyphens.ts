import { type Line, textOfLine } from './lines'

/** How the end of one line and the beginning of the next go together. */
export type Seam = 'space' | 'close' | 'without-hyphen'

/** Not the end of `-end-`. */
const hyphenEnd = /(?<![\p{L}\p{M}’'])(?<!(?:^|\s)-)(\p{L}[\p{L}\p{M}’']*)[-\u2010]$/u
const wordStart = /^[\p{L}\p{M}’']+/u

/** First parts of compounds that are written with a hyphen wherever a line ends. */
const firstParts = new Set(
  (
    'self well long short high low half full part ex all cross mid old best large small first second third fourth ' +
    'two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one ' +
    'year day month hour week mile publicly privately federally locally award record vice real follow open peer public private'
  ).split(' '),
)
/** Last parts of such compounds. */
const lastParts = new Set(
  (
    'based term year old led related free scale quality known owned funded friendly driven winning level range income cost ' +
    'tech profile effective efficient thirds quarters fourths fifths month day hour week mile foot inch person elect'
  ).split(' '),
)

/**
 * Decides for a word that a hyphen parts at the end of a line whether the hyphen belongs to it, from the rest of the text: how the
 * word is written where no line ends, whether both parts are words of their own, how often lines end so, and whether the
 * program that broke the lines has a hyphen of its own (U+2010).
 */
export class Hyphens {
  readonly #lines: readonly Line[]
  /** Read when a line first ends with a hyphen: most texts have none. */
  #known: Set<string> | null = null
  /** Lines are broken inside of words. */
  readonly #breaksWords: boolean
  /** They are broken with U+2010, so that `-` is always the writer's. */
  readonly #ownHyphen: boolean
  /** An em dash has a space at its sides. */
  readonly #spacedDash: boolean

  /** `lines` are all lines of the document. */
  constructor(lines: readonly Line[]) {
    this.#lines = lines
    let ends = 0
    let ownEnds = 0
    let inside = 0
    let [spaced, close] = [0, 0]
    for (const line of lines) {
      const text = textOfLine(line)
      if (text.includes('—')) {
        spaced += text.match(/ — \S/g)?.length ?? 0
        close += text.match(/[^\s—]—[^\s—]/g)?.length ?? 0
      }
      if (text.includes('\u2010')) inside += text.match(/\p{L}\u2010\p{L}/gu)?.length ?? 0
      if (!endsParted(text)) continue
      ends += 1
      if (text.endsWith('\u2010')) ownEnds += 1
    }
    this.#breaksWords = ends >= 3 && ends >= lines.length * 0.04
    this.#ownHyphen = ownEnds > 0 && inside === 0
    this.#spacedDash = spaced > close
  }

  /** All words that no end of a line parts, in lower case; of "state-of-the-art" also what a hyphen at an end could part. */
  get #words(): ReadonlySet<string> {
    if (this.#known !== null) return this.#known
    const known = new Set<string>()
    for (const line of this.#lines) {
      const text = textOfLine(line)
      const words = text.toLowerCase().split(/\s+/)
      if (endsParted(text)) words.pop()
      for (const word of words) {
        const bare = word.replace(/^[^\p{L}\p{N}]+|(?:[’']s)?[^\p{L}\p{N}]+$/gu, '')
        known.add(bare)
        const parts = bare.split('-')
        for (let i = 1; i < parts.length; i++) known.add(`${parts[i - 1]}-${parts[i]}`)
      }
    }
    this.#known = known
    return known
  }

  /** The seam of two lines of one paragraph. */
  seam(end: string, start: string): Seam {
    const before = hyphenEnd.exec(end)?.[1]?.toLowerCase()
    if (before === undefined) return this.#isClose(end, start) ? 'close' : 'space'
    const after = wordStart.exec(start)?.[0]
    if (after !== undefined && /^(?:and|or|to|und|oder|et|y)$/.test(after)) return 'space' // "short- and long-term"
    if (this.#ownHyphen && end.endsWith('\u2010')) return 'without-hyphen'
    if (after === undefined) return /^\p{N}/u.test(start) ? 'close' : 'space'
    if (after !== after.toLowerCase() || this.#ownHyphen) return 'close'
    if (this.#words.has(`${before}-${after}`)) return 'close'
    if (this.#words.has(before + after)) return 'without-hyphen'
    if (/-\p{L}+-$/u.test(end) || firstParts.has(before) || lastParts.has(after)) return 'close' // "state-of-the-"
    if (!this.#breaksWords) return 'close'
    const isWords = this.#words.has(before) && this.#words.has(after) && before.length > 3 && after.length > 3
    return isWords ? 'close' : 'without-hyphen'
  }

  /** True when a line ends, or the next begins, with a sign that has no space beside it. */
  #isClose(end: string, start: string): boolean {
    if (/[^\s—]—$/.test(end) || /^—\S/.test(start)) return !this.#spacedDash
    const last = /\S+$/.exec(end)?.[0] ?? ''
    const first = /^\S+/.exec(start)?.[0] ?? ''
    // An address goes on in the next line: with more of its signs, for a word may begin a sentence.
    if (/^\W*(?:https?:\/\/|www\.)\S*\?\S*[/=&]$/i.test(last)) return /^\w/.test(first)
    if (/^\W*(?:https?:\/\/|www\.)/i.test(last)) return /[/?&=_%#]|\w[.-]\w/.test(first) && !/:\/\//.test(first)
    if (/[./]\S*[?&=_%]$/.test(last)) return /^[\w%./?&=-]/.test(start)
    return /[\p{L}\p{N}](?:[/–-]|--)$/u.test(end) && /^[\p{L}\p{N}]/u.test(start)
  }
}

/** True when the last word of a line ends with a hyphen that may part it. */
function endsParted(text: string): boolean {
  return /[-\u2010]$/.test(text) && hyphenEnd.test(/\S+$/.exec(text.toLowerCase())?.[0] ?? '')
}
