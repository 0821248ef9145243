/**
 * Why a figure has no value. `no-units`: there is nothing to compare. `no-variation`: everything that was compared has
 * one value, so that agreement by chance is total and a coefficient would be 0/0. `no-chance`: so little was compared
 * that what chance would give cannot be told.
 */
export type Undefined = 'no-units' | 'no-variation' | 'no-chance'

/** A figure, at most 1, or why there is none. Never NaN. */
export type Value = number | Undefined

/** Rows and columns of a square table, row by row. */
export type Table = ArrayLike<number>

/** `2 matched / (a + b)`, 0 to 1: the harmonic mean of precision and recall (van Rijsbergen 1979). */
export function f1(matched: number, a: number, b: number): Value {
  return a + b === 0 ? 'no-units' : (2 * matched) / (a + b)
}

/**
 * The harmonic mean of precision `matchedA / a` and recall `matchedB / b`, 0 to 1, for matches that are not one to one.
 * 0 where nothing matches, also where one side has no unit.
 */
export function harmonic(matchedA: number, a: number, matchedB: number, b: number): Value {
  if (a + b === 0) return 'no-units'
  if (matchedA === 0 || matchedB === 0) return 0
  const [precision, recall] = [matchedA / a, matchedB / b]
  return (2 * precision * recall) / (precision + recall)
}

/**
 * Cohen's kappa of two annotators, -1 to 1 (Cohen 1960): (Po - Pe) / (1 - Pe), Pe from each annotator's own shares.
 * `cells[i * size + j]`: units that the first gave label i and the second label j.
 */
export function cohenKappa(cells: Table, size: number): Value {
  const [rows, columns] = [new Float64Array(size), new Float64Array(size)]
  let same = 0
  let n = 0
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const count = cells[i * size + j] ?? 0
      rows[i] = (rows[i] ?? 0) + count
      columns[j] = (columns[j] ?? 0) + count
      n += count
      if (i === j) same += count
    }
  }
  if (n === 0) return 'no-units'
  let chance = 0
  for (let i = 0; i < size; i += 1) chance += (rows[i] ?? 0) * (columns[i] ?? 0)
  return n * n === chance ? 'no-variation' : (n * same - chance) / (n * n - chance)
}

/** What Fleiss' kappa is made from: `units` with `raters` values each, over units the sum of the squares of how many gave a label, and how often each label was given. */
export interface FleissSums {
  readonly units: number
  readonly raters: number
  readonly squares: number
  readonly totals: ArrayLike<number>
}

/** Fleiss' kappa, at most 1 (Fleiss 1971): (P - Pe) / (1 - Pe), P the mean share of pairs of values that are the same. */
export function fleissKappa({ units, raters, squares, totals }: FleissSums): Value {
  if (units === 0 || raters < 2) return 'no-units'
  const values = units * raters
  const agreed = (squares - values) / (values * (raters - 1))
  let chance = 0
  for (let j = 0; j < totals.length; j += 1) chance += (totals[j] ?? 0) ** 2
  if (chance === values * values) return 'no-variation'
  const expected = chance / (values * values)
  return (agreed - expected) / (1 - expected)
}

/**
 * Krippendorff's alpha for nominal data, at most 1 (Krippendorff 2011): 1 - Do / De, from a table of coincidences:
 * `cells[c * size + k]` is the sum over units of ordered pairs of values c and k of different annotators, divided by
 * one less than the unit's number of values. Units with fewer than two values are in no pair.
 */
export function alphaNominal(cells: Table, size: number): Value {
  let n = 0
  let same = 0
  let squares = 0
  for (let c = 0; c < size; c += 1) {
    let total = 0
    for (let k = 0; k < size; k += 1) total += cells[c * size + k] ?? 0
    n += total
    squares += total * total
    same += cells[c * size + c] ?? 0
  }
  if (n === 0) return 'no-units'
  const expected = n * n - squares
  return isNothing(expected, n * n) ? 'no-variation' : 1 - ((n - 1) * (n - same)) / expected
}

/** The coincidences of units: each a list of the values that it was given, from 0 to `size - 1`. */
export function coincidences(units: readonly (readonly number[])[], size: number): Float64Array {
  const cells = new Float64Array(size * size)
  for (const values of units) {
    for (const [i, c] of values.entries()) {
      for (const [j, k] of values.entries()) {
        if (i !== j) cells[c * size + k] = (cells[c * size + k] ?? 0) + 1 / (values.length - 1)
      }
    }
  }
  return cells
}

/** True for a difference of sums of fractions that is 0 but for rounding. */
export function isNothing(difference: number, of: number): boolean {
  return Math.abs(difference) <= 1e-12 * Math.abs(of)
}
