import type { AnchorState, Kind, QuoteType } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { anchorWords, kindWords, quoteTypeWords } from '../words/kind-words'

/** An annotation in the list of the document. */
export interface ListedAnnotation {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly quoteType?: QuoteType | undefined
  /** The first speaker or the claimant, by name. */
  readonly who?: string | undefined
  /** The claim type by name. */
  readonly claimType?: string | undefined
  /** The first words of what a note says. */
  readonly note?: string | undefined
  /** Its first words. */
  readonly words: string
  /** Its place among all, from 1. */
  readonly n: number
  readonly of: number
  readonly anchor: AnchorState
  /** A colleague's name; absent for the annotator's own. */
  readonly colleague?: string | undefined
}

/** The annotations of a document in the order of the page. What is shown of one is made when it is asked for. */
export interface ListedAnnotations {
  readonly length: number
  /** From 0; `undefined` beside them. */
  at(index: number): ListedAnnotation | undefined
  /** The number of an annotation, from 0; -1 for one that is not among them. */
  placeOf(id: AnnotationId): number
}

/** How an annotation is read out: `Quote, direct, Leilwa Abdullah, 3 of 10, exact`. */
export function annotationName(listed: ListedAnnotation): string {
  const { kind, quoteType, claimType, who, n, of, anchor, colleague } = listed
  return [
    kindWords[kind],
    quoteType === undefined ? undefined : quoteTypeWords[quoteType].toLowerCase(),
    claimType?.toLowerCase(),
    who,
    `${n} of ${of}`,
    anchorWords[anchor].toLowerCase(),
    colleague === undefined ? undefined : `by ${colleague}`,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(', ')
}
