import type { DocumentId } from '#annotations/model/ids'
import type { CasePage, CaseQuestion, LayerJson } from '#app/contract/agreement-values'
import type { MeasureJob } from '#app/ports/measuring'
import { studyFigures } from './study-figures'

/** Most places that are told at once, and most characters of their words. */
const mostCases = 500
const mostWords = 160

/** What of the work is measuring; the rest is drawing documents for the intervals. */
const measuring = 0.3

/** Does a job, and answers what is asked about it afterwards. `onProgress`: how much is done, 0 to 1. */
export function measuredStudy(
  { study, ids, codebook, bootstrap }: MeasureJob,
  onProgress: (share: number) => void = () => undefined,
): {
  readonly layers: readonly LayerJson[]
  ofDocument(id: DocumentId): readonly LayerJson[]
  cases(question: CaseQuestion): CasePage
} {
  const figures = studyFigures(study, ids, codebook, undefined, share => onProgress(measuring * share))
  const texts = new Map(study.documents.map(({ id, text }) => [id, text]))
  return {
    layers: figures.pooled(bootstrap, false, share => onProgress(measuring + (1 - measuring) * share)),
    ofDocument: id => figures.ofDocument(id) ?? [],
    cases({ layer, measure, pair, document }) {
      const found = figures
        .cases(layer, measure, pair)
        .filter(one => document === undefined || one.document === document)
      const apart = found.filter(({ agrees }) => !agrees)
      const shown = [...apart, ...found.filter(({ agrees }) => agrees)].slice(0, mostCases)
      return {
        all: found.length,
        apart: apart.length,
        cases: shown.map(one => ({
          ...one,
          words: (texts.get(one.document) ?? '').slice(one.start, Math.min(one.end, one.start + mostWords)),
        })),
      }
    },
  }
}
