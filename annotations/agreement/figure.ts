import type { Value } from './coefficients'

/**
 * What a figure is made from, document by document, so that documents can be pooled: sums first, then one ratio.
 * `weights[d]` says how often document d is taken: 1 or 0 for a choice, more in a bootstrap.
 */
export interface Figure {
  pool(weights: ArrayLike<number>): Value
}

/** Counts of one document that are not 0: which, and how many. */
export interface Tally {
  readonly cells: readonly number[]
  readonly counts: readonly number[]
}

/** The counts of one document as a tally. */
export function tallyOf(counts: ArrayLike<number>): Tally {
  const cells: number[] = []
  const found: number[] = []
  for (let cell = 0; cell < counts.length; cell += 1) {
    const count = counts[cell] ?? 0
    if (count === 0) continue
    cells.push(cell)
    found.push(count)
  }
  return { cells, counts: found }
}

/** Sums of the tallies of documents, each taken as often as its weight says. A document without one is not compared. */
export function sumTallies(
  tallies: readonly (Tally | undefined)[],
  width: number,
  weights: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(width)
  for (let document = 0; document < tallies.length; document += 1) {
    const weight = weights[document] ?? 0
    const tally = tallies[document]
    if (weight === 0 || tally === undefined) continue
    const { cells, counts } = tally
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] ?? 0
      sums[cell] = (sums[cell] ?? 0) + weight * (counts[i] ?? 0)
    }
  }
  return sums
}

/** A figure of sums over documents. */
export class SumFigure implements Figure {
  readonly #tallies: readonly (Tally | undefined)[]
  readonly #width: number
  readonly #value: (sums: Float64Array) => Value

  /** `width`: how many counts there are; `value`: the ratio that is made of their sums. */
  constructor(tallies: readonly (Tally | undefined)[], width: number, value: (sums: Float64Array) => Value) {
    this.#tallies = tallies
    this.#width = width
    this.#value = value
  }

  pool(weights: ArrayLike<number>): Value {
    return this.#value(this.sums(weights))
  }

  sums(weights: ArrayLike<number>): Float64Array {
    return sumTallies(this.#tallies, this.#width, weights)
  }
}

/** The arithmetic mean of the figures of several pairs of annotators, of those that are defined. */
export class MeanFigure implements Figure {
  readonly #figures: readonly Figure[]

  constructor(figures: readonly Figure[]) {
    this.#figures = figures
  }

  pool(weights: ArrayLike<number>): Value {
    return meanOf(this.#figures.map(figure => figure.pool(weights)))
  }
}

/** The mean of the values that are numbers; where none is, why the first is none. */
export function meanOf(values: readonly Value[]): Value {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (typeof value !== 'number') continue
    sum += value
    count += 1
  }
  return count > 0 ? sum / count : (values[0] ?? 'no-units')
}
