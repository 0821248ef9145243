import type { AuthorStatus, Figure, Kind, QuoteType } from '../../model/annotation'
import type { AnnotationId, RevisionHash } from '../../model/ids'
import type { TextRange } from '../../model/revision'

/** A voice as input states it. */
export interface VoiceInput {
  readonly name: string
  /** Absent: who `name` is; `null`: left open. */
  readonly speaker?: string | null
  readonly roleAsWritten?: string
  readonly organisation?: string
}

/**
 * An annotation that somebody states. What is absent is left as it is in an annotation that is known, and is empty in
 * a new one; `null` clears.
 */
export interface PressmarkInput {
  /** Index in the input, from 0. */
  readonly entry: number
  readonly id?: AnnotationId
  readonly revision: RevisionHash
  readonly kind: Kind
  readonly target: readonly TextRange[]
  readonly source?: readonly TextRange[]
  readonly cue?: readonly TextRange[]
  /** Names from the root, of each tag. */
  readonly tags?: readonly (readonly string[])[]
  readonly note?: string
  /** Name or id of the annotator; whether it may be read in is for the caller to say. */
  readonly author?: string
  readonly authorId?: string
  readonly status?: AuthorStatus
  readonly quote?: { readonly type?: QuoteType; readonly speakers?: readonly VoiceInput[] }
  readonly claim?: {
    /** Id or name of a claim type. */
    readonly type?: string | null
    readonly claimant?: VoiceInput | null
    readonly statement?: string | null
    readonly figures?: readonly Figure[]
  }
}

export type InputCode =
  /** The input is no array, an entry no object. */
  | 'not-a-list'
  | 'not-an-object'
  | 'missing'
  | 'wrong-value'
  /** A range that is not within the text, is empty, or parts a character. */
  | 'outside-text'
  | 'empty-range'
  | 'cuts-character'
  | 'exact-differs'
  /** Fields of another kind than the annotation's. */
  | 'wrong-kind'
  | 'wrong-document'
  | 'unknown-revision'
  | 'unknown-claim-type'
  | 'unknown-status'
  | 'repeated-id'
  /** The id is that of a colleague's annotation, or of one whose creation was undone. */
  | 'not-mine'
  | 'known-id'
  | 'control-character'

/** What is wrong, and where. */
export interface InputProblem {
  /** Index in the input, from 0; -1 for the input as a whole. */
  readonly entry: number
  /** Path within the entry, such as `target[0].end`; empty for the entry as a whole. */
  readonly field: string
  readonly code: InputCode
}
