import type { BootstrapOptions } from '#annotations/agreement/bootstrap'
import type { DocumentUse } from '#annotations/agreement/build-study'
import type { LeftOut } from '#annotations/agreement/coded-annotation'
import type { DocumentId } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import type { AgreementJson, DocumentJson } from '#app/contract/agreement-values'
import { type ChosenAnnotator, studyOfWork } from './chosen-work'
import { studyFigures } from './study-figures'
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

/** All figures of some annotators' work, as `pressmark agreement --json` prints them. */
export function agreementReport(session: WorkspaceSession, request: AgreementRequest): AgreementJson {
  const { annotators, bootstrap, perDocument = false } = request
  const { study, uses, registers } = studyOfWork(session, annotators, request.documents)
  const figures = studyFigures(
    study,
    annotators.map(({ id }) => id),
    registers.codebook,
    request.layers,
  )
  const documents = uses.map((use): DocumentJson => {
    const alone = perDocument ? figures.ofDocument(use.id) : undefined
    return { ...documentJson(session, use, annotators), ...(alone && { layers: alone }) }
  })
  return {
    annotators: annotators.map(({ id, name, asOf }) => ({ id, name, ...(asOf === undefined ? {} : { asOf }) })),
    documents,
    bootstrap,
    layers: figures.pooled(bootstrap, request.cases === true),
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
