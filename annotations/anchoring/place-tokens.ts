import type { Tokens } from './tokens'

/** Where tokens came to stand: `[start, end)` of tokens after, and how much of them is still there. */
export interface TokenPlace {
  readonly start: number
  readonly end: number
  /** Share of the characters that have a partner in the place, 0 to 1. */
  readonly survived: number
}

/** A match of tokens, of whole texts or of a piece. */
export interface Partners {
  readonly before: Tokens
  readonly after: Tokens
  readonly match: Int32Array
  readonly taken: Uint8Array
}

/** A jump of more tokens than this within an annotation means that its parts have parted. */
const farJump = 400
/** Put in the place of so many words, more than this many times as many are not the same thing said anew. */
const mostReplaced = 3

/**
 * The place of the tokens `[first, last]`: around those partners that stay together and in order and have most
 * characters. Words at an edge that were replaced take those in their place along. `undefined` where none has a partner.
 */
export function placeTokens(partners: Partners, first: number, last: number): TokenPlace | undefined {
  const { match } = partners
  const group = largestGroup(partners, first, last)
  if (group === undefined) return undefined
  const { from, to, size } = group
  const start = (match[from] ?? 0) - (from === first ? 0 : replacedBefore(partners, first, from))
  const end = (match[to] ?? 0) + 1 + (to === last ? 0 : replacedAfter(partners, to, last))
  return { start, end, survived: size / charactersIn(partners.before, first, last + 1) }
}

/** Characters of the tokens from `start` up to `end`, without the space between them. */
export function charactersIn(tokens: Tokens, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < end; at += 1) sum += (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0)
  return sum
}

interface Group {
  readonly from: number
  readonly to: number
  readonly size: number
}

function largestGroup({ before, match }: Partners, first: number, last: number): Group | undefined {
  let best: Group | undefined
  let group: Group | undefined
  for (let at = first; at <= last; at += 1) {
    const partner = match[at] ?? -1
    if (partner < 0) continue
    const size = (before.ends[at] ?? 0) - (before.starts[at] ?? 0)
    const step = group === undefined ? 0 : partner - (match[group.to] ?? 0)
    const goesOn = group !== undefined && step > 0 && step <= farJump + (at - group.to)
    group = goesOn && group !== undefined ? { ...group, to: at, size: group.size + size } : { from: at, to: at, size }
    if (best === undefined || group.size > best.size) best = group
  }
  return best
}

/** How many tokens before the partner of `found` stand in the place of the tokens `[first, found)`. */
function replacedBefore({ match, taken }: Partners, first: number, found: number): number {
  let lost = 0
  for (let at = found - 1; at >= 0 && (match[at] ?? -1) < 0; at -= 1) lost += 1
  let put = 0
  for (let at = (match[found] ?? 0) - 1; at >= 0 && taken[at] === 0; at -= 1) put += 1
  return share(found - first, lost, put)
}

function replacedAfter({ match, taken }: Partners, found: number, last: number): number {
  let lost = 0
  for (let at = found + 1; at < match.length && (match[at] ?? -1) < 0; at += 1) lost += 1
  let put = 0
  for (let at = (match[found] ?? 0) + 1; at < taken.length && taken[at] === 0; at += 1) put += 1
  return share(last - found, lost, put)
}

/** Of `put` tokens that stand in the place of `lost` ones, those for `mine` of them. */
function share(mine: number, lost: number, put: number): number {
  const inside = Math.min(mine, lost)
  if (inside === 0) return 0
  const most = mostReplaced * inside + mostReplaced
  if (lost === inside) return put <= most ? put : inside
  return Math.min(most, Math.round((put * inside) / lost))
}
