import { headlineOf, metaText, publishedOf } from '#annotations/model/release'
import { ok, problem } from '#annotations/model/result'
import { showDocument } from '#app/services/show-document'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { noDocument, reading } from '../reading'
import { oneLine, table } from '../table'

/** `show WORKSPACE DOC [--text]`: blocks with roles and offsets, or the canonical text alone, byte for byte. */
export async function show(
  io: CliIo,
  workspace: string,
  document: string,
  options: { readonly text?: boolean; readonly json?: boolean },
): Promise<CommandResult> {
  if (options.text === true && options.json === true) return problem('both-forms')
  return reading(io, workspace, [document], session => {
    const shown = showDocument(session, document)
    const release = session.release(document)
    if (shown === undefined || release === undefined) return noDocument(session, document)
    const notes = release.deleted ? ['this document was removed from the library.'] : []
    if (options.text === true) return ok({ status: 0, json: undefined, text: shown.text, bare: true, notes })
    const head: [string, string | undefined][] = [
      ['document', shown.id],
      ['revision', shown.revision],
      ['issuer', metaText(release, 'issuer')],
      ['published', publishedOf(release)?.date],
      ['source', release.current.source?.name],
    ]
    const facts = head.flatMap(([name, value]) => (value === undefined ? [] : [[name, oneLine(value)]]))
    const blocks = shown.blocks.map(({ n, start, end, role, text }) => [
      String(n).padStart(3),
      `${start}-${end}`,
      role,
      oneLine(text),
    ])
    const text = `${oneLine(headlineOf(release), 100)}\n\n${table(facts)}\n\n${table(blocks)}`
    return ok({ status: 0, json: shown, text, notes })
  })
}
