/** Chance that a seed decides: the same seed draws the same. */
export interface Chance {
  /** A whole number from 0 up to, but not, `limit`. */
  below(limit: number): number
  /** A whole number from `low` to `high`, both within. */
  between(low: number, high: number): number
  /** Whether it happens, where it happens once in `n` times. */
  once(n: number): boolean
  /** One of them; throws where there is none. */
  of<T>(list: readonly T[]): T
  /** One of them, the likelier the greater its weight. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T
}

/** A generator of 32-bit numbers (a Weyl sequence through an integer mix); good enough to choose gestures by. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  function weighted<T extends { readonly weight: number }>(list: readonly T[]): T {
    let left = next() * list.reduce((sum, { weight }) => sum + weight, 0)
    for (const item of list) {
      left -= item.weight
      if (left < 0) return item
    }
    return of(list)
  }
  function of<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to choose from')
    return list[below(list.length)] as T
  }
  return { below, between: (low, high) => low + below(high - low + 1), once: n => below(n) === 0, of, weighted }
}
