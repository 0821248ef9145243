import type { Tokens } from './tokens'

/** A text that is compared: for each of its words the partner in the other text, or -1; and where its blocks begin. */
export interface SlidSide {
  readonly tokens: Pick<Tokens, 'keys' | 'count'>
  readonly partners: Int32Array
  readonly begins: ReadonlySet<number>
  /** Whether a word stands at another place in the other text: no run moves over it. */
  readonly isMoved: (token: number) => boolean
}

/**
 * Words that one text has alone can often be taken to begin one word later or earlier: where the word before them is the same as
 * their last, or the one behind them the same as their first. Moves such runs so that they begin with a block, as a person who put it in
 * or took it out would say; `back` are the partners the other way round. Both lists are changed in place and stay each other's inverse.
 */
export function slideToBlocks(side: SlidSide, back: Int32Array): void {
  const { tokens, partners } = side
  for (let start = 0; start < tokens.count; start += 1) {
    if ((partners[start] ?? 0) >= 0) continue
    let end = start
    while (end < tokens.count && (partners[end] ?? 0) < 0) end += 1
    const by = stepsToBlock(side, start, end)
    for (let n = 0; n < by; n += 1) take(partners, back, end + n, start + n)
    for (let n = 0; n > by; n -= 1) take(partners, back, start + n - 1, end + n - 1)
    start = Math.max(start, end + by)
  }
}

/** How many words a run `[start, end)` has to move to begin with a block, the fewest; 0 where it does or cannot. */
function stepsToBlock(
  { tokens: { keys, count }, partners, begins, isMoved }: SlidSide,
  start: number,
  end: number,
): number {
  if (begins.has(start)) return 0
  const isSame = (at: number, other: number) =>
    keys[at] === keys[other] && (partners[other] ?? -1) >= 0 && !isMoved(other)
  for (let n = 0; end + n < count && isSame(start + n, end + n); n += 1) if (begins.has(start + n + 1)) return n + 1
  for (let n = 1; start - n >= 0 && isSame(end - n, start - n); n += 1) if (begins.has(start - n)) return -n
  return 0
}

function take(partners: Int32Array, back: Int32Array, from: number, to: number): void {
  const partner = partners[from] ?? -1
  partners[to] = partner
  partners[from] = -1
  back[partner] = to
}
