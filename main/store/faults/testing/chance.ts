/** Whole numbers from 0 up to `limit`, which is not among them. */
export type Chance = (limit: number) => number

/** The same numbers for the same seed, by shifts and exclusive or of 32 bits. */
export function chanceFrom(seed: number): Chance {
  let state = (seed ^ 0x2545f491) | 1
  return limit => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}
