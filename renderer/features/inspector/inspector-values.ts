import type { AnchorState, Annotation, AuthorStatus, Figure, Kind, QuoteType } from '#annotations/model/annotation'
import type { AnnotationId, ClaimTypeId, EditId } from '#annotations/model/ids'
import type { Choice } from '../../components/combo-options'
import type { ShownClash } from '../registers/clashes'

/** The annotation in the inspector, with what its ids stand for. */
export interface InspectorAnnotation {
  readonly annotation: Annotation
  /** The text of its content segments, in the order of the page. */
  readonly pieces: readonly string[]
  readonly anchor: AnchorState
  /** Number of its first paragraph; absent in a headline, a date and the like. */
  readonly paragraph?: number | undefined
  /** Number of the sentence in that paragraph in which it begins, as in exports. */
  readonly sentence?: number | undefined
  /** What the block is: `Body`. */
  readonly roleLabel: string
  /** Its place among the annotations of the document, from 1. */
  readonly position: { readonly n: number; readonly of: number }
  /** Who is quoted and the reporting words, as the text has them. */
  readonly sourceText?: string | undefined
  readonly cueText?: string | undefined
  /** What was read in the text and is not set yet. */
  readonly offers?: ShownOffers | undefined
  readonly tags: readonly ShownTag[]
  /** Newest first; `at` as shown: `14:01`. */
  readonly history: readonly ShownChange[]
  /** Fields that were set on two machines, neither of which had seen the other's value. */
  readonly clashes: readonly ShownClash[]
  readonly author: string
  /** Whether the annotator made it: a colleague's is shown and not edited. */
  readonly mine: boolean
}

/** Cue and source as the text has them. */
export interface ShownOffers {
  readonly cue?: string | undefined
  readonly source?: string | undefined
  readonly speakers: readonly { readonly name: string; readonly role?: string }[]
  /** For each speaker that is set: the role that the text gives, where none is set. */
  readonly roles?: readonly (string | undefined)[]
  readonly figures: readonly Figure[]
  /** Who may make the claim, while it has no claimant. */
  readonly claimant?: string | undefined
}

/** What is taken of an offer; a speaker by the place in it. */
export type TakenOffer = 'all' | TextPart | 'claimant' | { readonly speaker: number }

export interface ShownChange {
  readonly edit: EditId
  readonly at: string
  readonly words: string
}

/** Where a tag or speaker is used in the workspace: `12 highlights in 4 documents`. */
export interface ShownUse {
  readonly id: string
  readonly name: string
  readonly words: string
}

export interface ShownTag {
  readonly id: string
  /** Names from the root of the codebook to the tag. */
  readonly path: readonly string[]
  /** A CSS colour. */
  readonly colour?: string | undefined
}

/** What the registers offer. */
export interface InspectorOptions {
  readonly speakers: readonly { readonly id: string; readonly name: string }[]
  readonly tags: readonly ShownTag[]
  readonly claimTypes: readonly { readonly id: ClaimTypeId; readonly name: string }[]
  /** Of the tags and speakers of the annotation that is shown. */
  readonly uses?: readonly ShownUse[]
}

export type TextPart = 'source' | 'cue'

/**
 * What the inspector asks for. Each wish names its annotation: text that is still being typed when another annotation
 * becomes the active one is reported for the one it was typed into.
 */
export interface InspectorWishes {
  readonly onKind: (annotation: AnnotationId, kind: Kind) => void
  readonly onQuoteType: (annotation: AnnotationId, type: QuoteType) => void
  /** One of the register, or a new name. */
  readonly onAddSpeaker: (annotation: AnnotationId, speaker: Choice) => void
  readonly onRemoveSpeaker: (annotation: AnnotationId, index: number) => void
  readonly onSpeakerRole: (annotation: AnnotationId, index: number, role: string, final: boolean) => void
  /** Makes the text selection the source or the cue. */
  readonly onSetPart: (annotation: AnnotationId, part: TextPart) => void
  readonly onClearPart: (annotation: AnnotationId, part: TextPart) => void
  /** Takes over what was read in the text. */
  readonly onTake: (annotation: AnnotationId, taken: TakenOffer) => void
  /** Brings the annotation back to what it was after an edit of its history. */
  readonly onRestore: (annotation: AnnotationId, to: EditId) => void
  /** Makes one of two values stand. */
  readonly onSettle: (annotation: AnnotationId, field: string, take: 'standing' | 'other') => void
  readonly onClaimType: (annotation: AnnotationId, type: ClaimTypeId | null) => void
  readonly onStatement: (annotation: AnnotationId, text: string, final: boolean) => void
  readonly onClaimant: (annotation: AnnotationId, claimant: Choice | null) => void
  readonly onClaimantRole: (annotation: AnnotationId, role: string, final: boolean) => void
  /** All figures; values are decimal numbers. */
  readonly onFigures: (annotation: AnnotationId, figures: readonly Figure[]) => void
  /** A tag of the codebook, or a new one by its path: `parent/child`. */
  readonly onAddTag: (annotation: AnnotationId, tag: TagChoice) => void
  readonly onRemoveTag: (annotation: AnnotationId, tag: string) => void
  /** `final` is false while typing rests and true when it ends. */
  readonly onNote: (annotation: AnnotationId, text: string, final: boolean) => void
  readonly onStatus: (annotation: AnnotationId, status: AuthorStatus) => void
  readonly onDelete: (annotation: AnnotationId) => void
  /** The next annotation of the page, the previous, or one by its id. */
  readonly onGo: (to: 'next' | 'previous' | { readonly id: AnnotationId }) => void
}

export type TagChoice = { readonly id: string } | { readonly create: readonly string[] }

/** The names of a typed tag path, root first: `parent/child`; a `/` in a name is written `\/`. Blank names are left out. */
export function tagPathOf(typed: string): string[] {
  return typed
    .split(/(?<!\\)\//u)
    .map(name => name.replaceAll('\\/', '/').trim())
    .filter(name => name !== '')
}

/** A tag as it stands in a list: `security / threat`. */
export function tagLine(path: readonly string[]): string {
  return path.join(' / ')
}

/** A field that is asked to take the focus: a new object is a new wish. */
export interface FieldFocus {
  readonly name: InspectorField
}

export type InspectorField =
  | 'kind'
  | 'speakers'
  | 'claim-type'
  | 'figures'
  | 'statement'
  | 'claimant'
  | 'tags'
  | 'note'
  | 'status'
