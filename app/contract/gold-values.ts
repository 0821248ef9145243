import type { AnnotatorId, DocumentId } from '#annotations/model/ids'

/** Somebody whose work can be compared or adjudicated: everybody with annotations in the workspace. */
export interface Person {
  readonly id: AnnotatorId
  readonly name: string
  readonly what: 'person' | 'gold' | 'import'
  /** In which they have annotations, and how many, removed ones left out. */
  readonly documents: number
  readonly annotations: number
  /** Of a gold set that the person at the desk keeps: those whose work it was made of, as far as it says. */
  readonly madeOf?: readonly AnnotatorId[]
}

/** How far a gold set is with a document that at least two did. */
export interface GoldRow {
  readonly document: DocumentId
  readonly cases: number
  readonly decided: number
  /** Were decided, and are otherwise now. */
  readonly returned: number
}

/** Whose work a gold set is made of; `ids`: all that are this annotator. */
export interface GoldAnnotator {
  readonly id: AnnotatorId
  readonly name: string
  readonly ids: readonly AnnotatorId[]
}

/** A gold set as it stands after all that its annotators say alike was taken in. */
export interface GoldAnswer {
  readonly gold: { readonly id: AnnotatorId; readonly name: string }
  readonly annotators: readonly GoldAnnotator[]
  /** Cases that were taken in now because all say the same. */
  readonly agreed: number
  /** In the order of the library. */
  readonly rows: readonly GoldRow[]
  /** Decisions about annotations of which none is left. */
  readonly withoutCase: number
  /** Documents that fewer than two of them did, or in which no text has the annotations of all. */
  readonly left: number
}

/** The rows of the documents that a decision, or undo, has changed; without any, there was nothing to undo. */
export interface GoldChange {
  readonly rows: readonly GoldRow[]
}

/** A gold set that was written into a file. */
export interface WrittenGold {
  readonly path: string
  readonly annotations: number
}
