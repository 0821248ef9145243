import type { AnnotationId } from '../model/ids'
import type { TextRange } from '../model/revision'
import { type CodedAnnotation, compareCoded, endOf, startOf } from './coded-annotation'
import { f1, harmonic } from './coefficients'
import { tallyOf } from './figure'
import type { LayerCoding, LayerDocument } from './layer-document'
import { type Compared, type MeasureId, named, type Reading } from './measure'
import { type Pairing, pairAnnotations } from './pair-annotations'
import { matchAny, matchExact, matchOneToOne, type Span, type SpanMatches, trimSpans } from './spans'
import type { AgreementCase, AnnotatorPair } from './study'

/** A measure of two annotators: how a document is compared, and what the sums say. */
export interface PairRule extends Reading {
  readonly id: MeasureId
  compare(document: LayerDocument, annotators: AnnotatorPair, a: LayerCoding, b: LayerCoding): Compared
}

const oneToOne: Reading = {
  width: 4,
  value: ([matched = 0, onlyA = 0, onlyB = 0]) => f1(matched, matched + onlyA, matched + onlyB),
  counts: named('matched', 'onlyA', 'onlyB', 'leftOut'),
}

const withTrimmed: Reading = {
  ...oneToOne,
  width: 5,
  counts: named('matched', 'onlyA', 'onlyB', 'leftOut', 'withoutWords'),
}

const manyToMany: Reading = {
  width: 5,
  value: ([matchedA = 0, matchedB = 0, onlyA = 0, onlyB = 0]) =>
    harmonic(matchedA, matchedA + onlyA, matchedB, matchedB + onlyB),
  counts: named('matchedA', 'matchedB', 'onlyA', 'onlyB', 'leftOut'),
}

/**
 * F1 of segments and of whole annotations. Segments of one annotator with the same start and end count once.
 * Exact: same start and end. Trimmed: after signs at both ends were cut off. OverlapAny: precision and recall over
 * segments that share a character with any of the other's. Overlap, Jaccard50: 2M / (A + B), M a maximum one-to-one
 * matching of segments that share a character, or have a Jaccard index of at least 1/2. Of annotations: with the same
 * list of segments, as multisets; and paired by `pairAnnotations`.
 */
export const spanRules: readonly PairRule[] = [
  spanRule('spanF1Exact', oneToOne, (a, b) => matchExact(a, b)),
  {
    ...withTrimmed,
    id: 'spanF1ExactTrimmed',
    compare(document, annotators, a, b) {
      const { text } = document.document
      const [first, second] = [trimSpans(a.spans, text), trimSpans(b.spans, text)]
      const matches = matchExact(first, second)
      const without = wordless(a.spans, text) + wordless(b.spans, text)
      return comparedSpans(document, annotators, matches, [...countsOf(matches), a.leftOut + b.leftOut, without])
    },
  },
  {
    ...manyToMany,
    id: 'spanF1OverlapAny',
    compare(document, annotators, a, b) {
      const matches = matchAny(a.spans, b.spans)
      const { onlyA, onlyB } = matches
      const [matchedA, matchedB] = [a.spans.length - onlyA.length, b.spans.length - onlyB.length]
      const counts = [matchedA, matchedB, onlyA.length, onlyB.length, a.leftOut + b.leftOut]
      return comparedSpans(document, annotators, matches, counts)
    },
  },
  spanRule('spanF1Overlap', oneToOne, (a, b) => matchOneToOne(a, b, 0)),
  spanRule('spanF1Jaccard50', oneToOne, (a, b) => matchOneToOne(a, b, 50)),
  annotationRule('annotationF1Exact', pairSame),
  annotationRule('annotationF1Jaccard50', pairAnnotations),
]

function spanRule(
  id: MeasureId,
  reading: Reading,
  match: (a: readonly Span[], b: readonly Span[]) => SpanMatches,
): PairRule {
  return {
    ...reading,
    id,
    compare(document, annotators, a, b) {
      const matches = match(a.spans, b.spans)
      return comparedSpans(document, annotators, matches, [...countsOf(matches), a.leftOut + b.leftOut])
    },
  }
}

function annotationRule(
  id: MeasureId,
  pair: (a: readonly CodedAnnotation[], b: readonly CodedAnnotation[]) => Pairing,
): PairRule {
  return {
    ...oneToOne,
    id,
    compare({ document }, annotators, a, b) {
      const { pairs, onlyA, onlyB } = pair(a.annotations, b.annotations)
      return {
        tally: tallyOf([pairs.length, onlyA.length, onlyB.length, a.leftOut + b.leftOut]),
        cases: () =>
          inTextOrder([
            ...pairs.map(([one, other]) => pairCase(document.id, annotators, [[one], [other]], true)),
            ...onlyA.map(one => pairCase(document.id, annotators, [[one], []], false)),
            ...onlyB.map(one => pairCase(document.id, annotators, [[], [one]], false)),
          ]),
      }
    },
  }
}

function countsOf({ pairs, onlyA, onlyB }: SpanMatches): number[] {
  return [pairs.length, onlyA.length, onlyB.length]
}

function wordless(spans: readonly Span[], text: string): number {
  return spans.filter(({ start, end }) => !/[\p{L}\p{N}]/u.test(text.slice(start, end))).length
}

function comparedSpans(
  { document }: LayerDocument,
  annotators: AnnotatorPair,
  { pairs, onlyA, onlyB }: SpanMatches,
  counts: readonly number[],
): Compared {
  const found = (places: readonly Span[], a: readonly AnnotationId[], b: readonly AnnotationId[]): AgreementCase => ({
    document: document.id,
    ...hullOf(places),
    agrees: places.length === 2,
    annotators,
    annotations: [a, b],
  })
  return {
    tally: tallyOf(counts),
    cases: () =>
      inTextOrder([
        ...pairs.map(([one, other]) => found([one, other], one.annotations, other.annotations)),
        ...onlyA.map(one => found([one], one.annotations, [])),
        ...onlyB.map(one => found([one], [], one.annotations)),
      ]),
  }
}

/** Annotations with the same list of segments, one to one: as many of a list as both sides have. */
function pairSame(a: readonly CodedAnnotation[], b: readonly CodedAnnotation[]): Pairing {
  const waiting = new Map<string, CodedAnnotation[]>()
  for (const one of [...b].sort(compareCoded)) {
    const key = placesOf(one)
    waiting.set(key, [...(waiting.get(key) ?? []), one])
  }
  const pairs: (readonly [CodedAnnotation, CodedAnnotation])[] = []
  const onlyA: CodedAnnotation[] = []
  for (const one of [...a].sort(compareCoded)) {
    const other = waiting.get(placesOf(one))?.shift()
    if (other === undefined) onlyA.push(one)
    else pairs.push([one, other])
  }
  return { pairs, onlyA, onlyB: [...waiting.values()].flat() }
}

function placesOf({ content }: CodedAnnotation): string {
  return content.map(({ start, end }) => `${start}-${end}`).join(' ')
}

/** A case of annotations of two annotators; at least one is there. */
export function pairCase(
  document: string,
  annotators: readonly number[],
  annotations: readonly (readonly CodedAnnotation[])[],
  agrees: boolean,
  labels?: readonly string[],
): AgreementCase {
  const places = annotations.flat().map(one => ({ start: startOf(one), end: endOf(one) }))
  return {
    document,
    ...hullOf(places),
    agrees,
    annotators,
    annotations: annotations.map(list => list.map(({ id }) => id)),
    ...(labels === undefined ? {} : { labels }),
  }
}

/** From the first start to the last end. */
export function hullOf(places: readonly TextRange[]): TextRange {
  return {
    start: places.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: places.reduce((most, { end }) => Math.max(most, end), 0),
  }
}

export function inTextOrder(cases: readonly AgreementCase[]): readonly AgreementCase[] {
  return [...cases].sort((a, b) => a.start - b.start || a.end - b.end)
}
