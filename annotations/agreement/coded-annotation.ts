import type { Register } from '../changes/resolve'
import { resolveEntry } from '../changes/resolve'
import type { Annotation, Kind, QuoteType, Segment, Voice } from '../model/annotation'
import type { AnnotationId, ClaimTypeId, RevisionHash, TagId } from '../model/ids'
import type { TextRange } from '../model/revision'

/** An annotation as it is compared: where it stands in one text, and its labels with merges resolved. */
export interface CodedAnnotation {
  readonly id: AnnotationId
  readonly kind: Kind
  /** Sorted, disjoint, at least one. */
  readonly content: readonly TextRange[]
  readonly source: readonly TextRange[]
  readonly cue: readonly TextRange[]
  readonly tags: ReadonlySet<TagId>
  readonly quoteType?: QuoteType
  readonly claimType?: ClaimTypeId
  /** Of a quote its speakers, of a claim its claimant: the register's id, else `~` and the name as written. Sorted. */
  readonly voices: readonly string[]
  readonly annotation: Annotation
}

/** What labels are resolved by. */
export interface CodingRegisters {
  readonly codebook: Register
  readonly speakers: Register
}

/**
 * An annotation that does not stand in the text that is compared, and why: it waits for a decision there, is lost
 * there, was kept on an earlier text, or was never placed there.
 */
export interface LeftOut {
  readonly id: AnnotationId
  readonly kind: Kind
  readonly tags: ReadonlySet<TagId>
  readonly why: 'undecided' | 'lost' | 'kept' | 'not-placed'
}

/** Why an annotation is left out of every measure in a text; `undefined` for one that stands there or was removed. */
export function toLeftOut(
  annotation: Annotation,
  revision: RevisionHash,
  registers: CodingRegisters,
): LeftOut | undefined {
  if (annotation.deleted || toCoded(annotation, revision, registers) !== undefined) return undefined
  const state = annotation.placements.get(revision)?.state
  const why = state === 'undecided' || state === 'lost' || state === 'kept' ? state : 'not-placed'
  return { id: annotation.id, kind: annotation.kind, tags: resolvedTags(annotation, registers), why }
}

/** An annotation as it stands in a text; `undefined` where it is not anchored there, see `toLeftOut`. */
export function toCoded(
  annotation: Annotation,
  revision: RevisionHash,
  registers: CodingRegisters,
): CodedAnnotation | undefined {
  const placement = annotation.placements.get(revision)
  if (annotation.deleted || (placement?.state !== 'exact' && placement?.state !== 'moved')) return undefined
  const { segments } = placement
  const content = rangesOf(segments, 'content')
  if (content.length === 0) return undefined
  const quoteType = annotation.kind === 'quote' ? annotation.quote.type : undefined
  const claimType = annotation.kind === 'claim' ? annotation.claim.type : undefined
  return {
    id: annotation.id,
    kind: annotation.kind,
    content,
    source: rangesOf(segments, 'source'),
    cue: rangesOf(segments, 'cue'),
    tags: resolvedTags(annotation, registers),
    ...(quoteType === undefined ? {} : { quoteType }),
    ...(claimType === undefined ? {} : { claimType: resolvedId(registers.codebook, claimType) }),
    voices: voicesOf(annotation)
      .map(voice => voiceKey(voice, registers.speakers))
      .sort(),
    annotation,
  }
}

function resolvedTags(annotation: Annotation, { codebook }: CodingRegisters): ReadonlySet<TagId> {
  return new Set([...annotation.tags].map(tag => resolvedId(codebook, tag)))
}

function rangesOf(segments: readonly Segment[], part: Segment['part']): readonly TextRange[] {
  return segments.filter(segment => segment.part === part).map(({ start, end }) => ({ start, end }))
}

function voicesOf(annotation: Annotation): readonly Voice[] {
  if (annotation.kind === 'quote') return annotation.quote.speakers
  return annotation.kind === 'claim' && annotation.claim.claimant !== undefined ? [annotation.claim.claimant] : []
}

function voiceKey({ name, speaker }: Voice, speakers: Register): string {
  return speaker === undefined ? `~${name}` : resolvedId(speakers, speaker)
}

function resolvedId(register: Register, id: string): string {
  return resolveEntry(register, id)?.id ?? id
}

/** By first start, last end, then id: the order in which annotations of one text are told. */
export function compareCoded(a: CodedAnnotation, b: CodedAnnotation): number {
  return startOf(a) - startOf(b) || endOf(a) - endOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

export function startOf({ content }: CodedAnnotation): number {
  return content[0]?.start ?? 0
}

export function endOf({ content }: CodedAnnotation): number {
  return content[content.length - 1]?.end ?? 0
}
