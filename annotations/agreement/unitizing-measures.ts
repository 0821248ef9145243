import type { Kind } from '../model/annotation'
import { kinds } from '../model/annotation'
import type { TextRange } from '../model/revision'
import { tallyOf } from './figure'
import type { LayerCoding, LayerDocument } from './layer-document'
import { type Compared, type Counts, documentsIn, jointMeasure, type Measure } from './measure'
import { joinOverlapping } from './spans'
import type { AgreementCase } from './study'
import { coincidenceWidth, cuAlpha, UnitizingFigure, uAlpha, unitCoincidences, type ValuedUnit } from './unitizing'
import { stretchesOf } from './units'

/**
 * Alpha for unitizing of a layer, over the documents that all annotators did. The units of an annotator are their
 * segments, overlapping ones made one; segments that touch stay apart, as in the examples of 1995. In a layer a unit has
 * one value, so that cu-alpha, which compares values, is undefined: see `kindUnitizing`.
 */
export function unitizingMeasures(documents: readonly LayerDocument[], annotators: number): readonly Measure[] {
  const continua = documents.map(document => {
    const codings = allOf(document, annotators)
    return codings && { length: document.document.text.length, units: codings.map(({ covers }) => covers) }
  })
  const figure = new UnitizingFigure(continua, annotators)
  const alphaU: Measure = {
    id: 'alphaU',
    figure,
    counts: weights => ({
      ...countUnits(documents, annotators, weights),
      documents: documentsIn(continua, weights),
    }),
    cases: () => documents.flatMap(document => unitizingCases(document, allOf(document, annotators))),
  }
  const valued = documents.map(document => {
    const codings = allOf(document, annotators)
    const units = codings?.map(({ covers }) => covers.map(cover => ({ ...cover, value: 1 })))
    return units && coincidencesOf(document, units, 2, () => unitizingCases(document, codings))
  })
  return [alphaU, ...coincidenceMeasures(valued, 2)]
}

/**
 * u-alpha and cu-alpha with kinds as values. Where annotations of several kinds lie over one another, the value is the
 * set of these kinds, and a unit ends where that set changes.
 */
export function kindUnitizing(documents: readonly LayerDocument[], annotators: number): readonly Measure[] {
  const size = 2 ** kinds.length
  const valued = documents.map(document => {
    const codings = allOf(document, annotators)
    const units = codings?.map(coding => unitsByKind(coding, document.document.text.length))
    return units && coincidencesOf(document, units, size, () => unitizingCases(document, codings))
  })
  return coincidenceMeasures(valued, size)
}

function coincidenceMeasures(valued: readonly (Compared | undefined)[], size: number): readonly Measure[] {
  const width = coincidenceWidth(size)
  const counts = (sums: Float64Array): Counts => {
    let [total, same, gaps] = [0, 0, 0]
    for (let c = 0; c < size; c += 1) {
      for (let k = 0; k < size; k += 1) {
        const length = sums[c * size + k] ?? 0
        total += length
        if (c === k && c > 0) same += length
        if (c === 0 && k === 0) gaps += length
      }
    }
    return { values: total, sameValue: same, bothGap: gaps, differ: total - same - gaps, leftOut: sums[width] ?? 0 }
  }
  return [
    jointMeasure('uAlpha', valued, { width: width + 1, value: sums => uAlpha(sums, size), counts }),
    jointMeasure('cuAlpha', valued, { width: width + 1, value: sums => cuAlpha(sums, size), counts }),
  ]
}

function coincidencesOf(
  document: LayerDocument,
  units: readonly (readonly ValuedUnit[])[],
  size: number,
  cases: () => readonly AgreementCase[],
): Compared {
  const sums = unitCoincidences(document.document.text.length, units, size)
  return { tally: tallyOf([...sums, leftOutIn(document)]), cases }
}

/** The codings of a document that all annotators did. */
function allOf({ codings }: LayerDocument, annotators: number): readonly LayerCoding[] | undefined {
  const there = codings.flatMap(coding => coding ?? [])
  return there.length === annotators ? there : undefined
}

function leftOutIn({ codings }: LayerDocument): number {
  return codings.reduce((sum, coding) => sum + (coding?.leftOut ?? 0), 0)
}

function countUnits(documents: readonly LayerDocument[], annotators: number, weights: ArrayLike<number>): Counts {
  let [units, length, leftOut] = [0, 0, 0]
  for (const [at, document] of documents.entries()) {
    const weight = weights[at] ?? 0
    const codings = weight === 0 ? undefined : allOf(document, annotators)
    if (codings === undefined) continue
    units += weight * codings.reduce((sum, { covers }) => sum + covers.length, 0)
    length += weight * document.document.text.length
    leftOut += weight * leftOutIn(document)
  }
  return { units, length, leftOut }
}

/** A case for each place where units of anybody lie over one another or alone: from the first start to the last end. */
function unitizingCases(
  { document }: LayerDocument,
  codings: readonly LayerCoding[] | undefined,
): readonly AgreementCase[] {
  if (codings === undefined) return []
  const places = joinOverlapping(codings.flatMap(({ covers }) => covers))
  return places.map(place => {
    const own = codings.map(({ covers }) => within(covers, place))
    const shape = own.map(covers => covers.map(({ start, end }) => `${start}-${end}`).join(' '))
    return {
      document: document.id,
      ...place,
      agrees: new Set(shape).size === 1,
      annotators: codings.map((_, annotator) => annotator),
      annotations: codings.map(({ spans }) => [...new Set(within(spans, place).flatMap(span => span.annotations))]),
    }
  })
}

function within<R extends TextRange>(ranges: readonly R[], place: TextRange): readonly R[] {
  return ranges.filter(({ start, end }) => start < place.end && end > place.start)
}

/** An annotator's content in pieces of one set of kinds each: bit n of the value stands for the n-th kind. */
function unitsByKind({ annotations }: LayerCoding, length: number): readonly ValuedUnit[] {
  const byKind = new Map<Kind, TextRange[]>()
  for (const { kind, content } of annotations) byKind.set(kind, [...(byKind.get(kind) ?? []), ...content])
  const covers = kinds.map(kind => joinOverlapping(byKind.get(kind) ?? []))
  return stretchesOf(length, covers).flatMap(({ start, end, covered }) => {
    const value = covered.reduce<number>((sum, one, bit) => sum + (one << bit), 0)
    return value === 0 ? [] : [{ start, end, value }]
  })
}
