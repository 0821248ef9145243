import type { Value } from './coefficients'
import { type Figure, MeanFigure, SumFigure, type Tally } from './figure'
import type { AgreementCase, AnnotatorPair } from './study'

/** The measures of places, of labels and of speakers, by the ids under which they are written. */
export const measureIds = [
  'spanF1Exact',
  'spanF1ExactTrimmed',
  'spanF1OverlapAny',
  'spanF1Overlap',
  'spanF1Jaccard50',
  'annotationF1Exact',
  'annotationF1Jaccard50',
  'tokenF1',
  'tokenKappaCohen',
  'tokenKappaFleiss',
  'tokenAlphaNominal',
  'charAlphaNominal',
  'paragraphKappaCohen',
  'paragraphAlphaNominal',
  'alphaU',
  'uAlpha',
  'cuAlpha',
  'speakerAgreementSource',
  'speakerAgreementResolved',
  'labelKappaCohen',
  'labelAlphaNominal',
] as const
export type MeasureId = (typeof measureIds)[number]

/** The numbers that a figure was made from, by name. */
export type Counts = Readonly<Record<string, number>>

/** A figure of two annotators. */
export interface PairMeasure {
  readonly annotators: AnnotatorPair
  readonly figure: Figure
  /** By document, what is compared; `undefined` where one of the two did not do it. */
  readonly compared: readonly (Compared | undefined)[]
  counts(weights: ArrayLike<number>): Counts
  /** The places that were compared, in the order of documents and text. */
  cases(): readonly AgreementCase[]
}

/** A measure of one layer: of all annotators together, or of every pair of them. */
export interface Measure {
  readonly id: MeasureId
  /** Of several pairs their mean. */
  readonly figure: Figure
  /** Of a measure of pairs, every pair; absent where all annotators are compared together. */
  readonly pairs?: readonly PairMeasure[]
  counts(weights: ArrayLike<number>): Counts
  cases(): readonly AgreementCase[]
}

/** What two annotators' codings of one document come to. */
export interface Compared {
  readonly tally: Tally
  /** Made when asked for. */
  cases(): readonly AgreementCase[]
}

/** How sums become a value and counts. */
export interface Reading {
  readonly width: number
  readonly value: (sums: Float64Array) => Value
  readonly counts: (sums: Float64Array) => Counts
}

/** `compared`: by document; `undefined` where one of the two did not do it. */
export function pairMeasure(
  annotators: AnnotatorPair,
  compared: readonly (Compared | undefined)[],
  { width, value, counts }: Reading,
): PairMeasure {
  const figure = new SumFigure(
    compared.map(document => document?.tally),
    width,
    value,
  )
  return {
    annotators,
    figure,
    compared,
    counts: weights => ({ ...counts(figure.sums(weights)), documents: documentsIn(compared, weights) }),
    cases: () => compared.flatMap(document => document?.cases() ?? []),
  }
}

/** The measure of all pairs: their mean, and the sums of their counts; of documents those that some pair has. */
export function measureOfPairs(id: MeasureId, pairs: readonly PairMeasure[]): Measure {
  const [only, ...others] = pairs
  if (only !== undefined && others.length === 0) {
    return { id, figure: only.figure, pairs, counts: only.counts, cases: only.cases }
  }
  const byAny = (pairs[0]?.compared ?? []).map((_, at) => pairs.find(({ compared }) => compared[at] !== undefined))
  return {
    id,
    figure: new MeanFigure(pairs.map(({ figure }) => figure)),
    pairs,
    counts: weights => ({
      ...addCounts(pairs.map(pair => pair.counts(weights))),
      documents: documentsIn(byAny, weights),
    }),
    cases: () => pairs.flatMap(pair => pair.cases()),
  }
}

/** A measure of all annotators together. `compared`: by document; `undefined` where it cannot be compared. */
export function jointMeasure(
  id: MeasureId,
  compared: readonly (Compared | undefined)[],
  { width, value, counts }: Reading,
): Measure {
  const figure = new SumFigure(
    compared.map(document => document?.tally),
    width,
    value,
  )
  return {
    id,
    figure,
    counts: weights => ({ ...counts(figure.sums(weights)), documents: documentsIn(compared, weights) }),
    cases: () => compared.flatMap(document => document?.cases() ?? []),
  }
}

/** How many of the chosen documents are compared. */
export function documentsIn(compared: readonly unknown[], weights: ArrayLike<number>): number {
  return compared.reduce<number>((sum, one, document) => sum + (one === undefined ? 0 : (weights[document] ?? 0)), 0)
}

function addCounts(all: readonly Counts[]): Counts {
  const sums: Record<string, number> = {}
  for (const counts of all) for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count
  return sums
}

/** The counts of the sums in order. */
export function named(...names: readonly string[]): (sums: Float64Array) => Counts {
  return sums => Object.fromEntries(names.map((name, cell) => [name, sums[cell] ?? 0]))
}
