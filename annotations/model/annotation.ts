import type { AnnotationId, ClaimId, ClaimTypeId, EditId, Instant, RevisionHash, SpeakerId, TagId } from './ids'
import type { TextOffset, TextRange } from './revision'

export const kinds = ['quote', 'claim', 'note'] as const
export type Kind = (typeof kinds)[number]

export const parts = ['content', 'source', 'cue'] as const
/** What a segment is in its annotation: the target itself, who is quoted, or the reporting words. */
export type Part = (typeof parts)[number]

/** One piece of an annotation with the text it stands on and 32 characters of context on either side. */
export interface Segment extends TextRange {
  readonly part: Part
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A segment as a gesture gives it: the text is read from the revision. */
export interface PlainSegment {
  readonly part: Part
  readonly start: TextOffset
  readonly end: TextOffset
}

export type AnchorState = 'exact' | 'moved' | 'undecided' | 'lost' | 'kept'

/** All segments of an annotation in one revision. Segments are sorted by start and, within a part, do not overlap. */
export interface Placement {
  readonly state: AnchorState
  /** Empty for `lost` and `kept`. */
  readonly segments: readonly Segment[]
  readonly via: 'hand' | 'carry'
  readonly from?: RevisionHash
  readonly score?: number
  /** Number of the carrying engine; 0: mapped by Edit text. */
  readonly engine?: number
}

/** Who speaks, as the text has it (`name` may be "she"), and whom the register knows it to be. */
export interface Voice {
  readonly name: string
  readonly roleAsWritten?: string
  readonly speaker?: SpeakerId
  readonly organisation?: SpeakerId
}

export const quoteTypes = ['direct', 'indirect', 'mixed'] as const
export type QuoteType = (typeof quoteTypes)[number]

export interface Quote {
  readonly type: QuoteType
  readonly speakers: readonly Voice[]
}

/** A number in a claim. `value` and `upTo` are decimal strings, so that 0.10 stays 0.10. */
export interface Figure {
  readonly asWritten: string
  readonly value?: string
  readonly upTo?: string
  readonly unit?: string
  readonly period?: string
  readonly relation?: string
  readonly baseline?: string
}

export interface Claim {
  readonly type?: ClaimTypeId
  readonly statement?: string
  readonly claimant?: Voice
  readonly figures: readonly Figure[]
  /** The register entry that this claim mentions. */
  readonly of?: ClaimId
}

export type AuthorStatus = 'draft' | 'submitted'

export interface Origin {
  readonly of: 'suggestion' | 'file' | 'annotation'
  readonly keys: readonly string[]
}

interface AnnotationBase {
  readonly id: AnnotationId
  readonly placements: ReadonlyMap<RevisionHash, Placement>
  readonly tags: ReadonlySet<TagId>
  readonly note: string
  /** The codebook's rev when kind or tags were last set. */
  readonly codebook: number
  readonly status: AuthorStatus
  readonly origin?: Origin
  readonly deleted: boolean
  readonly created: Instant
  readonly modified: Instant
  /** The last change to it. */
  readonly edit: EditId
}

/** An annotation as its author's changes add up to. */
export type Annotation = AnnotationBase &
  (
    | { readonly kind: 'note' }
    | { readonly kind: 'quote'; readonly quote: Quote }
    | { readonly kind: 'claim'; readonly claim: Claim }
  )

/** The content segments of a placement: what the annotation points at. */
export function targetOf(placement: Placement | undefined): readonly Segment[] {
  return placement === undefined ? [] : placement.segments.filter(segment => segment.part === 'content')
}
