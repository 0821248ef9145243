import { type Register, resolveEntry, textOf } from '../changes/resolve'
import type { Annotation, Segment, Voice } from '../model/annotation'
import { claimTypeName } from '../model/claim-types'
import type { AnnotationId, AnnotatorId, DocumentId, RevisionHash, WorkspaceId } from '../model/ids'
import type { Revision } from '../model/revision'
import { type Excerpt, gapMark, offsetUnit, type UnhashedExcerpt } from './excerpt'
import { type ExportPlace, exportPlace } from './export-place'
import { withHash } from './row-sha256'
import { tagPaths } from './tag-path'
import { type ContextReader, contextReader } from './target-context'

/** Metadata of a release as it holds now: corrected where somebody did, else as found. */
export interface ExcerptMetadata {
  readonly headline: string
  readonly issuer?: string
  /** `date` is `YYYY-MM-DD`. */
  readonly published?: { readonly date: string; readonly zone?: string }
  readonly place?: string
  readonly embargo?: string
  /** Values of the workspace's own fields as texts, `name: value`. */
  readonly ownFields?: readonly string[]
  /** Name of the file that the current text was read from, without its folder. */
  readonly sourceFile?: string
  /** BCP 47; sentences are parted by its rules. */
  readonly language?: string
}

/** What the reviews of an annotation come to. */
export interface ReviewOutcome {
  readonly status: string
  readonly reviewer?: string
  readonly reason?: string
}

/** The annotations of one release, and all that an export says of them. */
export interface ExportSource {
  readonly workspace: WorkspaceId
  readonly appVersion: string
  readonly schemaVersion: number
  readonly document: DocumentId
  /** The current text, its blocks with the roles that hold. */
  readonly revision: Revision
  /** All texts of the release by hash; an annotation that stands on an earlier one is exported from there. */
  readonly revisions: ReadonlyMap<RevisionHash, Revision>
  readonly metadata: ExcerptMetadata
  readonly annotations: readonly { readonly author: AnnotatorId; readonly annotation: Annotation }[]
  readonly codebook: Register
  readonly speakers: Register
  /** Names by id; an annotator without one is written as the id. */
  readonly annotators: ReadonlyMap<AnnotatorId, string>
  /** Of annotations with reviews; for others the author's word is the status. */
  readonly reviews?: ReadonlyMap<AnnotationId, ReviewOutcome>
}

/**
 * One excerpt per annotation that is not removed, tagged or not: first those on the current text in the order of the
 * text, then those exported from an earlier one. Lone surrogates in notes and names become U+FFFD, as UTF-8 has none.
 */
export function buildExcerpts(source: ExportSource): Excerpt[] {
  const readers = new Map<RevisionHash, ContextReader>()
  const readerOf = (revision: Revision): ContextReader => {
    const known = readers.get(revision.id) ?? contextReader(revision, source.metadata.language)
    readers.set(revision.id, known)
    return known
  }
  return source.annotations
    .filter(({ annotation }) => !annotation.deleted)
    .map(({ author, annotation }) => {
      const place = exportPlace(annotation, source.revision, source.revisions)
      const excerpt = {
        ...documentColumns(source, place),
        ...placeColumns(place, readerOf),
        ...quoteColumns(source, annotation, place.segments),
        ...claimColumns(source, annotation),
        ...annotationColumns(source, annotation, author, place),
      }
      return withHash(wellFormed(excerpt))
    })
    .sort((a, b) => compareExcerpts(a, b, source.revision.id))
}

function documentColumns({ document, metadata }: ExportSource, place: ExportPlace) {
  const source = place.revision?.source?.name ?? metadata.sourceFile
  return {
    document_id: document as string,
    headline: metadata.headline,
    issuer: metadata.issuer ?? '',
    published: metadata.published?.date ?? '',
    published_zone: metadata.published?.zone ?? '',
    dateline_place: metadata.place ?? '',
    embargo: metadata.embargo ?? '',
    own_fields: metadata.ownFields ?? [],
    source_file: source ?? '',
    revision_hash: place.hash as string,
  }
}

function placeColumns({ revision, segments }: ExportPlace, readerOf: (revision: Revision) => ContextReader) {
  const target = piecesOf(segments, 'content')
  const context = revision === undefined || target.length === 0 ? undefined : readerOf(revision)(target)
  return {
    paragraph_no: context?.paragraphNo ?? null,
    sentence_no: context?.sentenceNo ?? null,
    block_role: (context?.role ?? '') as string,
    segments: target.map(({ start, end }) => ({ start, end })),
    segments_unit: offsetUnit as string,
    exact_text: joinPieces(target),
    prefix: target[0]?.prefix ?? '',
    suffix: target[target.length - 1]?.suffix ?? '',
    sentence: context?.sentence ?? '',
    paragraph: context?.paragraph ?? '',
  }
}

function quoteColumns({ speakers }: ExportSource, annotation: Annotation, segments: readonly Segment[]) {
  const quote = annotation.kind === 'quote' ? annotation.quote : undefined
  const voices = quote?.speakers ?? []
  const source = joinPieces(piecesOf(segments, 'source'))
  const written = voices.length === 0 && quote !== undefined ? [source] : voices.map(({ name }) => name)
  return {
    kind: annotation.kind as string,
    quote_type: (quote?.type ?? '') as string,
    speaker_as_written: unlessEmpty(written),
    speaker_resolved: unlessEmpty(voices.map(voice => entryName(speakers, voice.speaker))),
    role_as_written: unlessEmpty(voices.map(voice => voice.roleAsWritten ?? '')),
    organisation: unlessEmpty(voices.map(voice => entryName(speakers, voice.organisation))),
    source_as_written: source,
    cue: joinPieces(piecesOf(segments, 'cue')),
  }
}

function claimColumns({ codebook, speakers }: ExportSource, annotation: Annotation) {
  const claim = annotation.kind === 'claim' ? annotation.claim : undefined
  const figures = claim?.figures ?? []
  return {
    claim_type: claim?.type === undefined ? '' : claimTypeName(codebook, claim.type),
    claim_statement: claim?.statement ?? '',
    claimant: claimantName(speakers, claim?.claimant),
    claim_as_written: unlessEmpty(figures.map(figure => figure.asWritten)),
    claim_value: unlessEmpty(figures.map(figure => figure.value ?? '')),
    claim_up_to: unlessEmpty(figures.map(figure => figure.upTo ?? '')),
    claim_unit: unlessEmpty(figures.map(figure => figure.unit ?? '')),
    claim_period: unlessEmpty(figures.map(figure => figure.period ?? '')),
    claim_relation: unlessEmpty(figures.map(figure => figure.relation ?? '')),
    claim_baseline: unlessEmpty(figures.map(figure => figure.baseline ?? '')),
  }
}

function annotationColumns(source: ExportSource, annotation: Annotation, author: AnnotatorId, place: ExportPlace) {
  const review = source.reviews?.get(annotation.id)
  return {
    tags: tagPaths(source.codebook, annotation.tags),
    note: annotation.note,
    author: source.annotators.get(author) ?? author,
    author_id: author as string,
    created: annotation.created as string,
    modified: annotation.modified as string,
    anchor_state: place.anchorState as string,
    review_status: review?.status ?? annotation.status,
    reviewer: review?.reviewer ?? '',
    review_reason: review?.reason ?? '',
    annotation_id: annotation.id as string,
    workspace_id: source.workspace as string,
    app_version: source.appVersion,
    schema_version: source.schemaVersion,
  }
}

/** The segments of one part, in the order of the text. */
function piecesOf(segments: readonly Segment[], part: Segment['part']): Segment[] {
  return segments.filter(segment => segment.part === part)
}

function joinPieces(pieces: readonly Segment[]): string {
  return pieces.map(({ exact }) => exact).join(gapMark)
}

/** What an excerpt names as claimant: the name in the register, else as written. */
export function claimantName(speakers: Register, claimant: Voice | undefined): string {
  if (claimant === undefined) return ''
  return claimant.speaker === undefined ? claimant.name : entryName(speakers, claimant.speaker)
}

/** The name of what an id stands for in a register after merges; the id where it has none; empty without an id. */
function entryName(register: Register, id: string | undefined): string {
  return id === undefined ? '' : (textOf(resolveEntry(register, id), 'name') ?? id)
}

function unlessEmpty(members: readonly string[]): readonly string[] {
  return members.every(member => member === '') ? [] : members
}

function wellFormed(excerpt: UnhashedExcerpt): UnhashedExcerpt {
  const isLone = (value: unknown): boolean => typeof value === 'string' && loneSurrogate.test(value)
  const values: readonly unknown[] = Object.values(excerpt)
  if (!values.some(value => isLone(value) || (Array.isArray(value) && value.some(isLone)))) return excerpt
  const spelled = JSON.stringify(excerpt, (_name, value: unknown) =>
    typeof value === 'string' ? value.replace(loneSurrogates, '\uFFFD') : value,
  )
  return JSON.parse(spelled) as UnhashedExcerpt
}

const loneSurrogate = /\p{Cs}/u
const loneSurrogates = /\p{Cs}/gu

function compareExcerpts(a: Excerpt, b: Excerpt, current: RevisionHash): number {
  return (
    Number(a.revision_hash !== current) - Number(b.revision_hash !== current) ||
    (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0) ||
    (a.segments[a.segments.length - 1]?.end ?? 0) - (b.segments[b.segments.length - 1]?.end ?? 0) ||
    compareText(a.author_id, b.author_id) ||
    compareText(a.annotation_id, b.annotation_id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
