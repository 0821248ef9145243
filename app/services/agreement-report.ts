import {
  type FigureReport,
  type LayerMeasures,
  type MeasureReport,
  measureAgreement,
  reportMeasure,
} from '#annotations/agreement/agreement'
import { type BootstrapOptions, drawDocuments } from '#annotations/agreement/bootstrap'
import type { DocumentUse } from '#annotations/agreement/build-study'
import type { LeftOut } from '#annotations/agreement/coded-annotation'
import type { AgreementCase } from '#annotations/agreement/study'
import type { AnnotationId, AnnotatorId, DocumentId, RevisionHash } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import { type ChosenAnnotator, studyOfWork } from './chosen-work'
import type { WorkspaceSession } from './workspace-session'

/** What is asked of agreement. */
export interface AgreementRequest {
  readonly annotators: readonly ChosenAnnotator[]
  readonly documents?: readonly DocumentId[]
  /** These layers alone. */
  readonly layers?: readonly string[]
  readonly bootstrap: BootstrapOptions
  /** With the figures of every document by itself. */
  readonly perDocument?: boolean
  /** With the places that each figure was made from. */
  readonly cases?: boolean
}

/** A figure as it is written; see docs/agreement.md. */
export interface FigureJson extends FigureReport {
  readonly cases?: readonly CaseJson[]
}

export interface MeasureJson extends FigureJson {
  readonly pairs?: readonly (FigureJson & { readonly annotators: readonly AnnotatorId[] })[]
}

/** A place behind a figure: what each of the annotators has there. */
export interface CaseJson {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
  readonly agrees: boolean
  readonly annotators: readonly AnnotatorId[]
  readonly annotations: readonly (readonly AnnotationId[])[]
  readonly labels?: readonly string[]
}

export interface LayerJson {
  readonly layer: string
  readonly measures: { readonly [measure: string]: MeasureJson }
}

/** What became of a document in a comparison. */
export interface DocumentJson {
  readonly id: DocumentId
  readonly headline: string
  readonly revision?: RevisionHash
  readonly left?: DocumentUse['left']
  /** Who did not do it. */
  readonly missing: readonly AnnotatorId[]
  /** By annotator with something to count: annotations that do not stand in the text, by why. */
  readonly leftOut: { readonly [annotator: AnnotatorId]: { readonly [why in LeftOut['why']]?: number } }
  readonly layers?: readonly LayerJson[]
}

export interface AgreementJson {
  readonly annotators: readonly { readonly id: AnnotatorId; readonly name: string; readonly asOf?: string }[]
  readonly documents: readonly DocumentJson[]
  readonly bootstrap: BootstrapOptions
  readonly layers: readonly LayerJson[]
}

/** All figures of some annotators' work, as `pressmark agreement --json` prints them. */
export function agreementReport(session: WorkspaceSession, request: AgreementRequest): AgreementJson {
  const { annotators, bootstrap, perDocument = false } = request
  const { study, uses, registers } = studyOfWork(session, annotators, request.documents)
  const { layers } = request
  const measured = measureAgreement(study, registers.codebook, layers && (layer => layers.includes(layer)))
  const ids = annotators.map(({ id }) => id)
  const draws = drawDocuments(study.documents.length, bootstrap)
  const tell = (weights: ArrayLike<number>, cases: boolean, rounds: readonly Uint32Array[]) =>
    measured.map(layer => toLayer(layer, ids, cases, measure => reportMeasure(measure, weights, rounds)))
  const place = new Map(study.documents.map(({ id }, n) => [id, n]))
  const documents = uses.map((use): DocumentJson => {
    const at = place.get(use.id)
    const alone = perDocument && at !== undefined ? study.documents.map((_, n) => (n === at ? 1 : 0)) : undefined
    return { ...documentJson(session, use, annotators), ...(alone && { layers: tell(alone, false, []) }) }
  })
  return {
    annotators: annotators.map(({ id, name, asOf }) => ({ id, name, ...(asOf === undefined ? {} : { asOf }) })),
    documents,
    bootstrap,
    layers: tell(
      study.documents.map(() => 1),
      request.cases === true,
      draws,
    ),
  }
}

/** What became of a document, with ids and counts. */
export function documentJson(
  session: WorkspaceSession,
  { id, revision, left, missing, leftOut }: DocumentUse,
  annotators: readonly ChosenAnnotator[],
): DocumentJson {
  const release = session.release(id)
  const nameOf = (place: number) => annotators[place]?.id ?? ''
  const counted = leftOut.flatMap((list, place) =>
    list.length === 0 ? [] : [[nameOf(place), countWhy(list)] as const],
  )
  return {
    id,
    headline: release === undefined ? '' : headlineOf(release),
    ...(revision === undefined ? {} : { revision }),
    ...(left === undefined ? {} : { left }),
    missing: missing.map(nameOf),
    leftOut: Object.fromEntries(counted),
  }
}

function countWhy(leftOut: readonly LeftOut[]): { readonly [why in LeftOut['why']]?: number } {
  const counts: { [why in LeftOut['why']]?: number } = {}
  for (const { why } of leftOut) counts[why] = (counts[why] ?? 0) + 1
  return counts
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
