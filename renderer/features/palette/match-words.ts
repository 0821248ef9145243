/** Where a query was found in a text, and how well: the greater the better. */
export interface Match {
  readonly score: number
  /** Half-open ranges of UTF-16 code units, sorted, not overlapping. */
  readonly ranges: readonly (readonly [number, number])[]
}

const marks = /\p{M}/gu

/** A text as it is compared, code unit for code unit: without case and accents, so that places in it are places in the text. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the edge of ASCII, beyond which accents begin
  return /^[\x00-\x7f]*$/.test(same) ? same : same.replace(/[^\x00-\x7f]/g, plainUnit)
}

function plainUnit(unit: string): string {
  const plain = unit.normalize('NFD').replace(marks, '')
  return plain.length === 1 ? plain : unit
}

/** The words of a query, folded; none for a blank. */
export function queryWords(query: string): readonly string[] {
  return foldText(query).split(/\s+/).filter(Boolean)
}

/**
 * Finds every word of a query in a folded text: at the start of a word, inside one, or as pieces that each begin a word
 * (`mq` in `mark as quote`). `undefined` where a word is not in it. Words in the query's order, at the front and in a
 * short name count for more; the name is the first `length` code units of the text, of the whole in the usual case.
 */
export function matchWords(words: readonly string[], folded: string, length = folded.length): Match | undefined {
  let score = 0
  let last = -1
  const ranges: (readonly [number, number])[] = []
  for (const word of words) {
    const found = findWord(word, folded)
    if (found === undefined) return undefined
    const at = found.ranges[0]?.[0] ?? 0
    score += found.score + (at === 0 ? 12 : 0) + (at > last ? 4 : 0)
    last = at
    ranges.push(...found.ranges)
  }
  if (words.length === 0) return { score: 0, ranges }
  return { score: score / words.length - Math.min(length, 200) / 40, ranges: united(ranges) }
}

function findWord(word: string, folded: string): Match | undefined {
  let inside = -1
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (startsWord(folded, at)) {
      const whole = !isLetter(folded[at + word.length])
      return { score: whole ? 100 : 90, ranges: [[at, at + word.length]] }
    }
    if (inside < 0) inside = at
  }
  if (inside >= 0) return { score: 60, ranges: [[inside, inside + word.length]] }
  const pieces = word.length < 2 ? undefined : findPieces(word, folded, 0, 0)
  return pieces === undefined ? undefined : { score: 50 - 5 * pieces.length, ranges: pieces }
}

/** The word cut into pieces that each begin a word of the text, in order; at most four. */
function findPieces(word: string, folded: string, from: number, depth: number): [number, number][] | undefined {
  if (word === '') return []
  if (depth === 4) return undefined
  const first = word[0] ?? ''
  for (let at = folded.indexOf(first, from); at >= 0; at = folded.indexOf(first, at + 1)) {
    if (!startsWord(folded, at)) continue
    let length = 1
    while (length < word.length && folded[at + length] === word[length]) length += 1
    for (let taken = length; taken > 0; taken -= 1) {
      const rest = findPieces(word.slice(taken), folded, at + taken, depth + 1)
      if (rest !== undefined) return [[at, at + taken], ...rest]
    }
  }
  return undefined
}

function startsWord(folded: string, at: number): boolean {
  return isLetter(folded[at]) ? !isLetter(folded[at - 1]) : true
}

function isLetter(unit: string | undefined): boolean {
  if (unit === undefined) return false
  const code = unit.charCodeAt(0)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
  return /[\p{L}\p{N}]/u.test(unit)
}

function united(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const whole: [number, number][] = []
  for (const [start, end] of sorted) {
    const before = whole[whole.length - 1]
    if (before !== undefined && start <= before[1]) before[1] = Math.max(before[1], end)
    else whole.push([start, end])
  }
  return whole
}
