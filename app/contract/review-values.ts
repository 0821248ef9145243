import type { AnnotatorId, DocumentId, Instant } from '#annotations/model/ids'
import type { Fit } from '#annotations/review/receive'

/** Somebody else whose annotations the workspace has. */
export interface Colleague {
  readonly id: AnnotatorId
  readonly name: string
  readonly what: 'person' | 'gold' | 'import'
  /** Came by a bundle and works elsewhere. */
  readonly guest: boolean
  /** In which they have annotations, and how many, removed ones left out. */
  readonly documents: number
  readonly annotations: number
}

/** How far the review of a document is. */
export interface ReviewRow {
  readonly document: DocumentId
  /** Cases of the queue, and those of them for which nothing waits. */
  readonly cases: number
  readonly settled: number
  /** Pairs that say the same. */
  readonly alike: number
}

/** Whose work there is to review, and how far one is with one of them. */
export interface ReviewOverview {
  /** Those with most annotations first. */
  readonly colleagues: readonly Colleague[]
  /** Whose rows these are; absent where there is nobody. */
  readonly theirs?: AnnotatorId
  /** Others whose work is looked at beside theirs; their cases are counted too. */
  readonly also?: readonly AnnotatorId[]
  /** Documents in which they have annotations or something waits for an answer, in the order of the library. */
  readonly rows: readonly ReviewRow[]
}

/** A bundle that was written. */
export interface WrittenBundle {
  readonly path: string
  readonly documents: number
  readonly annotations: number
}

/** What a bundle would bring, before anything is written. */
export interface BundlePreview {
  readonly annotator: { readonly id: AnnotatorId; readonly name: string }
  readonly made: Instant
  /** Whether the sender works in this folder; else they are, or become, a guest. */
  readonly isMember: boolean
  readonly documents: readonly {
    readonly id: DocumentId
    readonly headline: string
    readonly fit: Fit
    readonly annotations: number
    /** The text that the bundle has as current is one of the document's here. */
    readonly sameText: boolean
  }[]
  /** Files of the sender here in which something would be new; 0 where all is known. */
  readonly news: number
}

/** A bundle that was chosen, and what it would bring. */
export interface ChosenBundle {
  readonly path: string
  readonly preview: BundlePreview
}

/** What was received; it is on disk. */
export interface ReceiveOutcome {
  readonly annotator: { readonly id: AnnotatorId; readonly name: string }
  /** Files of the sender in which something was new. */
  readonly changed: number
  /** Documents that came with their texts. */
  readonly added: readonly DocumentId[]
  /** Documents that are nowhere here, or fit several: what is said of them was left out. */
  readonly missing: readonly { readonly id: DocumentId; readonly headline: string; readonly several: boolean }[]
}
