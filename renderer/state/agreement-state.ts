import type { AnnotatorId, DocumentId, WorkspaceId } from '#annotations/model/ids'
import type { CasePage, CaseQuestion, LayerJson, MeasuredAgreement } from '#app/contract/agreement-values'

/** Agreement as the window has it: whose is asked for, and what was measured last. */
export interface AgreementState {
  /** In which it was asked; what was measured in another one is forgotten. */
  readonly workspace: WorkspaceId | undefined
  readonly annotators: readonly AnnotatorId[]
  /** The one document that is measured alone; all, if not given. */
  readonly alone: DocumentId | undefined
  /** How much is done, 0 to 1, while it is measured. */
  readonly share: number | undefined
  readonly measured: MeasuredAgreement | undefined
  /** The document whose figures are shown; of all together, if not given. */
  readonly document: { readonly id: DocumentId; readonly layers: readonly LayerJson[] } | undefined
  readonly layer: string
  /** The measure whose figures of every two annotators are shown. */
  readonly pairsOf: string | undefined
  /** The places behind a figure, while they are shown. */
  readonly places: { readonly question: CaseQuestion; readonly page: CasePage } | undefined
}
