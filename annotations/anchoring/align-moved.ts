import { gramKey, matchInOrder } from './match-sequences'
import type { TokenBlocks } from './token-blocks'
import type { Tokens } from './tokens'

/** Two texts on the way to being matched. */
export interface Sides {
  readonly before: Tokens
  readonly after: Tokens
  readonly beforeBlocks: TokenBlocks
  readonly afterBlocks: TokenBlocks
  /** For each token before, its partner after, or -1. */
  readonly match: Int32Array
  /** For each token after 0, or 1 where it has a partner in order, 2 where it has one that moved. */
  readonly taken: Uint8Array
  /** 1 for each token before whose block stands in another order now. */
  readonly moved: Uint8Array
}

/** Of the shingles of the shorter block, the share that the other must have to be taken for the same block. */
const containment = 0.15
/** Words in a shingle. */
const shingleWords = 3
/** A shingle that more blocks than this have says nothing about which block it is. */
const commonShingle = 8

/** Pairs blocks without a partner whose text is the same, where no other block of either text has it: they moved. */
export function matchEqualMoved(sides: Sides): void {
  const before = onlyOnce(sides.beforeBlocks)
  const after = onlyOnce(sides.afterBlocks)
  for (const [key, i] of before) {
    const j = after.get(key)
    if (j === undefined || !isFree(sides, i, j)) continue
    const from = sides.beforeBlocks.begins[i] ?? 0
    const to = sides.afterBlocks.begins[j] ?? 0
    const length = (sides.beforeBlocks.begins[i + 1] ?? 0) - from
    for (let k = 0; k < length; k += 1) pair(sides, from + k, to + k)
  }
}

/**
 * Pairs blocks most of which has no partner yet by the shingles they share, the pair that shares most first, and
 * matches their tokens that are free: blocks that moved and were changed.
 */
export function matchSimilarMoved(sides: Sides): void {
  const before = freeShingles(sides.before, sides.beforeBlocks, at => (sides.match[at] ?? -1) < 0)
  const after = freeShingles(sides.after, sides.afterBlocks, at => sides.taken[at] === 0)
  const shared = countShared(before, after)
  const pairs = [...shared].filter(([key, count]) => {
    const [i, j] = [Math.floor(key / blocksAtMost), key % blocksAtMost]
    return count >= containment * Math.min(before.get(i)?.size ?? 0, after.get(j)?.size ?? 0)
  })
  pairs.sort(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
  const used = { before: new Set<number>(), after: new Set<number>() }
  for (const [key] of pairs) {
    const [i, j] = [Math.floor(key / blocksAtMost), key % blocksAtMost]
    if (used.before.has(i) || used.after.has(j)) continue
    used.before.add(i)
    used.after.add(j)
    matchFree(sides, i, j)
  }
}

const blocksAtMost = 2 ** 24

function onlyOnce({ keys }: TokenBlocks): Map<number, number> {
  const found = new Map<number, number>()
  for (const [n, key] of keys.entries()) found.set(key, found.has(key) ? -1 : n)
  for (const [key, n] of found) if (n < 0) found.delete(key)
  return found
}

function isFree({ beforeBlocks, afterBlocks, match, taken }: Sides, i: number, j: number): boolean {
  for (let at = beforeBlocks.begins[i] ?? 0; at < (beforeBlocks.begins[i + 1] ?? 0); at += 1) {
    if ((match[at] ?? -1) >= 0) return false
  }
  for (let at = afterBlocks.begins[j] ?? 0; at < (afterBlocks.begins[j + 1] ?? 0); at += 1) {
    if (taken[at] !== 0) return false
  }
  return true
}

function pair({ match, taken, moved }: Sides, i: number, j: number): void {
  match[i] = j
  taken[j] = 2
  moved[i] = 1
}

/** The shingles of the blocks of which at least half is free. */
function freeShingles(
  tokens: Tokens,
  { count, begins }: TokenBlocks,
  isFreeAt: (at: number) => boolean,
): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (let n = 0; n < count; n += 1) {
    const words: number[] = []
    let free = 0
    for (let at = begins[n] ?? 0; at < (begins[n + 1] ?? 0); at += 1) {
      if (tokens.words[at] !== 1) continue
      words.push(tokens.keys[at] ?? 0)
      if (isFreeAt(at)) free += 1
    }
    if (free * 2 >= words.length && words.length >= shingleWords) found.set(n, shinglesOf(Int32Array.from(words)))
  }
  return found
}

function shinglesOf(words: Int32Array): Set<number> {
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at += 1) shingles.add(gramKey(words, at, shingleWords))
  return shingles
}

/** How many shingles each two blocks share, by `before * blocksAtMost + after`. */
function countShared(
  before: ReadonlyMap<number, ReadonlySet<number>>,
  after: ReadonlyMap<number, ReadonlySet<number>>,
): Map<number, number> {
  const blocksWith = new Map<number, number[]>()
  for (const [j, shingles] of after) {
    for (const shingle of shingles) {
      const blocks = blocksWith.get(shingle)
      if (blocks === undefined) blocksWith.set(shingle, [j])
      else blocks.push(j)
    }
  }
  const shared = new Map<number, number>()
  for (const [i, shingles] of before) {
    for (const shingle of shingles) {
      const blocks = blocksWith.get(shingle) ?? []
      if (blocks.length > commonShingle) continue
      for (const j of blocks) shared.set(i * blocksAtMost + j, (shared.get(i * blocksAtMost + j) ?? 0) + 1)
    }
  }
  return shared
}

function matchFree(sides: Sides, i: number, j: number): void {
  const { before, after, beforeBlocks, afterBlocks, match, taken } = sides
  const from = beforeBlocks.begins[i] ?? 0
  const to = afterBlocks.begins[j] ?? 0
  const a = before.keys.slice(from, beforeBlocks.begins[i + 1])
  const b = after.keys.slice(to, afterBlocks.begins[j + 1])
  const found = new Int32Array(a.length).fill(-1)
  matchInOrder(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, found)
  for (const [k, partner] of found.entries()) {
    const at = from + k
    if (partner < 0 || (match[at] ?? -1) >= 0 || taken[to + partner] !== 0) continue
    pair(sides, at, to + partner)
  }
}
