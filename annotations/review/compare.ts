import { type CodedAnnotation, compareCoded, startOf } from '../agreement/coded-annotation'
import { pairAnnotations } from '../agreement/pair-annotations'
import { sameRanges } from '../agreement/ranges'
import { type Json, sameJson } from '../model/json'

/** In what two annotations of one place differ. `fields`: quote type, claim type, statement, figures, source or cue. */
export const aspects = ['boundary', 'kind', 'tags', 'speaker', 'fields'] as const
export type Aspect = (typeof aspects)[number]

/** What one annotator has and the other has not, or has otherwise; or both have alike. */
export type Comparison =
  | { readonly type: 'only-a'; readonly a: CodedAnnotation }
  | { readonly type: 'only-b'; readonly b: CodedAnnotation }
  | {
      readonly type: 'pair'
      readonly a: CodedAnnotation
      readonly b: CodedAnnotation
      /** In the order of `aspects`; empty where both say the same. */
      readonly differs: readonly Aspect[]
    }

/**
 * Two annotators' annotations of one text side by side, in the order of the text. Symmetric but for the names of the
 * sides (law 10). Notes, status and history are nobody's difference.
 */
export function compareAnnotations(
  a: readonly CodedAnnotation[],
  b: readonly CodedAnnotation[],
): readonly Comparison[] {
  const { pairs, onlyA, onlyB } = pairAnnotations(a, b)
  const comparisons: Comparison[] = [
    ...pairs.map(([one, other]) => ({ type: 'pair' as const, a: one, b: other, differs: aspectsOf(one, other) })),
    ...onlyA.map(one => ({ type: 'only-a' as const, a: one })),
    ...onlyB.map(one => ({ type: 'only-b' as const, b: one })),
  ]
  return comparisons.sort(compareComparisons)
}

/** Both have it and say the same of it. */
export function isAlike(comparison: Comparison): boolean {
  return comparison.type === 'pair' && comparison.differs.length === 0
}

function aspectsOf(a: CodedAnnotation, b: CodedAnnotation): readonly Aspect[] {
  const differs: { readonly [A in Aspect]: boolean } = {
    boundary: !sameRanges(a.content, b.content),
    kind: a.kind !== b.kind,
    tags: a.tags.size !== b.tags.size || [...a.tags].some(tag => !b.tags.has(tag)),
    speaker: a.kind === b.kind && !sameJson(a.voices, b.voices),
    fields:
      (a.kind === b.kind && !sameJson(ownFields(a), ownFields(b))) ||
      !sameRanges(a.source, b.source) ||
      !sameRanges(a.cue, b.cue),
  }
  return aspects.filter(aspect => differs[aspect])
}

/** The fields of a kind that are neither speakers nor places. */
function ownFields({ annotation, claimType }: CodedAnnotation): Json {
  if (annotation.kind === 'quote') return [annotation.quote.type]
  if (annotation.kind === 'note') return []
  const { statement, figures } = annotation.claim
  return [claimType ?? null, statement ?? null, figures.map(figure => ({ ...figure }))]
}

function compareComparisons(x: Comparison, y: Comparison): number {
  const [one, other] = [leading(x), leading(y)]
  return startOf(one) - startOf(other) || compareCoded(one, other)
}

/** The one of a pair that comes first, whichever side it is on, so that the order does not depend on the sides. */
function leading(comparison: Comparison): CodedAnnotation {
  if (comparison.type === 'only-a') return comparison.a
  if (comparison.type === 'only-b') return comparison.b
  return compareCoded(comparison.a, comparison.b) <= 0 ? comparison.a : comparison.b
}
