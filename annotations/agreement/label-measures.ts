import type { CodedAnnotation } from './coded-annotation'
import { alphaNominal, cohenKappa } from './coefficients'
import type { LayerDocument } from './layer-document'
import type { UsedTag } from './layers'
import { hasTag } from './layers'
import { type Compared, type Counts, type Measure, measureOfPairs, pairMeasure, type Reading } from './measure'
import { pairAnnotations } from './pair-annotations'
import { inTextOrder, type PairRule, pairCase } from './span-measures'
import { type AnnotatorPair, pairsOf } from './study'

/** A label that paired annotations have. */
export interface LabelRule {
  /** Name of the layer, from `label:` on. */
  readonly name: string
  /** The label as a word; `undefined` for an annotation that has none of this sort, whose pair is left out. */
  readonly label: (annotation: CodedAnnotation) => string | undefined
}

/** What stands for a claim without a type and for a set without a tag. */
export const noLabel = '-'

/**
 * Kind; all tags as one label; each tag, or one below it, as yes or no; of pairs of quotes their type; of pairs of
 * claims their type, `-` where it is open.
 */
export function labelRules(tags: readonly UsedTag[]): readonly LabelRule[] {
  const paths = new Map(tags.map(({ id, path }) => [id, path]))
  const tagsOf = ({ tags: own }: CodedAnnotation) =>
    [...own]
      .map(tag => paths.get(tag) ?? tag)
      .sort()
      .join(', ')
  return [
    { name: 'label:kind', label: ({ kind }) => kind },
    { name: 'label:tags', label: annotation => tagsOf(annotation) || noLabel },
    ...tags.map(tag => ({
      name: `label:tag:${tag.path}`,
      label: (annotation: CodedAnnotation) => (hasTag(annotation, tag) ? 'yes' : 'no'),
    })),
    { name: 'label:quoteType', label: ({ quoteType }) => quoteType },
    {
      name: 'label:claimType',
      label: ({ kind, claimType }) => (kind === 'claim' ? (claimType ?? noLabel) : undefined),
    },
  ]
}

/** The pairs of annotations of each document, by pair of annotators; found once for all labels. */
export type PairedDocuments = readonly {
  readonly annotators: AnnotatorPair
  /** `undefined` where one of the two did not do the document. */
  readonly documents: readonly (readonly (readonly [CodedAnnotation, CodedAnnotation])[] | undefined)[]
}[]

/** Pairs all annotations by `annotationF1Jaccard50`. */
export function pairDocuments(documents: readonly LayerDocument[], annotators: number): PairedDocuments {
  return pairsOf(annotators).map(pair => ({
    annotators: pair,
    documents: documents.map(({ codings }) => {
      const [a, b] = [codings[pair[0]], codings[pair[1]]]
      return a && b && pairAnnotations(a.annotations, b.annotations).pairs
    }),
  }))
}

/**
 * Cohen's kappa and Krippendorff's alpha of a label over paired annotations, for each pair of annotators: boundaries
 * have no say in it but for the pairing.
 */
export function labelMeasures(
  documents: readonly LayerDocument[],
  paired: PairedDocuments,
  rule: LabelRule,
): readonly Measure[] {
  const pairs = paired.map(({ annotators, documents: pairsIn }) => {
    const labels = new Map<string, number>()
    const indexOf = (label: string) => {
      const known = labels.get(label) ?? labels.size
      labels.set(label, known)
      return known
    }
    const found = pairsIn.map(
      (list, at) => list && readLabels(documents[at]?.document.id ?? '', annotators, list, rule),
    )
    for (const one of found) for (const { a, b } of one?.labelled ?? []) indexOf(a) + indexOf(b)
    const size = Math.max(1, labels.size)
    const compared = found.map((one): Compared | undefined => {
      if (one === undefined) return undefined
      const cells = new Map<number, number>()
      for (const { a, b } of one.labelled) {
        const cell = indexOf(a) * size + indexOf(b)
        cells.set(cell, (cells.get(cell) ?? 0) + 1)
      }
      const { unlabelled } = one
      if (unlabelled > 0) cells.set(size * size, unlabelled)
      return { tally: { cells: [...cells.keys()], counts: [...cells.values()] }, cases: one.cases }
    })
    return { annotators, size, compared }
  })
  const measure = (id: 'labelKappaCohen' | 'labelAlphaNominal') =>
    measureOfPairs(
      id,
      pairs.map(({ annotators, size, compared }) =>
        pairMeasure(annotators, compared, {
          width: size * size + 1,
          value: sums =>
            id === 'labelKappaCohen' ? cohenKappa(sums, size) : alphaNominal(inBothOrders(sums, size), size),
          counts: sums => countLabels(sums, size),
        }),
      ),
    )
  return [measure('labelKappaCohen'), measure('labelAlphaNominal')]
}

function readLabels(
  document: string,
  annotators: AnnotatorPair,
  pairs: readonly (readonly [CodedAnnotation, CodedAnnotation])[],
  { label }: LabelRule,
) {
  const labelled = pairs.flatMap(pair => {
    const [a, b] = [label(pair[0]), label(pair[1])]
    return a === undefined || b === undefined ? [] : [{ pair, a, b }]
  })
  return {
    labelled,
    unlabelled: pairs.length - labelled.length,
    cases: () =>
      inTextOrder(
        labelled.map(({ pair, a, b }) => pairCase(document, annotators, [[pair[0]], [pair[1]]], a === b, [a, b])),
      ),
  }
}

/** Two values a unit: each pair of labels is a coincidence in both orders. */
function inBothOrders(cells: Float64Array, size: number): Float64Array {
  const both = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) both[i * size + j] = (cells[i * size + j] ?? 0) + (cells[j * size + i] ?? 0)
  }
  return both
}

function countLabels(sums: Float64Array, size: number): Counts {
  let [units, same] = [0, 0]
  for (let cell = 0; cell < size * size; cell += 1) {
    units += sums[cell] ?? 0
    if (cell % (size + 1) === 0) same += sums[cell] ?? 0
  }
  return { units, same, differ: units - same, withoutLabel: sums[size * size] ?? 0 }
}

const shares: Pick<Reading, 'width' | 'value'> = {
  width: 3,
  value: ([same = 0, differ = 0]) => (same + differ === 0 ? 'no-units' : same / (same + differ)),
}

/**
 * Of quotes that are paired among quotes: the share whose sources share a character or are both absent, and the share
 * with the same speakers of the register (both without a speaker: the same; a speaker that is not resolved: not).
 */
export const speakerRules: readonly PairRule[] = [
  speakerRule('speakerAgreementSource', sameSource),
  speakerRule('speakerAgreementResolved', sameSpeakers),
]

function speakerRule(
  id: 'speakerAgreementSource' | 'speakerAgreementResolved',
  same: (a: CodedAnnotation, b: CodedAnnotation) => boolean,
): PairRule {
  return {
    ...shares,
    id,
    counts: ([agree = 0, differ = 0, unresolved = 0]) => ({
      units: agree + differ,
      same: agree,
      differ,
      ...(id === 'speakerAgreementResolved' ? { unresolved } : {}),
    }),
    compare({ document }, annotators, a, b) {
      const { pairs } = pairAnnotations(a.annotations, b.annotations)
      const agree = pairs.filter(([one, other]) => same(one, other)).length
      const open = pairs.filter(([one, other]) => isOpen(one) || isOpen(other)).length
      const counts = [agree, pairs.length - agree, open]
      const cells = [0, 1, 2].filter(cell => (counts[cell] ?? 0) > 0)
      return {
        tally: { cells, counts: cells.map(cell => counts[cell] ?? 0) },
        cases: () =>
          inTextOrder(
            pairs.map(([one, other]) => pairCase(document.id, annotators, [[one], [other]], same(one, other))),
          ),
      }
    },
  }
}

function sameSource(a: CodedAnnotation, b: CodedAnnotation): boolean {
  if (a.source.length === 0 && b.source.length === 0) return true
  return a.source.some(one => b.source.some(other => one.start < other.end && other.start < one.end))
}

function sameSpeakers(a: CodedAnnotation, b: CodedAnnotation): boolean {
  if (isOpen(a) || isOpen(b)) return false
  const [one, other] = [new Set(a.voices), new Set(b.voices)]
  return one.size === other.size && [...one].every(voice => other.has(voice))
}

/** Some speaker is known only as written. */
function isOpen({ voices }: CodedAnnotation): boolean {
  return voices.some(voice => voice.startsWith('~'))
}
