import { type Register, resolveEntry, textOf } from '../../changes/resolve'
import type { Annotation, Claim, Quote, Segment, Voice } from '../../model/annotation'
import { claimTypeName, defaultClaimTypes } from '../../model/claim-types'
import type { ExportSource } from '../build-excerpts'
import { exportPlace } from '../export-place'
import { tagPaths } from '../tag-path'
import type { ExchangeAnnotation, ExchangePiece, ExchangeSegment, ExchangeVoice } from './exchange-annotation'

/**
 * The annotations of a release as JSON values, removed ones left out, in the order of the text and then of their ids.
 * Reading them back as their author changes nothing.
 */
export function writePressmark(source: ExportSource): ExchangeAnnotation[] {
  return source.annotations
    .filter(({ annotation }) => !annotation.deleted)
    .map(({ author, annotation }) => toExchange(source, author, annotation))
    .sort((a, b) => (a.target[0]?.start ?? 0) - (b.target[0]?.start ?? 0) || (a.id < b.id ? -1 : 1))
}

function toExchange(source: ExportSource, author: string, annotation: Annotation): ExchangeAnnotation {
  const place = exportPlace(annotation, source.revision, source.revisions)
  const parts = place.segments.flatMap(segment =>
    segment.part === 'content' ? [] : [{ part: segment.part, ...withContext(segment) }],
  )
  return {
    id: annotation.id,
    document: source.document,
    revision: place.hash,
    kind: annotation.kind,
    target: place.segments.filter(({ part }) => part === 'content').map(withContext),
    tags: tagPaths(source.codebook, annotation.tags),
    note: annotation.note,
    author: source.annotators.get(author) ?? author,
    authorId: author,
    created: annotation.created,
    modified: annotation.modified,
    status: source.reviews?.get(annotation.id)?.status ?? annotation.status,
    anchorState: place.anchorState,
    parts,
    ...(annotation.kind === 'quote' ? { quote: writeQuote(source, annotation.quote, place.segments) } : {}),
    ...(annotation.kind === 'claim' ? { claim: writeClaim(source, annotation.claim) } : {}),
  }
}

function writeQuote(
  { speakers }: ExportSource,
  quote: Quote,
  segments: readonly Segment[],
): NonNullable<ExchangeAnnotation['quote']> {
  const source = segments.find(({ part }) => part === 'source')
  const cue = segments.find(({ part }) => part === 'cue')
  return {
    type: quote.type,
    ...(source === undefined ? {} : { source: toPiece(source) }),
    ...(cue === undefined ? {} : { cue: toPiece(cue) }),
    speakers: quote.speakers.map(voice => writeVoice(speakers, voice)),
  }
}

function writeClaim({ codebook, speakers }: ExportSource, claim: Claim): NonNullable<ExchangeAnnotation['claim']> {
  const { type, claimant, statement, figures } = claim
  return {
    ...(type === undefined ? {} : { type: claimTypeWord(codebook, type) }),
    ...(claimant === undefined ? {} : { claimant: writeVoice(speakers, claimant) }),
    ...(statement === undefined ? {} : { statement }),
    figures: figures.map(figure => ({ ...figure })),
  }
}

/** How a claim type is written: the fixed word of one that Pressmark ships, else the name. */
export function claimTypeWord(codebook: Register, type: string): string {
  return defaultClaimTypes.some(({ id }) => id === type) ? type : claimTypeName(codebook, type)
}

function writeVoice(speakers: Register, { name, roleAsWritten, speaker, organisation }: Voice): ExchangeVoice {
  return {
    name,
    speaker: speaker === undefined ? null : registerName(speakers, speaker),
    ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
    ...(organisation === undefined ? {} : { organisation: registerName(speakers, organisation) }),
  }
}

/** How a speaker is written: the name of the entry after merges, or the id of one without. */
export function registerName(speakers: Register, id: string): string {
  return textOf(resolveEntry(speakers, id), 'name') ?? id
}

function withContext({ start, end, exact, prefix, suffix }: Segment): ExchangeSegment {
  return { start, end, exact, prefix, suffix }
}

function toPiece({ start, end, exact }: Segment): ExchangePiece {
  return { start, end, exact }
}
