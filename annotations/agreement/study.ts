import type { AnnotationId, DocumentId, RevisionHash } from '../model/ids'
import type { TextRange } from '../model/revision'
import type { CodedAnnotation, LeftOut } from './coded-annotation'

/** What one annotator has in one document: annotations that stand in the text that is compared, and those that do not. */
export interface Coding {
  readonly annotations: readonly CodedAnnotation[]
  readonly leftOut: readonly LeftOut[]
}

/** A document as it is compared. */
export interface StudyDocument {
  readonly id: DocumentId
  readonly revision: RevisionHash
  readonly text: string
  readonly blocks: readonly TextRange[]
  /** By annotator, in the order of the study; `undefined` where they did not do the document. */
  readonly codings: readonly (Coding | undefined)[]
}

/** What agreement is computed of. Who the annotators are does not matter to it; they are the places in `codings`. */
export interface Study {
  readonly annotators: number
  readonly documents: readonly StudyDocument[]
}

/** Two annotators, by their places in the study; the first is the smaller. */
export type AnnotatorPair = readonly [number, number]

/** Every pair once, in order. */
export function pairsOf(annotators: number): readonly AnnotatorPair[] {
  const pairs: AnnotatorPair[] = []
  for (let a = 0; a < annotators; a += 1) for (let b = a + 1; b < annotators; b += 1) pairs.push([a, b])
  return pairs
}

/**
 * A place that a figure was made from, for a person to look at: who was compared there, which of their annotations are
 * there (none: they marked nothing), and whether they agree.
 */
export interface AgreementCase extends TextRange {
  readonly document: DocumentId
  readonly agrees: boolean
  readonly annotators: readonly number[]
  /** As `annotators`. */
  readonly annotations: readonly (readonly AnnotationId[])[]
  /** What each said, where labels are compared; as `annotators`. */
  readonly labels?: readonly string[]
}
