import type { TextRange } from '../model/revision'
import { isNothing, type Value } from './coefficients'
import type { Figure } from './figure'

/** One document as a continuum: by annotator their units, sorted and disjoint; units that touch are units of their own. */
export interface Continuum {
  readonly length: number
  readonly units: readonly (readonly TextRange[])[]
}

/** What alpha-U is made from, of one document. Sums over the units of all annotators; l is the length of one. */
interface UnitSums {
  /** Annotators times length. */
  readonly values: number
  /** Squared distances of all pairs of annotators. */
  readonly distance: number
  readonly count: number
  /** Sum of l (l - 1). */
  readonly squares: number
  /** Sum of l (l - 1) (2 l - 1) / 3. */
  readonly cubes: number
  readonly lengths: readonly number[]
  readonly gaps: readonly number[]
}

/**
 * Krippendorff's alpha for unitizing, at most 1 (Krippendorff 1995; 2004, ch. 12, one category): 1 - Do / De. Do
 * compares every two annotators' units and gaps: (difference of starts)² + (difference of ends)² where two units
 * overlap, l² where a unit lies in a gap of the other. De is that of all ways to lay the units into the continuum. Several
 * documents are one continuum, laid end to end; a gap ends with its document. All must have the same annotators.
 */
export class UnitizingFigure implements Figure {
  readonly #sums: readonly (UnitSums | undefined)[]
  readonly #annotators: number
  /** `#meetings[d * n + e]`: units of d against the gaps of e, the sum of l² (g - l + 1) where l <= g. */
  readonly #meetings: Float64Array

  constructor(documents: readonly (Continuum | undefined)[], annotators: number) {
    this.#annotators = annotators
    this.#sums = documents.map(document => (document === undefined ? undefined : sumsOf(document)))
    const count = documents.length
    this.#meetings = new Float64Array(count * count)
    for (const [d, own] of this.#sums.entries()) {
      if (own === undefined || own.count === 0) continue
      for (const [e, other] of this.#sums.entries()) {
        if (other !== undefined) this.#meetings[d * count + e] = meetings(own.lengths, other.gaps)
      }
    }
  }

  pool(weights: ArrayLike<number>): Value {
    let values = 0
    let distance = 0
    let units = 0
    let squares = 0
    let cubes = 0
    let inGaps = 0
    const count = this.#sums.length
    for (let d = 0; d < count; d += 1) {
      const weight = weights[d] ?? 0
      const sums = this.#sums[d]
      if (weight === 0 || sums === undefined) continue
      values += weight * sums.values
      distance += weight * sums.distance
      units += weight * sums.count
      squares += weight * sums.squares
      cubes += weight * sums.cubes
      if (sums.count === 0) continue
      for (let e = 0; e < count; e += 1) {
        inGaps += weight * (weights[e] ?? 0) * (this.#meetings[d * count + e] ?? 0)
      }
    }
    if (units === 0) return 'no-units'
    const expected = (units - 1) * cubes + inGaps
    if (expected === 0) return 'no-variation'
    return 1 - (distance * (values * (values - 1) - squares)) / ((this.#annotators - 1) * values * expected)
  }
}

function sumsOf({ length, units }: Continuum): UnitSums {
  const lengths = units.flatMap(own => own.map(({ start, end }) => end - start))
  const sum = (of: (l: number) => number) => lengths.reduce((total, l) => total + of(l), 0)
  let distance = 0
  for (let i = 0; i < units.length; i += 1) {
    for (let j = i + 1; j < units.length; j += 1) distance += distanceOf(units[i] ?? [], units[j] ?? [])
  }
  return {
    values: units.length * length,
    distance,
    count: lengths.length,
    squares: sum(l => l * (l - 1)),
    cubes: sum(l => (l * (l - 1) * (2 * l - 1)) / 3),
    lengths,
    gaps: units.flatMap(own => gapsOf(own, length)),
  }
}

/** Lengths of what lies between units, before the first and after the last; none where units touch. */
function gapsOf(units: readonly TextRange[], length: number): number[] {
  const gaps: number[] = []
  let at = 0
  for (const { start, end } of units) {
    if (start > at) gaps.push(start - at)
    at = end
  }
  if (length > at) gaps.push(length - at)
  return gaps
}

/** The squared distance of two annotators' units over one continuum. */
export function distanceOf(a: readonly TextRange[], b: readonly TextRange[]): number {
  let distance = 0
  const meets = new Set<TextRange>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) break
    if (one.start < other.end && other.start < one.end) {
      distance += (one.start - other.start) ** 2 + (one.end - other.end) ** 2
      meets.add(one).add(other)
    }
    if (one.end < other.end) i += 1
    else j += 1
  }
  for (const unit of [...a, ...b]) if (!meets.has(unit)) distance += (unit.end - unit.start) ** 2
  return distance
}

function meetings(lengths: readonly number[], gaps: readonly number[]): number {
  let sum = 0
  for (const l of lengths) for (const gap of gaps) if (gap >= l) sum += l * l * (gap - l + 1)
  return sum
}

/** A piece of a continuum with its value, from 1; what has none is a gap. */
export interface ValuedUnit extends TextRange {
  readonly value: number
}

/** Where the sums of the coefficients of 2016 stand; `size`: how many values there are, the gap counted. */
function places(size: number) {
  return { own: size * size, paired: size * size + size, width: size * size + 2 * size }
}

/** How many sums `unitCoincidences` gives. */
export function coincidenceWidth(size: number): number {
  return places(size).width
}

/**
 * What the coefficients of 2016 are made from, of one document: lengths of intersections of every two annotators' pieces
 * by their values (eq. 1), then by value the corrections that keep a piece from being paired with itself: the sum of
 * the squared lengths of units, of gaps the sum of lengths (eq. 4), and the sum of the squared lengths that a unit
 * shares with the units of another annotator (eq. 10).
 */
export function unitCoincidences(length: number, units: readonly (readonly ValuedUnit[])[], size: number) {
  const { own, paired, width } = places(size)
  const sums = new Float64Array(width)
  const add = (cell: number, amount: number) => {
    sums[cell] = (sums[cell] ?? 0) + amount
  }
  const others = units.length - 1
  const whole = units.map(mine => withGaps(mine, length))
  for (const [i, pieces] of whole.entries()) {
    for (const piece of pieces) {
      const l = piece.end - piece.start
      add(own + piece.value, piece.value === 0 ? l : l * l)
    }
    for (const [j, theirs] of whole.entries()) {
      if (i === j) continue
      const shared = new Map<ValuedUnit, number>()
      intersect(pieces, theirs, (piece, other, l) => {
        add(piece.value * size + other.value, l / others)
        if (piece.value > 0 && other.value > 0) shared.set(piece, (shared.get(piece) ?? 0) + l)
      })
      for (const [{ value }, l] of shared) add(paired + value, (l * l) / others)
    }
  }
  return sums
}

function withGaps(units: readonly ValuedUnit[], length: number): readonly ValuedUnit[] {
  const pieces: ValuedUnit[] = []
  let at = 0
  for (const unit of units) {
    if (unit.start > at) pieces.push({ start: at, end: unit.start, value: 0 })
    pieces.push(unit)
    at = unit.end
  }
  if (length > at) pieces.push({ start: at, end: length, value: 0 })
  return pieces
}

function intersect(
  a: readonly ValuedUnit[],
  b: readonly ValuedUnit[],
  meet: (one: ValuedUnit, other: ValuedUnit, length: number) => void,
): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return
    const length = Math.min(one.end, other.end) - Math.max(one.start, other.start)
    if (length > 0) meet(one, other, length)
    if (one.end < other.end) i += 1
    else j += 1
  }
}

/** u-alpha (Krippendorff, Mathet, Bouvry, Widlöcher 2016, eq. 5): units with their values, and gaps. */
export function uAlpha(sums: ArrayLike<number>, size: number): Value {
  const { own } = places(size)
  return alphaOf(sums, size, 0, own)
}

/** cu-alpha (2016, eq. 11): the values of units where units of two annotators intersect. Gaps are not compared. */
export function cuAlpha(sums: ArrayLike<number>, size: number): Value {
  const { paired } = places(size)
  return alphaOf(sums, size, 1, paired)
}

/** 1 - Do / De over the values from `first` on; `corrections`: where their corrections begin. */
function alphaOf(sums: ArrayLike<number>, size: number, first: number, corrections: number): Value {
  let total = 0
  let same = 0
  let chance = 0
  let correction = 0
  for (let c = first; c < size; c += 1) {
    let row = 0
    for (let k = first; k < size; k += 1) row += sums[c * size + k] ?? 0
    total += row
    same += sums[c * size + c] ?? 0
    chance += row * row - (sums[corrections + c] ?? 0)
    correction += sums[corrections + c] ?? 0
  }
  if (total === 0) return 'no-units'
  const pairs = total * total - correction
  // Two of many annotators in one place alone: without pairs of a unit with itself no pair is left to expect.
  if (pairs < 0 || isNothing(pairs, total * total)) return 'no-chance'
  if (isNothing(pairs - chance, total * total)) return 'no-variation'
  return 1 - ((total - same) * pairs) / (total * (pairs - chance))
}
