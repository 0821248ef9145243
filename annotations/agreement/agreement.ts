import type { Register } from '../changes/resolve'
import { type Interval, intervalOf, type NoInterval } from './bootstrap'
import type { Undefined, Value } from './coefficients'
import { meanOf } from './figure'
import { labelMeasures, labelRules, pairDocuments, speakerRules } from './label-measures'
import { inLayer, type LayerDocument, prepare } from './layer-document'
import { allLayer, placeLayers, usedTags } from './layers'
import { type Counts, type Measure, type MeasureId, measureOfPairs, pairMeasure } from './measure'
import { type PairRule, spanRules } from './span-measures'
import { type AnnotatorPair, pairsOf, type Study } from './study'
import { jointMeasures, unitRules } from './unit-measures'
import { kindUnitizing, unitizingMeasures } from './unitizing-measures'

/** The measures of one layer. */
export interface LayerMeasures {
  readonly layer: string
  readonly measures: readonly Measure[]
}

/**
 * All measures of a study, layer by layer: places (boundaries), then labels of paired annotations. Figures, counts and
 * cases are made when they are asked for, of all documents or a choice of them. `wanted`: these layers alone. `onLayer` is
 * told the share of the layers that are measured.
 */
export function measureAgreement(
  study: Study,
  codebook: Register,
  wanted: (layer: string) => boolean = () => true,
  onLayer: (share: number) => void = () => undefined,
): readonly LayerMeasures[] {
  const prepared = prepare(study)
  const tags = usedTags(study, codebook)
  const pairs = pairsOf(study.annotators)
  const chosen = placeLayers(tags).filter(({ name }) => wanted(name))
  const labels = labelRules(tags).filter(({ name }) => wanted(name))
  const done = (layers: number) => onLayer(layers / (chosen.length + labels.length))
  const places = chosen.map((layer, n) => {
    const documents = prepared.map(document => inLayer(document, layer))
    const rules = [...spanRules, ...unitRules, ...(layer.name === 'kind:quote' ? speakerRules : [])]
    const measures = [
      ...rules.map(rule => measureOfRule(rule, documents, pairs)),
      ...jointMeasures(documents, study.annotators),
      ...unitizingMeasures(documents, study.annotators),
    ]
    done(n + 1)
    return { layer: layer.name, measures }
  })
  if (labels.length === 0) return places
  const all = prepared.map(document => inLayer(document, allLayer))
  const paired = pairDocuments(all, study.annotators)
  const ofLabels = labels.map((rule, n) => {
    const measures = [
      ...labelMeasures(all, paired, rule),
      ...(rule.name === 'label:kind' ? kindUnitizing(all, study.annotators) : []),
    ]
    done(chosen.length + n + 1)
    return { layer: rule.name, measures }
  })
  return [...places, ...ofLabels]
}

function measureOfRule(rule: PairRule, documents: readonly LayerDocument[], pairs: readonly AnnotatorPair[]): Measure {
  return measureOfPairs(
    rule.id,
    pairs.map(pair => {
      const compared = documents.map(document => {
        const [a, b] = [document.codings[pair[0]], document.codings[pair[1]]]
        return a && b && rule.compare(document, pair, a, b)
      })
      return pairMeasure(pair, compared, rule)
    }),
  )
}

/** A figure as it is told. */
export interface FigureReport {
  /** `null` where it is not defined: `reason` says why. */
  readonly value: number | null
  readonly reason?: Undefined
  /** `null` where there is none: `noInterval` says why. */
  readonly interval: readonly [number, number] | null
  readonly noInterval?: NoInterval
  readonly counts: Counts
}

export interface PairReport extends FigureReport {
  readonly annotators: AnnotatorPair
}

export interface MeasureReport extends FigureReport {
  readonly id: MeasureId
  /** Where more than two annotators are compared pair by pair; `value` is the mean of those that are defined. */
  readonly pairs?: readonly PairReport[]
}

/** What a measure comes to over some of the documents: weights of 1 and 0. `draws`: of the bootstrap, none for no interval. */
export function reportMeasure(
  measure: Measure,
  weights: ArrayLike<number>,
  draws: readonly Uint32Array[] = [],
): MeasureReport {
  const { pairs } = measure
  const intervalFor = ({ figure }: Pick<Measure, 'figure'>) =>
    draws.length === 0 ? undefined : intervalOf(figure, draws)
  if (pairs === undefined || pairs.length === 1) {
    const value = measure.figure.pool(weights)
    return { id: measure.id, ...figureReport(value, intervalFor(measure), measure.counts(weights)) }
  }
  const reports = pairs.map(pair => {
    const value = pair.figure.pool(weights)
    return { annotators: pair.annotators, ...figureReport(value, intervalFor(pair), pair.counts(weights)) }
  })
  const undefinedPairs = reports.filter(({ value }) => value === null).length
  const value = meanOf(reports.map(({ value: one, reason = 'no-units' }) => one ?? reason))
  const counts = { ...measure.counts(weights), pairs: reports.length, undefinedPairs }
  return { id: measure.id, ...figureReport(value, intervalFor(measure), counts), pairs: reports }
}

function figureReport(value: Value, interval: Interval | undefined, counts: Counts): FigureReport {
  return {
    ...(typeof value === 'number' ? { value } : { value: null, reason: value }),
    ...(typeof interval === 'string' || interval === undefined
      ? { interval: null, ...(interval === undefined ? {} : { noInterval: interval }) }
      : { interval }),
    counts,
  }
}
