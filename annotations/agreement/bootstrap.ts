import type { Figure } from './figure'

/** How an interval is made. */
export interface BootstrapOptions {
  readonly rounds: number
  readonly seed: number
}

export const usualBootstrap: BootstrapOptions = { rounds: 1000, seed: 1 }

/** Fewest documents of which an interval says something. */
export const fewestDocuments = 5

/**
 * `few-documents`: fewer than five. `undefined-value`: the figure has no value. `often-undefined`: it has none in more
 * than half of the rounds.
 */
export type NoInterval = 'few-documents' | 'undefined-value' | 'often-undefined'

/** The middle 95 % of the rounds, or why there is none. */
export type Interval = readonly [low: number, high: number] | NoInterval

/**
 * How often each of `count` documents is drawn, for each round: as many as there are, with replacement. The n-th draw
 * is `floor(u * count)` with the n-th number u of the generator, over all rounds in order.
 */
export function drawDocuments(count: number, { rounds, seed }: BootstrapOptions): readonly Uint32Array[] {
  const next = mulberry32(seed)
  return Array.from({ length: rounds }, () => {
    const weights = new Uint32Array(count)
    for (let draw = 0; draw < count; draw += 1) {
      const at = Math.floor(next() * count)
      weights[at] = (weights[at] ?? 0) + 1
    }
    return weights
  })
}

/**
 * The percentile bootstrap over documents (Efron 1979): the 2.5th and 97.5th percentile of the figure over the draws,
 * between neighbours by linear interpolation. Rounds in which the figure is undefined are left out.
 */
export function intervalOf(figure: Figure, draws: readonly Uint32Array[]): Interval {
  const [first] = draws
  if (first === undefined || first.length < fewestDocuments) return 'few-documents'
  if (typeof figure.pool(new Uint32Array(first.length).fill(1)) !== 'number') return 'undefined-value'
  const values = new Float64Array(draws.length)
  let defined = 0
  for (const weights of draws) {
    const value = figure.pool(weights)
    if (typeof value !== 'number') continue
    values[defined] = value
    defined += 1
  }
  if (2 * defined < draws.length) return 'often-undefined'
  const sorted = values.subarray(0, defined).sort()
  return [percentile(sorted, 0.025), percentile(sorted, 0.975)]
}

/** The value below which a share of sorted values lies, interpolated between the two neighbours of `share * (n - 1)`. */
export function percentile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

/** Numbers from 0 up to 1, the same for the same seed on every machine (mulberry32, 32 bits of state, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
