import type { FigureReport } from '#annotations/agreement/agreement'
import type { BootstrapOptions } from '#annotations/agreement/bootstrap'
import type { DocumentUse } from '#annotations/agreement/build-study'
import type { LeftOut } from '#annotations/agreement/coded-annotation'
import type { AnnotationId, AnnotatorId, DocumentId, RevisionHash } from '#annotations/model/ids'

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

/** Which places behind a figure are asked for. */
export interface CaseQuestion {
  readonly layer: string
  readonly measure: string
  /** Of these two annotators alone. */
  readonly pair?: readonly AnnotatorId[] | undefined
  readonly document?: DocumentId | undefined
}

/** A place behind a figure with the beginning of its words. */
export interface ShownPlace extends CaseJson {
  readonly words: string
}

/** Places behind a figure: those on which not all agree first, each in the order of documents and text. */
export interface CasePage {
  /** At most 500. */
  readonly cases: readonly ShownPlace[]
  readonly all: number
  readonly apart: number
}

/** What was measured, as the window shows it: the figures of all documents together. */
export type MeasuredAgreement = Omit<AgreementJson, 'bootstrap'>
