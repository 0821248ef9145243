import { buildStudy, type DocumentUse, type StudySource } from '#annotations/agreement/build-study'
import type { AnnotationId, AnnotatorId, DocumentId } from '#annotations/model/ids'
import { type AdjudicationCase, adjudicationCases, decisionsWithoutCase } from '#annotations/review/adjudicate'
import type { DocumentJson } from '#app/contract/agreement-values'
import { documentJson } from './agreement-report'
import { type ChosenAnnotator, codingRegisters, studySources } from './chosen-work'
import type { WorkspaceSession } from './workspace-session'

/** A case as it is told. */
export interface CaseReport {
  readonly document: DocumentId
  readonly state: AdjudicationCase['state']
  readonly start: number
  readonly end: number
  readonly members: readonly {
    readonly annotator: AnnotatorId
    readonly annotation: AnnotationId
    readonly kind: string
    readonly exact: string
  }[]
  readonly decision?: { readonly annotation: AnnotationId | null; readonly why: string }
}

export interface ReportedCases {
  /** All cases as they stand now, document by document in the order of the text. */
  readonly cases: readonly CaseReport[]
  /** Decisions of which no annotation is left. */
  readonly withoutCase: number
  readonly documents: readonly DocumentJson[]
}

/** The cases of a document that at least two of those who are adjudicated did. */
export interface DocumentCases {
  readonly source: StudySource
  readonly revision: string
  readonly text: string
  readonly cases: readonly AdjudicationCase[]
}

/** The cases of all documents, or of some, and what became of each document. `pause` is waited for between two. */
export async function casesOf(
  session: WorkspaceSession,
  annotators: readonly ChosenAnnotator[],
  gold: AnnotatorId,
  documents: readonly DocumentId[] | undefined,
  pause: (() => Promise<void>) | undefined,
) {
  const registers = codingRegisters(session)
  const found: DocumentCases[] = []
  const uses: DocumentUse[] = []
  for (const source of studySources(session, documents)) {
    const one = buildStudy([source], annotators, registers)
    uses.push(...one.uses)
    for (const { revision, text, codings } of one.study.documents) {
      const coded = codings.map(coding => coding?.annotations)
      found.push({ source, revision, text, cases: adjudicationCases(source.scope, coded, gold) })
    }
    await pause?.()
  }
  return { found, uses }
}

/** The cases as they are told, document by document in the order of the text. */
export function reportCases(
  session: WorkspaceSession,
  { found, uses }: Awaited<ReturnType<typeof casesOf>>,
  annotators: readonly ChosenAnnotator[],
  gold: AnnotatorId,
): ReportedCases {
  return {
    cases: found.flatMap(({ source, text, cases }) => cases.map(one => caseReport(source.id, text, one, annotators))),
    withoutCase: found.reduce(
      (sum, { source, cases }) => sum + decisionsWithoutCase(source.scope, cases, gold).length,
      0,
    ),
    documents: uses.map(use => documentJson(session, use, annotators)),
  }
}

function caseReport(
  document: DocumentId,
  text: string,
  { state, members, decision }: AdjudicationCase,
  annotators: readonly ChosenAnnotator[],
): CaseReport {
  const ranges = members.flatMap(({ coded }) => coded.content)
  return {
    document,
    state,
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
    members: members.map(({ annotator, coded }) => ({
      annotator: annotators[annotator]?.id ?? '',
      annotation: coded.id,
      kind: coded.kind,
      exact: coded.content.map(({ start, end }) => text.slice(start, end)).join(' […] '),
    })),
    ...(decision === undefined
      ? {}
      : {
          decision: {
            annotation: 'annotation' in decision.by ? decision.by.annotation.id : null,
            why: decision.why,
          },
        }),
  }
}
