import {
  type LayerMeasures,
  type MeasureReport,
  measureAgreement,
  reportMeasure,
} from '#annotations/agreement/agreement'
import { type BootstrapOptions, drawDocuments } from '#annotations/agreement/bootstrap'
import type { AgreementCase, Study } from '#annotations/agreement/study'
import type { Register } from '#annotations/changes/resolve'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { CaseJson, LayerJson, MeasureJson } from '#app/contract/agreement-values'

/** A study that is measured: its figures are told when they are asked for. */
export interface StudyFigures {
  /** Of all documents together, with intervals; `onLayer` is told the share of layers that are done. */
  pooled(bootstrap: BootstrapOptions, cases?: boolean, onLayer?: (share: number) => void): readonly LayerJson[]
  /** Of one document, without intervals; `undefined` for one that is not compared. */
  ofDocument(id: DocumentId): readonly LayerJson[] | undefined
  /** The places behind a figure, in the order of documents and text; with `pair` of these two annotators alone. */
  cases(layer: string, measure: string, pair?: readonly AnnotatorId[]): readonly CaseJson[]
}

/** Measures a study. `ids`: its annotators in order; `layers`: these alone. `onLayer`: as above. */
export function studyFigures(
  study: Study,
  ids: readonly AnnotatorId[],
  codebook: Register,
  layers?: readonly string[],
  onLayer?: (share: number) => void,
): StudyFigures {
  const wanted = layers && ((layer: string) => layers.includes(layer))
  const measured = measureAgreement(study, codebook, wanted, onLayer)
  const tell = (weights: ArrayLike<number>, rounds: readonly Uint32Array[], cases: boolean) => (layer: LayerMeasures) =>
    toLayer(layer, ids, cases, measure => reportMeasure(measure, weights, rounds))
  return {
    pooled(bootstrap, cases = false, onTold) {
      const all = study.documents.map(() => 1)
      const told = tell(all, drawDocuments(study.documents.length, bootstrap), cases)
      return measured.map((layer, n) => {
        const done = told(layer)
        onTold?.((n + 1) / measured.length)
        return done
      })
    },
    ofDocument(id) {
      const at = study.documents.findIndex(document => document.id === id)
      if (at < 0) return undefined
      const alone = study.documents.map((_, n) => (n === at ? 1 : 0))
      return measured.map(tell(alone, [], false))
    },
    cases(layer, measure, pair) {
      const found = measured.find(one => one.layer === layer)?.measures.find(({ id }) => id === measure)
      const isPair = ({ annotators }: { readonly annotators: readonly number[] }) =>
        pair === undefined || annotators.every(place => pair.includes(ids[place] ?? ''))
      const cases = found?.pairs === undefined ? found?.cases() : found.pairs.filter(isPair).flatMap(one => one.cases())
      return (cases ?? []).map(one => toCase(one, ids))
    },
  }
}

type Told = LayerMeasures['measures'][number]

function toLayer(
  { layer, measures }: LayerMeasures,
  ids: readonly AnnotatorId[],
  cases: boolean,
  tell: (measure: Told) => MeasureReport,
): LayerJson {
  return { layer, measures: Object.fromEntries(measures.map(one => [one.id, toMeasure(one, tell(one), ids, cases)])) }
}

function toMeasure(measure: Told, report: MeasureReport, ids: readonly AnnotatorId[], cases: boolean): MeasureJson {
  const { id: _, pairs, ...figure } = report
  const behind = (of: { cases(): readonly AgreementCase[] } | undefined) =>
    cases ? { cases: (of?.cases() ?? []).map(one => toCase(one, ids)) } : {}
  if (pairs === undefined) return { ...figure, ...behind(measure) }
  return {
    ...figure,
    pairs: pairs.map(({ annotators, ...pair }, n) => ({
      annotators: annotators.map(place => ids[place] ?? ''),
      ...pair,
      ...behind(measure.pairs?.[n]),
    })),
  }
}

function toCase({ annotators, ...rest }: AgreementCase, ids: readonly AnnotatorId[]): CaseJson {
  return { ...rest, annotators: annotators.map(place => ids[place] ?? '') }
}
