import { buildExcerpts, type ExportSource } from '#annotations/formats/build-excerpts'
import { exportPlace } from '#annotations/formats/export-place'
import { excerptFormats } from '#annotations/formats/registry'
import type { AnnotationId } from '#annotations/model/ids'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import type { ExportPreview } from '#app/contract/excerpt-query'
import { addLosses, exportSources, inOrder, rowsByAuthor } from './export-excerpts'
import type { WorkspaceSession } from './workspace-session'

/** Excerpts that are written out for a preview, and the most lines that are shown of them. */
const previewed = 5
const mostLines = 60

export interface PreviewRequest {
  readonly format: string
  readonly version: string
  readonly raw?: boolean
  /** In the order of the rows. */
  readonly annotations: readonly AnnotationId[]
}

/** How a file of these annotations begins, what its format cannot carry of all of them, and how many rows are proven. */
export function previewExport(session: WorkspaceSession, request: PreviewRequest): Result<ExportPreview, Problem> {
  const format = excerptFormats.find(candidate => candidate.name === request.format)
  if (format === undefined) return problem('unknown-format', { format: request.format })
  const { version, annotations } = request
  const sources = exportSources(session, { version, annotations })
  const first = annotations.slice(0, previewed)
  const beginning = exportSources(session, { version, annotations: first }).flatMap(buildExcerpts)
  const text = format.write(inOrder(beginning, first), { raw: request.raw === true })
  return ok({
    lines: text
      .replace(/^\uFEFF|\s+$/gu, '')
      .split(/\r?\n/u)
      .slice(0, mostLines),
    rows: sources.reduce((sum, source) => sum + source.annotations.length, 0),
    by: rowsByAuthor(sources),
    losses: addLosses(sources),
    proven: sources.reduce((sum, source) => sum + provenIn(source), 0),
  })
}

function provenIn({ annotations, revision, revisions }: ExportSource): number {
  return annotations.filter(({ annotation }) => {
    const place = exportPlace(annotation, revision, revisions)
    const target = place.segments.filter(({ part }) => part === 'content')
    return (
      target.length > 0 && target.every(({ start, end, exact }) => place.revision?.text.slice(start, end) === exact)
    )
  }).length
}
