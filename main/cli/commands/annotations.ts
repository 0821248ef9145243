import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import type { DocumentId } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import { ok } from '#annotations/model/result'
import { annotationList } from '#app/services/annotation-list'
import { findReader, knownAnnotators } from '#app/services/find-annotator'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { reading } from '../reading'
import { count, oneLine, table } from '../table'

/** `annotations WORKSPACE [DOC] [--annotator A]`: in the order of the text, document by document. */
export function annotations(
  io: CliIo,
  workspace: string,
  document: string | undefined,
  options: { readonly annotator?: string },
): Promise<CommandResult> {
  const only = document === undefined ? undefined : [document]
  return reading(io, workspace, only, session => {
    const wanted = options.annotator
    const annotators = wanted === undefined ? undefined : findReader(knownAnnotators(session), wanted)
    if (annotators?.ok === false) return annotators
    const filter = {
      ...(only === undefined ? {} : { documents: only }),
      ...(annotators === undefined ? {} : { annotators: annotators.value }),
    }
    const list = annotationList(session, filter, io.version)
    return ok({ status: 0, json: list, text: asText(session, list) })
  })
}

function asText(session: WorkspaceSession, list: readonly ExchangeAnnotation[]): string {
  if (list.length === 0) return 'No annotations.'
  const byDocument = new Map<DocumentId, ExchangeAnnotation[]>()
  for (const annotation of list) {
    byDocument.set(annotation.document, [...(byDocument.get(annotation.document) ?? []), annotation])
  }
  const parts = [...byDocument].map(([document, found]) => {
    const release = session.release(document)
    const headline = release === undefined ? '' : oneLine(headlineOf(release), 80)
    return `${headline}  (${document})\n${table(found.map(toRow), '  ')}`
  })
  return `${parts.join('\n\n')}\n\n${count(list.length, 'annotation')}`
}

function toRow({ target, kind, author, anchorState, tags, id }: ExchangeAnnotation): string[] {
  const state = anchorState === 'exact' || anchorState === 'moved' ? '' : ` (${anchorState})`
  return [
    target.map(({ start, end }) => `${start}-${end}`).join(';') + state,
    kind,
    oneLine(author, 20),
    oneLine(target.map(({ exact }) => exact).join(' … '), 60),
    oneLine(tags.join(', '), 40),
    id,
  ]
}
