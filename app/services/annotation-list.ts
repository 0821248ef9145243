import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import { writePressmark } from '#annotations/formats/pressmark/write'
import { type ExportFilter, exportSources } from './export-excerpts'
import type { WorkspaceSession } from './workspace-session'

/** Annotations in the schema that `annotate` reads, document by document, each in the order of its text. */
export function annotationList(session: WorkspaceSession, filter: ExportFilter, version: string): ExchangeAnnotation[] {
  return exportSources(session, { ...filter, version }).flatMap(writePressmark)
}
