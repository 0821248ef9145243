import type { Revision } from '../model/revision'
import { matchEqualMoved, matchSimilarMoved, type Sides } from './align-moved'
import { gramKey, matchInOrder } from './match-sequences'
import { tokenBlocks } from './token-blocks'
import { TokenKeys, type Tokens, tokenize } from './tokens'

/** Which word of one text is which of another. */
export interface TextMatch {
  readonly before: Tokens
  readonly after: Tokens
  /** For each token before, its partner after, or -1. */
  readonly match: Int32Array
  /** For each token after, its partner before, or -1. */
  readonly back: Int32Array
  /** For each token after 0, or 1 where it has a partner in order, 2 where it has one that moved. */
  readonly taken: Uint8Array
  /** 1 for each token before whose block stands in another order now. */
  readonly moved: Uint8Array
  /** For each token before the first and the last token of its run: what stands together in both texts. */
  readonly runStart: Int32Array
  readonly runEnd: Int32Array
  /** How many runs of four tokens that both texts have once end before each token: see `isPinned`. */
  readonly sure: Int32Array
  /** 1 for each token before in a block that each text has once and that stands in order. */
  readonly fixed: Uint8Array
}

/** So many tokens in a row tell a place from all others, where each text has them once. */
const pinLength = 4

/**
 * Matches two revisions. Blocks that are the same and in order are fixed first; between them words are matched in order,
 * whatever became of the paragraphs; then blocks that moved, the same or by shingles. Pure; takes time about in
 * proportion to the texts.
 */
export function matchTexts(before: Revision, after: Revision): TextMatch {
  const keys = new TokenKeys()
  const known = new Map<string, number>()
  const old = tokenize(before.text, keys)
  const now = tokenize(after.text, keys)
  const sides: Sides = {
    before: old,
    after: now,
    beforeBlocks: tokenBlocks(old, before.blocks, known),
    afterBlocks: tokenBlocks(now, after.blocks, known),
    match: new Int32Array(old.count).fill(-1),
    taken: new Uint8Array(now.count),
    moved: new Uint8Array(old.count),
  }
  const equal = equalBlocks(sides)
  matchEqualMoved(markEqual(sides, equal))
  matchGaps(sides, equal)
  matchSimilarMoved(sides)
  return {
    ...sides,
    back: backOf(sides),
    ...runsOf(sides.match),
    sure: sureBefore(sides),
    fixed: fixedBy(sides, equal),
  }
}

/**
 * True where the tokens `[first, last]`, which stand together in both texts, cannot be another place of the same words:
 * something in them stands once in each text, or something that holds on to them on either side does.
 */
export function isPinned({ sure, fixed, runStart, runEnd }: TextMatch, first: number, last: number): boolean {
  if (fixed.subarray(first, last + 1).includes(1)) return true
  const isSure = (from: number, to: number) => (sure[to + 1] ?? 0) > (sure[Math.min(from, to + 1)] ?? 0)
  if (isSure(first + pinLength - 1, last)) return true
  const before = isSure(runStart[first] ?? first, Math.min(first + pinLength - 2, runEnd[first] ?? last))
  return before && isSure(last + 1, runEnd[first] ?? last)
}

/** True where the run that holds a token has anything that stands once in each text: its words are not there by chance. */
export function isHeld({ sure, runStart, runEnd }: TextMatch, at: number): boolean {
  return (sure[(runEnd[at] ?? at) + 1] ?? 0) > (sure[runStart[at] ?? at] ?? 0)
}

/** For each block before, the block after that is the same and stands in order, or -1. */
function equalBlocks({ beforeBlocks, afterBlocks }: Sides): Int32Array {
  const equal = new Int32Array(beforeBlocks.count).fill(-1)
  const region = { a0: 0, a1: beforeBlocks.count, b0: 0, b1: afterBlocks.count }
  matchInOrder(beforeBlocks.keys, afterBlocks.keys, region, equal, 1)
  return equal
}

function markEqual(sides: Sides, equal: Int32Array): Sides {
  const { beforeBlocks, afterBlocks, match, taken } = sides
  for (const [i, j] of equal.entries()) {
    if (j < 0) continue
    let to = afterBlocks.begins[j] ?? 0
    for (let at = beforeBlocks.begins[i] ?? 0; at < (beforeBlocks.begins[i + 1] ?? 0); at += 1) {
      match[at] = to
      taken[to] = 1
      to += 1
    }
  }
  return sides
}

/** Matches in order what lies between blocks that are the same, leaving out blocks that moved. */
function matchGaps(sides: Sides, equal: Int32Array): void {
  let i0 = 0
  let j0 = 0
  for (let i = 0; i <= equal.length; i += 1) {
    const j = i === equal.length ? sides.afterBlocks.count : (equal[i] ?? -1)
    if (j < 0) continue
    if (i > i0 && j > j0) matchGap(sides, { i0, i1: i, j0, j1: j })
    i0 = i + 1
    j0 = j + 1
  }
}

function matchGap(
  { before, after, beforeBlocks, afterBlocks, match, taken }: Sides,
  { i0, i1, j0, j1 }: { readonly i0: number; readonly i1: number; readonly j0: number; readonly j1: number },
): void {
  const from = free(beforeBlocks.begins[i0] ?? 0, beforeBlocks.begins[i1] ?? 0, at => (match[at] ?? -1) < 0)
  const to = free(afterBlocks.begins[j0] ?? 0, afterBlocks.begins[j1] ?? 0, at => taken[at] === 0)
  const a = from.map(at => before.keys[at] ?? 0)
  const b = to.map(at => after.keys[at] ?? 0)
  const found = new Int32Array(a.length).fill(-1)
  matchInOrder(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, found)
  for (const [k, partner] of found.entries()) {
    const at = to[partner]
    if (partner < 0 || at === undefined) continue
    match[from[k] ?? 0] = at
    taken[at] = 1
  }
}

function free(start: number, end: number, isFree: (at: number) => boolean): Int32Array {
  const found: number[] = []
  for (let at = start; at < end; at += 1) if (isFree(at)) found.push(at)
  return Int32Array.from(found)
}

function backOf({ match, after }: Sides): Int32Array {
  const back = new Int32Array(after.count).fill(-1)
  for (const [at, partner] of match.entries()) if (partner >= 0) back[partner] = at
  return back
}

function runsOf(match: Int32Array): Pick<TextMatch, 'runStart' | 'runEnd'> {
  const runStart = new Int32Array(match.length)
  const runEnd = new Int32Array(match.length)
  for (let at = 0; at < match.length; at += 1) {
    const goesOn = at > 0 && (match[at] ?? -1) >= 0 && match[at] === (match[at - 1] ?? -1) + 1
    runStart[at] = goesOn && (match[at - 1] ?? -1) >= 0 ? (runStart[at - 1] ?? at) : at
  }
  for (let at = match.length - 1; at >= 0; at -= 1) {
    runEnd[at] = runStart[at + 1] === runStart[at] ? (runEnd[at + 1] ?? at) : at
  }
  return { runStart, runEnd }
}

/** Counts, up to each token, the runs of tokens that each text has once, at their last token. */
function sureBefore({ before, after, match }: Sides): Int32Array {
  const inBefore = gramCounts(before)
  const inAfter = gramCounts(after)
  const sums = new Int32Array(before.count + 1)
  for (let at = 0; at < before.count; at += 1) {
    const start = at - pinLength + 1
    const key = start >= 0 && runsOn(match, start) ? gramKey(before.keys, start, pinLength) : undefined
    const isSure = key !== undefined && inBefore.count(key) === 1 && inAfter.count(key) === 1
    sums[at + 1] = (sums[at] ?? 0) + (isSure ? 1 : 0)
  }
  return sums
}

function fixedBy({ before, beforeBlocks, afterBlocks }: Sides, equal: Int32Array): Uint8Array {
  const fixed = new Uint8Array(before.count)
  const timesBefore = timesOf(beforeBlocks.keys)
  const timesAfter = timesOf(afterBlocks.keys)
  for (const [i, j] of equal.entries()) {
    const key = beforeBlocks.keys[i] ?? 0
    const once = j >= 0 && timesBefore.get(key) === 1 && timesAfter.get(key) === 1
    if (once) fixed.fill(1, beforeBlocks.begins[i], beforeBlocks.begins[i + 1])
  }
  return fixed
}

function timesOf(keys: Int32Array): Map<number, number> {
  const times = new Map<number, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return times
}

function runsOn(match: Int32Array, at: number): boolean {
  const first = match[at] ?? -1
  if (first < 0) return false
  for (let k = 1; k < pinLength; k += 1) if (match[at + k] !== first + k) return false
  return true
}

/** How often each gram stands in a text, at least: grams that share a slot are counted together, so none seems rarer. */
function gramCounts({ keys, count }: Tokens): { count(key: number): number } {
  let size = 1024
  while (size < count * 16) size *= 2
  const counts = new Uint8Array(size)
  const slotOf = (key: number) => Math.imul(key, 0x9e3779b1) >>> (32 - Math.log2(size))
  for (let at = 0; at + pinLength <= count; at += 1) {
    const slot = slotOf(gramKey(keys, at, pinLength))
    counts[slot] = Math.min(255, (counts[slot] ?? 0) + 1)
  }
  return { count: key => counts[slotOf(key)] ?? 0 }
}
