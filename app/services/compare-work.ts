import type { CodedAnnotation } from '#annotations/agreement/coded-annotation'
import { pairsOf } from '#annotations/agreement/study'
import { tagPathOf } from '#annotations/formats/tag-path'
import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import { type Aspect, aspects, type Comparison, compareAnnotations, isAlike } from '#annotations/review/compare'
import type { DocumentJson } from '#app/contract/agreement-values'
import { documentJson } from './agreement-report'
import { type ChosenAnnotator, studyOfWork } from './chosen-work'
import type { WorkspaceSession } from './workspace-session'

/** An annotation as a comparison shows it. */
export interface ComparedAnnotation {
  readonly id: AnnotationId
  readonly kind: CodedAnnotation['kind']
  readonly target: readonly { readonly start: number; readonly end: number; readonly exact: string }[]
  readonly tags: readonly string[]
}

/** What two annotators have otherwise, or alike (`differs` is empty then). */
export interface Difference {
  readonly annotators: readonly [AnnotatorId, AnnotatorId]
  readonly type: Comparison['type']
  readonly differs: readonly Aspect[]
  readonly a?: ComparedAnnotation
  readonly b?: ComparedAnnotation
}

/** How much of each there is between two annotators; a pair that differs in two aspects is counted in both. */
export interface DifferenceCounts {
  readonly annotators: readonly [AnnotatorId, AnnotatorId]
  readonly alike: number
  readonly differ: number
  readonly onlyA: number
  readonly onlyB: number
  readonly aspects: { readonly [aspect in Aspect]: number }
}

export interface CompareJson {
  readonly annotators: readonly { readonly id: AnnotatorId; readonly name: string }[]
  readonly counts: readonly DifferenceCounts[]
  readonly documents: readonly (DocumentJson & { readonly differences: readonly Difference[] })[]
}

export interface CompareRequest {
  readonly annotators: readonly ChosenAnnotator[]
  readonly documents?: readonly DocumentId[]
  /** With what both have alike. */
  readonly alike?: boolean
}

/** The work of every two annotators side by side, document by document, in the order of the text. */
export function compareWork(
  session: WorkspaceSession,
  { annotators, documents, alike = false }: CompareRequest,
): CompareJson {
  const { study, uses, registers } = studyOfWork(session, annotators, documents)
  const byId = new Map(study.documents.map(document => [document.id, document]))
  const pairs = pairsOf(annotators.length)
  const found = uses.map(use => {
    const document = byId.get(use.id)
    const compared = pairs.map(([first, second]) => {
      const [a, b] = [document?.codings[first], document?.codings[second]]
      return a && b ? compareAnnotations(a.annotations, b.annotations) : []
    })
    return { use, text: document?.text ?? '', compared }
  })
  const idsOf = ([first, second]: readonly [number, number]) =>
    [annotators[first]?.id ?? '', annotators[second]?.id ?? ''] as const
  return {
    annotators: annotators.map(({ id, name }) => ({ id, name })),
    counts: pairs.map((pair, n) =>
      countDifferences(
        idsOf(pair),
        found.flatMap(({ compared }) => compared[n] ?? []),
      ),
    ),
    documents: found.map(({ use, text, compared }) => {
      const show = (one: CodedAnnotation): ComparedAnnotation => ({
        id: one.id,
        kind: one.kind,
        target: one.content.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) })),
        tags: [...one.tags].map(tag => tagPathOf(registers.codebook, tag)).sort(),
      })
      const differences = pairs.flatMap((pair, n) =>
        (compared[n] ?? []).flatMap(one => (alike || !isAlike(one) ? [toDifference(idsOf(pair), one, show)] : [])),
      )
      return { ...documentJson(session, use, annotators), differences }
    }),
  }
}

function toDifference(
  annotators: readonly [AnnotatorId, AnnotatorId],
  one: Comparison,
  show: (annotation: CodedAnnotation) => ComparedAnnotation,
): Difference {
  if (one.type === 'only-a') return { annotators, type: one.type, differs: [], a: show(one.a) }
  if (one.type === 'only-b') return { annotators, type: one.type, differs: [], b: show(one.b) }
  return { annotators, type: one.type, differs: one.differs, a: show(one.a), b: show(one.b) }
}

function countDifferences(
  annotators: readonly [AnnotatorId, AnnotatorId],
  compared: readonly Comparison[],
): DifferenceCounts {
  const count = (is: (one: Comparison) => boolean) => compared.filter(is).length
  return {
    annotators,
    alike: count(isAlike),
    differ: count(one => one.type === 'pair' && !isAlike(one)),
    onlyA: count(({ type }) => type === 'only-a'),
    onlyB: count(({ type }) => type === 'only-b'),
    aspects: Object.fromEntries(
      aspects.map(aspect => [aspect, count(one => one.type === 'pair' && one.differs.includes(aspect))]),
    ) as { readonly [aspect in Aspect]: number },
  }
}
