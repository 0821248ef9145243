import { documentScope, emptyScope, type Scope } from '#annotations/changes/journal'
import { readRegister, resolveEntry, textOf } from '#annotations/changes/resolve'
import { buildExcerpts, type ExportSource, type ReviewOutcome } from '#annotations/formats/build-excerpts'
import type { Excerpt } from '#annotations/formats/excerpt'
import { lossesOfExcerpts } from '#annotations/formats/loss-report'
import { excerptFormats } from '#annotations/formats/registry'
import type { Kind } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId, DocumentId, TagId } from '#annotations/model/ids'
import { type OwnField, ownFieldsOf, ownTexts, storedValues } from '#annotations/model/own-fields'
import { headlineOf, metaText, publishedOf } from '#annotations/model/release'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { readThreads, shownStatus } from '#annotations/review/threads'
import type { ExportOutcome, RowsByAuthor } from '#app/contract/values'
import { annotationsIn } from './document-row'
import type { WorkspaceSession } from './workspace-session'

/** What is exported: all that is not named stays in. */
export interface ExportFilter {
  readonly documents?: readonly DocumentId[]
  readonly kinds?: readonly Kind[]
  readonly tags?: readonly TagId[]
  readonly annotators?: readonly AnnotatorId[]
  /** These annotations alone, and rows in this order. */
  readonly annotations?: readonly AnnotationId[]
}

export interface ExportRequest extends ExportFilter {
  readonly format: string
  readonly version: string
  /** Without escaping of formulas, for programs that read the raw values. */
  readonly raw?: boolean
}

export interface Exported extends Omit<ExportOutcome, 'path'> {
  readonly bytes: Uint8Array
}

/** The version of the workspace format that this program writes. */
export const schemaVersion = 1

/** Writes all excerpts that the filter lets through, untagged ones too, with a report of what the format cannot carry. */
export function exportExcerpts(session: WorkspaceSession, request: ExportRequest): Result<Exported, Problem> {
  const format = excerptFormats.find(candidate => candidate.name === request.format)
  if (format === undefined) return problem('unknown-format', { format: request.format })
  const unknown = request.documents?.find(document => session.release(document) === undefined)
  if (unknown !== undefined) return problem('unknown-document', { document: unknown })
  const sources = exportSources(session, request)
  const excerpts = inOrder(sources.flatMap(buildExcerpts), request.annotations)
  const text = format.write(excerpts, { raw: request.raw === true })
  return ok({
    bytes: new TextEncoder().encode(text),
    rows: excerpts.length,
    by: rowsByAuthor(sources),
    losses: addLosses(sources),
  })
}

/** Rows in the order in which their annotations are named. */
export function inOrder(
  excerpts: readonly Excerpt[],
  annotations: readonly AnnotationId[] | undefined,
): readonly Excerpt[] {
  if (annotations === undefined) return excerpts
  const places = new Map(annotations.map((annotation, place) => [annotation, place]))
  const placeOf = ({ annotation_id }: Excerpt) => places.get(annotation_id) ?? annotations.length
  return [...excerpts].sort((a, b) => placeOf(a) - placeOf(b))
}

/** How many annotations of the sources are whose; ids of one person together. */
export function rowsByAuthor(sources: readonly ExportSource[]): RowsByAuthor {
  const sums = new Map<string, number>()
  for (const { annotations, annotators } of sources) {
    for (const { author } of annotations) {
      const name = annotators.get(author) ?? author
      sums.set(name, (sums.get(name) ?? 0) + 1)
    }
  }
  return [...sums].map(([name, rows]) => ({ name, rows })).sort((a, b) => b.rows - a.rows)
}

/** What a format of rows cannot carry of all the sources together. */
export function addLosses(sources: readonly ExportSource[]): ExportOutcome['losses'] {
  const sums = new Map<string, number>()
  for (const { code, count } of sources.flatMap(lossesOfExcerpts)) sums.set(code, (sums.get(code) ?? 0) + count)
  return [...sums].map(([code, count]) => ({ code, count }))
}

/** The documents that are not removed, with the annotations that the filter lets through. */
export function exportSources(
  session: WorkspaceSession,
  filter: ExportFilter & { readonly version: string },
): ExportSource[] {
  const state = session.state()
  const codebook = readRegister(state.scopes.get('codebook') ?? emptyScope)
  const speakers = readRegister(state.scopes.get('speakers') ?? emptyScope)
  const ownFields = ownFieldsOf(codebook)
  const annotators = annotatorNames(session)
  const named = filter.annotations === undefined ? undefined : new Set(filter.annotations)
  const wanted = filter.documents ?? session.documents()
  return wanted.flatMap(document => {
    const release = session.release(document)
    if (release === undefined || (release.deleted && filter.documents === undefined)) return []
    const scope = state.scopes.get(documentScope(document)) ?? emptyScope
    const annotations = annotationsIn(scope).filter(
      ({ author, annotation }) =>
        (named?.has(annotation.id) ?? true) &&
        (filter.kinds?.includes(annotation.kind) ?? true) &&
        (filter.annotators?.includes(author) ?? true) &&
        (filter.tags === undefined || [...annotation.tags].some(tag => isUnder(codebook, tag, filter.tags ?? []))),
    )
    return [
      {
        workspace: session.store.identity.id,
        appVersion: filter.version,
        schemaVersion,
        document,
        revision: release.current,
        revisions: release.revisions,
        metadata: metadataOf(release, ownFields),
        annotations,
        codebook,
        speakers,
        annotators,
        reviews: reviewOutcomes(scope, annotators),
      },
    ]
  })
}

/** What the reviews of each annotation in a document come to; none where nobody has reviewed it. */
function reviewOutcomes(
  scope: Scope,
  names: ReadonlyMap<AnnotatorId, string>,
): ReadonlyMap<AnnotationId, ReviewOutcome> {
  const threads = readThreads(scope)
  const outcomes = new Map<AnnotationId, ReviewOutcome>()
  for (const { annotation } of threads.size === 0 ? [] : annotationsIn(scope)) {
    const { status, review } = shownStatus(annotation.status, threads.get(annotation.id))
    if (review === undefined) continue
    outcomes.set(annotation.id, { status, reviewer: names.get(review.by) ?? review.by, reason: review.text })
  }
  return outcomes
}

type Release = NonNullable<ReturnType<WorkspaceSession['release']>>

function metadataOf(release: Release, fields: readonly OwnField[]): ExportSource['metadata'] {
  const issuer = metaText(release, 'issuer')
  const published = publishedOf(release)
  const place = metaText(release, 'place')
  const embargo = metaText(release, 'embargo')
  const language = metaText(release, 'language')
  const own = ownTexts(storedValues(release.facts), fields)
  const sourceFile = release.current.source?.name
  return {
    headline: headlineOf(release),
    ...(issuer === undefined ? {} : { issuer }),
    ...(published === undefined ? {} : { published }),
    ...(place === undefined ? {} : { place }),
    ...(embargo === undefined ? {} : { embargo }),
    ...(language === undefined ? {} : { language }),
    ...(own.length === 0 ? {} : { ownFields: own }),
    ...(sourceFile === undefined ? {} : { sourceFile }),
  }
}

/** Names of all annotators that the workspace knows. */
export function annotatorNames(session: WorkspaceSession): ReadonlyMap<AnnotatorId, string> {
  const register = readRegister(session.state().scopes.get('annotators') ?? emptyScope)
  return new Map(
    [...register.entries.values()].map(entry => [
      entry.id,
      textOf(resolveEntry(register, entry.id), 'name') ?? entry.id,
    ]),
  )
}

/** True for a tag that is one of those given, was merged into one, or hangs below one. */
function isUnder(codebook: ReturnType<typeof readRegister>, tag: TagId, wanted: readonly TagId[]): boolean {
  const seen = new Set<string>()
  let entry = resolveEntry(codebook, tag)
  while (entry !== undefined && !seen.has(entry.id)) {
    if (wanted.includes(entry.id)) return true
    seen.add(entry.id)
    entry = entry.parent === undefined ? undefined : codebook.entries.get(entry.parent)
  }
  return wanted.includes(tag)
}
