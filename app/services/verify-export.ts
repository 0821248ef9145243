import { entryKey } from '#annotations/changes/entry'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { entryIn } from '#annotations/changes/unite'
import { formatOfFile } from '#annotations/formats/registry'
import { type ExcerptLookup, type Verification, verifyExcerpts } from '#annotations/formats/verify-excerpts'
import { readAnnotation } from '#annotations/model/read-annotation'
import { ok, type Problem, problem, type Result } from '#annotations/model/result'
import { readEnvelope } from '#annotations/workspace/envelope'
import { readRevisionLines } from '#annotations/workspace/revision-lines'
import type { WorkspaceFiles } from '#app/ports/workspace-files'
import { annotationsIn } from './document-row'
import type { WorkspaceSession } from './workspace-session'

export type VerifyCode = 'unknown-format' | 'not-excerpts' | 'no-rows'

/**
 * Checks every excerpt of an exported file, whose format is that of its name, against the texts of a workspace.
 * `unknown-format`: no format of excerpts has that extension; `not-excerpts`: the file holds nothing that is one;
 * `no-rows`: it is empty but for its head, so that nothing tells an export of nothing from one whose rows are gone.
 */
export async function verifyExport(
  session: WorkspaceSession,
  files: WorkspaceFiles,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<Verification, Problem<VerifyCode>>> {
  const format = formatOfFile(file.name)
  if (format === undefined) return problem('unknown-format', { file: file.name })
  const rows = format.read(new TextDecoder('utf-8').decode(file.bytes))
  if (!rows.ok) return rows
  if (rows.value.length === 0) return problem('no-rows')
  return ok(verifyExcerpts(rows.value, lookupIn(session, await damagedTexts(session, files))))
}

function lookupIn(session: WorkspaceSession, damaged: ReadonlyMap<string, string>): ExcerptLookup {
  const documents = new Set<string>(session.documents())
  return {
    hasDocument: document => documents.has(document),
    text: (document, revision) =>
      session.release(document)?.revisions.get(revision)?.text ?? damaged.get(`${document} ${revision}`),
    annotations: document =>
      annotationsIn(session.state().scopes.get(documentScope(document)) ?? emptyScope).map(one => one.annotation.id),
    annotation(document, annotation) {
      const scope = session.state().scopes.get(documentScope(document)) ?? emptyScope
      const entry = entryIn(scope, entryKey('annotation', annotation))
      return entry === undefined ? undefined : readAnnotation(entry)
    },
  }
}

/** What can be read of revisions that the store refused, by document and hash; nothing of one that is no text at all. */
async function damagedTexts(session: WorkspaceSession, files: WorkspaceFiles): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const { file } of session.damaged()) {
    const [, document, hash] = /^documents\/([^/]+)\/revisions\/([^/]+)\.json$/.exec(file) ?? []
    if (document === undefined || hash === undefined) continue
    const bytes = await files.read(file)
    texts.set(`${document} ${hash}`, bytes.ok ? textOf(bytes.value) : '')
  }
  return texts
}

function textOf(bytes: Uint8Array): string {
  const envelope = readEnvelope(new TextDecoder('utf-8').decode(bytes))
  if (!envelope.ok) return ''
  const lines = readRevisionLines(envelope.value.entries)
  return lines.ok ? lines.value.revision.text : ''
}
