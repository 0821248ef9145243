/**
 * How near two names are. `same`: but for case, accents and punctuation; `plural`: one is the plural; `words`: the same
 * words in another order, or for people with more words or initials; `spelling`: one or two letters differ.
 */
export type Nearness = 'same' | 'plural' | 'words' | 'spelling'

/** An entry with all it is called: its name first, then its aliases. */
export interface Named {
  readonly id: string
  readonly names: readonly string[]
}

export interface NearName {
  readonly id: string
  readonly nearness: Nearness
}

export interface NearPair {
  readonly a: string
  readonly b: string
  readonly nearness: Nearness
}

export interface NearOptions {
  /** Names of people: “J. Marsh” and “Dr. Ada Marsh” are near “Ada Marsh”. */
  readonly people?: boolean
}

const closestFirst: readonly Nearness[] = ['same', 'plural', 'words', 'spelling']

interface Folded {
  readonly text: string
  readonly words: readonly string[]
  readonly singular: string
  readonly digits: string
  readonly letters: number
}

/** How near two names are, or `undefined`: names of other numbers (“Phase 1”, “Phase 2”) never are. Symmetric. */
export function nearness(a: string, b: string, options: NearOptions = {}): Nearness | undefined {
  return compare(fold(a), fold(b), options)
}

/** The entries that are called nearly so, the nearest first, each once. */
export function nearNames(name: string, among: readonly Named[], options: NearOptions = {}): NearName[] {
  const wanted = fold(name)
  const found = among.flatMap(({ id, names }) => {
    const nearest = closest(names.map(other => compare(wanted, fold(other), options)))
    return nearest === undefined ? [] : [{ id, nearness: nearest }]
  })
  return found.sort((x, y) => closestFirst.indexOf(x.nearness) - closestFirst.indexOf(y.nearness))
}

/** All pairs of entries with near names, the nearest first, then in the order given; `a` stands before `b` there. */
export function nearPairs(among: readonly Named[], options: NearOptions = {}): NearPair[] {
  const folded = among.map(({ names }) => names.map(fold))
  const nearest = new Map<number, Nearness>()
  for (const group of groupsOf(folded, options)) {
    for (const [at, { entry, name }] of group.entries()) {
      for (let next = at + 1; next < group.length; next += 1) {
        const other = group[next]
        if (other === undefined || other.entry === entry) continue
        const found = compare(name, other.name, options)
        const key = Math.min(entry, other.entry) * among.length + Math.max(entry, other.entry)
        if (found !== undefined) nearest.set(key, closest([found, nearest.get(key)]) ?? found)
      }
    }
  }
  const pairs = [...nearest].map(([key, found]) => ({
    key,
    a: among[Math.floor(key / among.length)]?.id ?? '',
    b: among[key % among.length]?.id ?? '',
    nearness: found,
  }))
  pairs.sort((x, y) => closestFirst.indexOf(x.nearness) - closestFirst.indexOf(y.nearness) || x.key - y.key)
  return pairs.map(({ a, b, nearness }) => ({ a, b, nearness }))
}

interface Member {
  readonly entry: number
  readonly name: Folded
}

/**
 * Names that may be near one another, so that not all are compared with all: with the same first letter, with the same
 * words, and of people those that share a word.
 */
function groupsOf(folded: readonly (readonly Folded[])[], { people = false }: NearOptions): Iterable<Member[]> {
  const groups = new Map<string, Member[]>()
  for (const [entry, names] of folded.entries()) {
    for (const name of names) {
      const keys = new Set([`letter ${name.text[0] ?? ''}`, `words ${[...name.words].sort().join(' ')}`])
      if (people) for (const word of name.words) if (word.length > 2) keys.add(`word ${word}`)
      for (const key of keys) {
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [{ entry, name }])
        else group.push({ entry, name })
      }
    }
  }
  return groups.values()
}

function closest(found: readonly (Nearness | undefined)[]): Nearness | undefined {
  return closestFirst.find(one => found.includes(one))
}

function compare(a: Folded, b: Folded, { people = false }: NearOptions): Nearness | undefined {
  if (a.text === '' || b.text === '' || a.digits !== b.digits) return undefined
  if (a.text === b.text) return 'same'
  if (a.singular === b.singular) return 'plural'
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  // What a short name has, its longer form has too: most pairs end here.
  if ((short.letters & ~long.letters) === 0 && (people || a.words.length === b.words.length)) {
    if (standsIn(short.words, long.words, people)) return 'words'
  }
  return isMisspelt(a, b) ? 'spelling' : undefined
}

function fold(name: string): Folded {
  const text = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.'’]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Pd}\p{Pc}\s,:;/\\()[\]"“”„«»!?&]+/gu, ' ')
    .trim()
  const words = text === '' ? [] : text.split(' ')
  let letters = 0
  for (let i = 0; i < text.length; i += 1) if (text[i] !== ' ') letters |= 1 << (text.charCodeAt(i) % 31)
  return { text, words, singular: words.map(singular).join(' '), digits: text.replace(/\D+/gu, ' ').trim(), letters }
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:x|ch|sh|ss|z)es$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

/** True where each word of a name is one of another's, an initial of one where `initials`; two words at least. */
function standsIn(short: readonly string[], long: readonly string[], initials: boolean): boolean {
  if (short.length < 2) return false
  const left = [...long]
  let whole = 0
  for (const word of [...short].sort((a, b) => b.length - a.length)) {
    const exact = left.indexOf(word)
    const at = exact >= 0 || !initials ? exact : left.findIndex(other => isInitial(word, other))
    if (at < 0) return false
    left.splice(at, 1)
    if (exact >= 0 && word.length > 2) whole += 1
  }
  return whole > 0
}

function isInitial(a: string, b: string): boolean {
  return a.length === 1 ? b.startsWith(a) : b.length === 1 && a.startsWith(b)
}

/**
 * One letter may differ in names of five letters or more, two from ten on; the first is always the same. Two letters that
 * are others at their places make another word (“enforcement”, “endorsement”) more often than a slip.
 */
function isMisspelt(a: Folded, b: Folded): boolean {
  const length = Math.min(a.text.length, b.text.length)
  const most = length < 5 ? 0 : length < 10 ? 1 : 2
  if (most === 0 || a.text[0] !== b.text[0]) return false
  if (bits(a.letters ^ b.letters) > 2 * most) return false
  return distanceWithin(a.text, b.text, most) && !areTwoReplaced(a.text, b.text)
}

function areTwoReplaced(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const others = [...a].flatMap((letter, at) => (letter === b[at] ? [] : [at]))
  const [first = 0, last = 0] = others
  return others.length === 2 && (a[first] !== b[last] || a[last] !== b[first])
}

function bits(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count += 1
  return count
}

/**
 * True where at most `most` letters are added, left out, replaced or swapped with the next (optimal string alignment).
 * Only steps near the diagonal can be that few.
 */
function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  const width = b.length + 1
  let before = new Uint8Array(width).fill(far)
  let row = Uint8Array.from({ length: width }, (_, j) => Math.min(j, far))
  let next = new Uint8Array(width)
  for (let i = 1; i <= a.length; i += 1) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)]
    next[from - 1] = from === 1 ? Math.min(i, far) : far
    if (to < b.length) next[to + 1] = far
    let least = next[from - 1] ?? far
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let steps = Math.min((row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, (row[j - 1] ?? far) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) steps = Math.min(steps, (before[j - 2] ?? far) + 1)
      next[j] = Math.min(steps, far)
      least = Math.min(least, steps)
    }
    if (least > most) return false
    ;[before, row, next] = [row, next, before]
  }
  return (row[b.length] ?? far) <= most
}

/** More steps than are ever looked for. */
const far = 100
