import type { TextRange } from '../model/revision'
import { alphaNominal, cohenKappa, f1, fleissKappa } from './coefficients'
import { tallyOf } from './figure'
import type { LayerCoding, LayerDocument } from './layer-document'
import { type Compared, type Counts, jointMeasure, type Measure, type MeasureId, type Reading } from './measure'
import type { PairRule } from './span-measures'
import type { AgreementCase } from './study'
import { stretchesOf } from './units'

type UnitName = 'tokens' | 'paragraphs'

/** Cells of the table of two annotators: neither, only the second, only the first, both; then what was left out. */
const fourfold = {
  width: 5,
  counts: ([neither = 0, onlyB = 0, onlyA = 0, both = 0, leftOut = 0]: Float64Array): Counts => ({
    both,
    onlyA,
    onlyB,
    neither,
    units: neither + onlyA + onlyB + both,
    leftOut,
  }),
}

/** F1 and Cohen's kappa over units that carry the layer or not; a unit carries it when it shares a character with it. */
export const unitRules: readonly PairRule[] = [
  unitRule('tokenF1', 'tokens', ([, onlyB = 0, onlyA = 0, both = 0]) => f1(both, both + onlyA, both + onlyB)),
  unitRule('tokenKappaCohen', 'tokens', sums => cohenKappa(sums, 2)),
  unitRule('paragraphKappaCohen', 'paragraphs', sums => cohenKappa(sums, 2)),
]

function unitRule(id: MeasureId, unit: UnitName, value: Reading['value']): PairRule {
  return {
    ...fourfold,
    id,
    value,
    compare(document, annotators, a, b) {
      const [first, second] = [a[unit], b[unit]]
      const counts = [0, 0, 0, 0, a.leftOut + b.leftOut]
      for (let at = 0; at < first.length; at += 1) {
        const cell = (first[at] ?? 0) * 2 + (second[at] ?? 0)
        counts[cell] = (counts[cell] ?? 0) + 1
      }
      return {
        tally: tallyOf(counts),
        cases: () => unitCases(document, annotators, [a, b], document[unit], [first, second]),
      }
    },
  }
}

/** Stretches of units in a row that the same annotators mark, without those that nobody marks. */
function unitCases(
  { document }: LayerDocument,
  annotators: readonly number[],
  codings: readonly LayerCoding[],
  units: readonly TextRange[],
  marks: readonly Uint8Array[],
): readonly AgreementCase[] {
  const cases: AgreementCase[] = []
  const whoAt = (at: number) => marks.map(own => own[at] ?? 0).join('')
  for (let at = 0; at < units.length; ) {
    const who = whoAt(at)
    let after = at + 1
    while (after < units.length && whoAt(after) === who) after += 1
    const [start, end] = [units[at]?.start ?? 0, units[after - 1]?.end ?? 0]
    if (who.includes('1')) {
      cases.push({
        document: document.id,
        start,
        end,
        agrees: !who.includes('0'),
        annotators,
        annotations: codings.map(coding => annotationsAt(coding, start, end)),
      })
    }
    at = after
  }
  return cases
}

function annotationsAt({ spans }: LayerCoding, start: number, end: number): readonly string[] {
  return [...new Set(spans.flatMap(span => (span.start < end && span.end > start ? span.annotations : [])))]
}

/** How many units have `raters` values, `marked` of them 1: the cell `raters * (annotators + 1) + marked`. */
function histogramWidth(annotators: number): number {
  return (annotators + 1) ** 2
}

/** Krippendorff's alpha of a histogram of binary units. */
function alphaOfHistogram(histogram: Float64Array, annotators: number) {
  const cells = new Float64Array(4)
  for (let raters = 2; raters <= annotators; raters += 1) {
    for (let marked = 0; marked <= raters; marked += 1) {
      const share = (histogram[raters * (annotators + 1) + marked] ?? 0) / (raters - 1)
      const not = raters - marked
      cells[0] = (cells[0] ?? 0) + share * not * (not - 1)
      cells[1] = (cells[1] ?? 0) + share * not * marked
      cells[2] = (cells[2] ?? 0) + share * not * marked
      cells[3] = (cells[3] ?? 0) + share * marked * (marked - 1)
    }
  }
  return alphaNominal(cells, 2)
}

/** Fleiss' kappa of the units of a histogram that all annotators have. */
function fleissOfHistogram(histogram: Float64Array, annotators: number) {
  let units = 0
  let squares = 0
  let ones = 0
  for (let marked = 0; marked <= annotators; marked += 1) {
    const count = histogram[annotators * (annotators + 1) + marked] ?? 0
    units += count
    squares += count * (marked ** 2 + (annotators - marked) ** 2)
    ones += count * marked
  }
  return fleissKappa({ units, raters: annotators, squares, totals: [units * annotators - ones, ones] })
}

/** Units that all annotators of a unit mark, that none does, and that some do; with fewer than `least` values apart. */
function histogramCounts(histogram: Float64Array, annotators: number, least: number): Counts {
  const counts = { units: 0, all: 0, some: 0, none: 0, leftOutUnits: 0, leftOut: histogram[(annotators + 1) ** 2] ?? 0 }
  for (let raters = 0; raters <= annotators; raters += 1) {
    for (let marked = 0; marked <= raters; marked += 1) {
      const count = histogram[raters * (annotators + 1) + marked] ?? 0
      if (raters < least) counts.leftOutUnits += count
      else counts.units += count
      if (raters >= least) counts[marked === 0 ? 'none' : marked === raters ? 'all' : 'some'] += count
    }
  }
  return counts
}

/** Fleiss' kappa and Krippendorff's alpha of all annotators over tokens, code units and paragraphs. */
export function jointMeasures(documents: readonly LayerDocument[], annotators: number): readonly Measure[] {
  const width = histogramWidth(annotators) + 1
  const tokens = documents.map(document => overUnits(document, 'tokens', annotators))
  const reading = (value: Reading['value'], least: number): Reading => ({
    width,
    value,
    counts: sums => histogramCounts(sums, annotators, least),
  })
  const alpha = reading(sums => alphaOfHistogram(sums, annotators), 2)
  return [
    jointMeasure(
      'tokenKappaFleiss',
      tokens,
      reading(sums => fleissOfHistogram(sums, annotators), annotators),
    ),
    jointMeasure('tokenAlphaNominal', tokens, alpha),
    jointMeasure(
      'charAlphaNominal',
      documents.map(document => overCharacters(document, annotators)),
      alpha,
    ),
    jointMeasure(
      'paragraphAlphaNominal',
      documents.map(document => overUnits(document, 'paragraphs', annotators)),
      alpha,
    ),
  ]
}

function overUnits(document: LayerDocument, unit: UnitName, annotators: number): Compared {
  const { raters, codings, leftOut } = done(document)
  const marks = codings.map(coding => coding[unit])
  const counts = new Float64Array(histogramWidth(annotators) + 1)
  for (let at = 0; at < document[unit].length; at += 1) {
    const cell = raters.length * (annotators + 1) + marks.reduce((sum, own) => sum + (own[at] ?? 0), 0)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  counts[histogramWidth(annotators)] = leftOut
  return { tally: tallyOf(counts), cases: () => unitCases(document, raters, codings, document[unit], marks) }
}

function overCharacters(document: LayerDocument, annotators: number): Compared {
  const { raters, codings, leftOut } = done(document)
  const covers = codings.map(coding => coding.covers)
  const stretches = stretchesOf(document.document.text.length, covers)
  const counts = new Float64Array(histogramWidth(annotators) + 1)
  for (const { start, end, covered } of stretches) {
    const cell = raters.length * (annotators + 1) + covered.reduce<number>((sum, one) => sum + one, 0)
    counts[cell] = (counts[cell] ?? 0) + end - start
  }
  counts[histogramWidth(annotators)] = leftOut
  const marks = covers.map((_, i) => Uint8Array.from(stretches, ({ covered }) => covered[i] ?? 0))
  return { tally: tallyOf(counts), cases: () => unitCases(document, raters, codings, stretches, marks) }
}

/** The annotators who did a document, by their places, and what they have there. */
export function done({ codings }: LayerDocument) {
  const raters: number[] = []
  const there: LayerCoding[] = []
  for (const [annotator, coding] of codings.entries()) {
    if (coding === undefined) continue
    raters.push(annotator)
    there.push(coding)
  }
  return { raters, codings: there, leftOut: there.reduce((sum, { leftOut }) => sum + leftOut, 0) }
}
