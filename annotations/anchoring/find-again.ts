import { isDoubtful } from './doubt'
import { matchInOrder } from './match-sequences'
import type { TextMatch } from './match-texts'
import { charactersIn, placeTokens, type TokenPlace } from './place-tokens'
import { firstTokenEndingAfter, type Tokens } from './tokens'

/** Where each beginning of a word stands in a text: the places of its first characters, by token. */
export type Seeds = ReadonlyMap<string, readonly number[]>

/** A place that words were found at again. */
export interface Found extends TokenPlace {
  /** How alike place and context are, 0 to 1. */
  readonly score: number
}

const seedLength = 6
/** A seed that stands at more places than this tells nothing. */
const commonSeed = 64
/** Of long annotations so many seeds are looked for, evenly spread. */
const seedsAtMost = 120
const windowsAtMost = 4
/** Tokens of context that are compared on either side. */
const contextTokens = 8
const weights = { quote: 70, prefix: 10, suffix: 10, position: 2 }
const leastQuote = 0.7
const leastTotal = 0.6
/** What is shorter is too common a word to be known by itself: its context must speak for it. */
const shortCharacters = 16
const leastContextOfShort = 0.5

/** The seeds of a text. */
export function seedsOf(tokens: Tokens): Seeds {
  const seeds = new Map<string, number[]>()
  for (let at = 0; at < tokens.count; at += 1) {
    if (tokens.words[at] !== 1) continue
    const seed = seedAt(tokens, at)
    const places = seeds.get(seed)
    if (places === undefined) seeds.set(seed, [at])
    else places.push(at)
  }
  return seeds
}

/**
 * Looks for the tokens `[first, last]` anywhere in the text after, or within `near` (a range of its tokens): seeds vote
 * for places, at most four windows are compared word by word. The best place, where its words are alike by at least
 * 0.7 and words, context and position together by at least 0.6.
 */
export function findAgain(
  texts: TextMatch,
  seeds: Seeds,
  first: number,
  last: number,
  near?: readonly [start: number, end: number],
): Found | undefined {
  let best: Found | undefined
  for (const start of windowsFor(texts, seeds, first, last, near)) {
    const found = compare(texts, first, last, start)
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found
  }
  return best
}

function seedAt(tokens: Tokens, at: number): string {
  const start = tokens.starts[at] ?? 0
  return tokens.text.slice(start, start + seedLength).toLowerCase()
}

/** Offsets in the text after where the annotation may begin, the one with most votes first. */
function windowsFor(
  { before, after }: TextMatch,
  seeds: Seeds,
  first: number,
  last: number,
  near: readonly [number, number] | undefined,
): number[] {
  const from = before.starts[first] ?? 0
  const length = (before.ends[last] ?? 0) - from
  const width = Math.max(24, length / 4)
  const step = Math.max(1, Math.ceil((last - first + 1) / seedsAtMost))
  const votes = new Map<number, number>()
  for (let at = first; at <= last; at += step) {
    if (before.words[at] !== 1) continue
    const places = seeds.get(seedAt(before, at)) ?? []
    if (places.length > commonSeed && near === undefined) continue
    for (const place of places) {
      if (near !== undefined && (place < near[0] || place >= near[1])) continue
      const slot = Math.round(((after.starts[place] ?? 0) - ((before.starts[at] ?? 0) - from)) / width)
      votes.set(slot, (votes.get(slot) ?? 0) + 1)
    }
  }
  const expected = from / width
  const counted = (slot: number) => (votes.get(slot) ?? 0) + (votes.get(slot - 1) ?? 0) + (votes.get(slot + 1) ?? 0)
  const ranked = [...votes.keys()]
    .map(slot => ({ slot, count: counted(slot) }))
    .sort((a, b) => b.count - a.count || Math.abs(a.slot - expected) - Math.abs(b.slot - expected) || a.slot - b.slot)
  const chosen: number[] = []
  for (const { slot } of ranked) {
    if (chosen.every(other => Math.abs(other - slot) > 1)) chosen.push(slot)
    if (chosen.length === windowsAtMost) break
  }
  return chosen.map(slot => slot * width)
}

function compare(texts: TextMatch, first: number, last: number, start: number): Found | undefined {
  const { before, after } = texts
  const length = (before.ends[last] ?? 0) - (before.starts[first] ?? 0)
  const slack = Math.max(80, length / 2)
  const to = firstTokenEndingAfter(after, Math.max(0, start - slack))
  const toEnd = firstTokenEndingAfter(after, start + length + slack)
  const from = Math.max(0, first - contextTokens)
  const fromEnd = Math.min(before.count, last + 1 + contextTokens)
  const a = slice(before, from, fromEnd)
  const b = slice(after, to, toEnd)
  const match = new Int32Array(a.count).fill(-1)
  matchInOrder(a.keys, b.keys, { a0: 0, a1: a.count, b0: 0, b1: b.count }, match)
  const taken = new Uint8Array(b.count)
  for (const partner of match) if (partner >= 0) taken[partner] = 1
  const place = placeTokens({ before: a, after: b, match, taken }, first - from, last - from)
  if (place === undefined) return undefined
  const found = { ...place, start: place.start + to, end: place.end + to }
  if (isAnothers(texts, first, last, found)) return undefined
  const score = scoreOf(texts, { first, last, place: found })
  return score === undefined ? undefined : { ...found, score }
}

/**
 * True where most of a place has been there before for other words than these, beyond doubt: then it is another passage
 * that says the same, and these words are gone.
 */
function isAnothers(texts: TextMatch, first: number, last: number, place: TokenPlace): boolean {
  let others = 0
  let from = -1
  let to = -1
  for (let at = place.start; at < place.end; at += 1) {
    const owner = texts.back[at] ?? -1
    if (owner < 0 || (owner >= first && owner <= last)) continue
    others += 1
    if (from < 0) from = owner
    to = owner
  }
  if (others * 2 <= place.end - place.start) return false
  const together = from <= to && texts.runStart[from] === texts.runStart[to]
  return !together || !isDoubtful(texts, from, to)
}

function scoreOf(
  { before, after }: TextMatch,
  { first, last, place }: { readonly first: number; readonly last: number; readonly place: TokenPlace },
): number | undefined {
  const size = charactersIn(before, first, last + 1)
  const quote = (2 * place.survived * size) / (size + charactersIn(after, place.start, place.end))
  const prefix = contextShare(before, after, [first - contextTokens, first], [place.start - contextTokens, place.start])
  const suffix = contextShare(
    before,
    after,
    [last + 1, last + 1 + contextTokens],
    [place.end, place.end + contextTokens],
  )
  const apart = Math.abs((before.starts[first] ?? 0) - (after.starts[place.start] ?? 0))
  const position = 1 - apart / Math.max(before.text.length, after.text.length)
  const all = weights.quote + weights.prefix + weights.suffix + weights.position
  const total =
    (weights.quote * quote + weights.prefix * prefix + weights.suffix * suffix + weights.position * position) / all
  if (quote < leastQuote || total < leastTotal) return undefined
  if (size < shortCharacters && Math.max(prefix, suffix) < leastContextOfShort) return undefined
  return total
}

/** The share of the words of the context before that stand in the context after, in whatever order. */
function contextShare(
  before: Tokens,
  after: Tokens,
  [from, fromEnd]: readonly [number, number],
  [to, toEnd]: readonly [number, number],
): number {
  const there = new Set(after.keys.subarray(Math.max(0, to), Math.max(0, toEnd)))
  let size = 0
  let shared = 0
  for (let at = Math.max(0, from); at < Math.min(before.count, fromEnd); at += 1) {
    const length = (before.ends[at] ?? 0) - (before.starts[at] ?? 0)
    size += length
    if (there.has(before.keys[at] ?? -1)) shared += length
  }
  return size === 0 ? 1 : shared / size
}

function slice(tokens: Tokens, start: number, end: number): Tokens {
  return {
    text: tokens.text,
    count: end - start,
    starts: tokens.starts.subarray(start, end),
    ends: tokens.ends.subarray(start, end),
    keys: tokens.keys.subarray(start, end),
    words: tokens.words.subarray(start, end),
  }
}
