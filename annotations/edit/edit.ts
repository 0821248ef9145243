import type { Field } from '../changes/change'
import type { RegisterName, Scope, ScopeKey } from '../changes/journal'
import type { AnchorState, AuthorStatus, Claim, Kind, Origin, PlainSegment, Quote } from '../model/annotation'
import type {
  AnnotationId,
  AnnotatorId,
  DocumentId,
  EditId,
  Instant,
  ReviewId,
  RevisionHash,
  TagId,
} from '../model/ids'
import type { Json } from '../model/json'
import type { Problem } from '../model/result'
import type { Decision } from '../model/review'

/** A gesture as data: what an annotator wants changed. Id, time and author are arguments, chosen by the caller. */
export interface Edit {
  readonly id: EditId
  readonly at: Instant
  readonly by: AnnotatorId
  /** Done in this order, all or none; together one step of undo. */
  readonly acts: readonly Act[]
  readonly why?: string
  readonly auto?: true
  /**
   * The rev of the codebook with which kinds and tags are set, the edit's own tags counted, so that the edit comes to
   * the same wherever it is applied. That of the state where it is not given.
   */
  readonly codebook?: number
}

interface OnDocument {
  readonly document: DocumentId
}

interface OnAnnotation extends OnDocument {
  readonly annotation: AnnotationId
}

interface OnReview extends OnDocument {
  readonly id: ReviewId
}

interface OnRegister {
  readonly register: RegisterName | 'annotators'
  readonly id: string
}

export type Progress = 'not-started' | 'in-work' | 'done'

/** The closed list of `model.md`; undo and redo are `undo`. */
export type Act =
  | (OnAnnotation & {
      readonly do: 'create'
      readonly kind: Kind
      readonly revision: RevisionHash
      readonly segments: readonly PlainSegment[]
      readonly tags?: readonly TagId[]
      readonly note?: string
      readonly status?: AuthorStatus
      readonly quote?: Partial<Quote>
      readonly claim?: Partial<Claim>
      readonly origin?: Origin
    })
  | (OnAnnotation & { readonly do: 'remove' })
  /** Brings a removed annotation back; with `to`, its content as it was after that edit. */
  | (OnAnnotation & { readonly do: 'restore'; readonly to?: EditId })
  | (OnAnnotation & {
      readonly do: 'place'
      readonly revision: RevisionHash
      readonly segments: readonly PlainSegment[]
    })
  | (OnAnnotation & {
      readonly do: 'decide-anchor'
      readonly revision: RevisionHash
      readonly decision: 'accept' | 'keep' | 'lost'
      readonly segments?: readonly PlainSegment[]
    })
  /** What was computed for a new text. Of the program, never of a gesture; does nothing where a placement is. */
  | (OnAnnotation & {
      readonly do: 'carry'
      readonly revision: RevisionHash
      readonly state: AnchorState
      readonly segments: readonly PlainSegment[]
      readonly from: RevisionHash
      readonly score?: number
      readonly engine: number
    })
  | (OnAnnotation & { readonly do: 'set-kind'; readonly kind: Kind })
  | (OnAnnotation & { readonly do: 'set-quote'; readonly quote: Partial<Quote> })
  | (OnAnnotation & { readonly do: 'set-claim'; readonly claim: { readonly [K in keyof Claim]?: Claim[K] | null } })
  | (OnAnnotation & { readonly do: 'set-tags'; readonly add?: readonly TagId[]; readonly drop?: readonly TagId[] })
  | (OnAnnotation & { readonly do: 'set-note'; readonly note: string })
  | (OnAnnotation & { readonly do: 'set-status'; readonly status: AuthorStatus })
  | (OnDocument & {
      readonly do: 'dismiss'
      readonly id: string
      readonly revision: RevisionHash
      readonly kind: Kind
      readonly segments: readonly PlainSegment[]
    })
  /** A decision about annotations of others; `propose` gives the fields as they should be, `null` for none. */
  | (OnReview & {
      readonly do: 'review'
      readonly about: readonly AnnotationId[]
      readonly decision: Decision
      readonly text?: string
      readonly proposal?: { readonly [field: Field]: Json }
    })
  /** A word in a thread: about the annotations of the review that it answers, or about those that are given. */
  | (OnReview & {
      readonly do: 'reply'
      readonly about?: readonly AnnotationId[]
      readonly to?: ReviewId
      readonly text: string
    })
  /** Settles a decision, or opens it again. */
  | (OnReview & {
      readonly do: 'settle'
      readonly to: ReviewId
      readonly as: 'resolve' | 'reopen'
      readonly text?: string
    })
  /** Takes one's own review back. */
  | (OnReview & { readonly do: 'withdraw' })
  /** `readTo`: number of the furthest paragraph marked as read. `null` takes the word back. */
  | (OnDocument & {
      readonly do: 'set-progress'
      readonly progress?: Progress | null
      readonly readTo?: number | null
    })
  | (OnRegister & {
      readonly do: 'add-entry'
      readonly type: string
      readonly fields: { readonly [field: Field]: Json }
    })
  | (OnRegister & { readonly do: 'change-entry'; readonly fields: { readonly [field: Field]: Json } })
  | (OnRegister & { readonly do: 'move-entry'; readonly parent: string | null; readonly order?: number })
  | (OnRegister & { readonly do: 'merge-entry'; readonly into: string })
  | (OnRegister & { readonly do: 'split-entry'; readonly parts: readonly string[] })
  | (OnRegister & { readonly do: 'remove-entry' })
  | (OnRegister & { readonly do: 'restore-entry' })
  | (OnDocument & { readonly do: 'add-revision'; readonly revision: RevisionHash })
  | (OnDocument & { readonly do: 'set-current'; readonly revision: RevisionHash })
  | (OnDocument & { readonly do: 'set-fact'; readonly fields: { readonly [field: Field]: Json } })
  | (OnDocument & { readonly do: 'remove-document' })
  | (OnDocument & { readonly do: 'restore-document' })
  /** Brings back what the author's own changes since an earlier state have replaced. Of a restore, never of the window. */
  | { readonly do: 'bring-back'; readonly scope: ScopeKey; readonly earlier: Scope }
  /** Takes an edit back in all scopes that it touched; redo is the undo of an undo. */
  | { readonly do: 'undo'; readonly edit: EditId; readonly scopes: readonly ScopeKey[] }

export type ActName = Act['do']
export type ActOf<Name extends ActName> = Extract<Act, { readonly do: Name }>

export type RefusalCode =
  | 'unknown-annotation'
  | 'unknown-entry'
  | 'unknown-review'
  | 'own-annotation'
  | 'unknown-revision'
  | 'known-id'
  | 'not-mine'
  | 'empty-target'
  | 'outside-text'
  | 'cuts-character'
  | 'wrong-kind'
  | 'wrong-value'
  | 'control-character'
  | 'ring'
  | 'newer-version'
  | 'nothing-to-undo'
  | 'changed-since'

/** Why an edit was not done; nothing of it was. */
export type Refusal = Problem<RefusalCode>
