import type { AnchorState, Kind, Part, QuoteType } from '../../model/annotation'
import type { TextOffset } from '../../model/revision'

/** A range of the canonical text of `revision`, in UTF-16 code units, with what stands in it. */
export interface ExchangePiece {
  readonly start: TextOffset
  readonly end: TextOffset
  readonly exact: string
}

export interface ExchangeSegment extends ExchangePiece {
  readonly prefix: string
  readonly suffix: string
}

export interface ExchangeVoice {
  /** As written in the text. */
  readonly name: string
  /** The name in the register; `null` where nobody has said who it is. */
  readonly speaker: string | null
  readonly roleAsWritten?: string
  /** The name in the register. */
  readonly organisation?: string
}

export interface ExchangeFigure {
  readonly asWritten: string
  /** A decimal number in digits, so that 0.10 stays 0.10. */
  readonly value?: string
  readonly upTo?: string
  readonly unit?: string
  readonly period?: string
  readonly relation?: string
  readonly baseline?: string
}

/**
 * An annotation as `annotations --json` writes it and `annotate --format pressmark` reads it. JSON Schema:
 * `docs/schemas/pressmark-annotations-exchange.schema.json`.
 */
export interface ExchangeAnnotation {
  readonly id: string
  readonly document: string
  /** The text that the offsets count in: the current one, or an earlier one for an annotation that is kept or lost. */
  readonly revision: string
  readonly kind: Kind
  readonly target: readonly ExchangeSegment[]
  /** Paths from the root; see `writeTagPath`. */
  readonly tags: readonly string[]
  readonly note: string
  /** Name of the annotator. */
  readonly author: string
  readonly authorId: string
  readonly created: string
  readonly modified: string
  /** As shown: `draft` and `submitted` are the author's word, any other comes from reviews. */
  readonly status: string
  readonly anchorState: AnchorState
  /** The segments of source and cue. */
  readonly parts: readonly (ExchangeSegment & { readonly part: Exclude<Part, 'content'> })[]
  readonly quote?: {
    readonly type: QuoteType
    /** The first piece of it in `parts`. */
    readonly source?: ExchangePiece
    readonly cue?: ExchangePiece
    readonly speakers: readonly ExchangeVoice[]
  }
  readonly claim?: {
    /** The fixed word of a type that Pressmark ships, else the type's name. */
    readonly type?: string
    readonly claimant?: ExchangeVoice
    readonly statement?: string
    readonly figures: readonly ExchangeFigure[]
  }
}
