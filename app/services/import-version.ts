import type { DocumentId } from '#annotations/model/ids'
import type { ImportRow } from '#app/contract/values'
import type { IntakeOptions } from '#app/ports/intake'
import type { AnnotatorIdentity } from './annotator-entry'
import { addVersion, planVersion, type VersionPorts } from './new-version'
import { readVersionFile, type VersionFilePorts } from './version-from-file'
import type { WorkspaceSession } from './workspace-session'

export interface VersionRequest {
  readonly document: DocumentId
  readonly path: string
  readonly by: AnnotatorIdentity
}

/**
 * Makes the text of a file the current one of a document. Imported: that is on disk; skipped (`same-text`): it was that
 * already; failed: nothing was done, with `text-of-another` and the document that has the text. `anchors`: how
 * annotations stand in it.
 */
export async function importVersion(
  session: WorkspaceSession,
  ports: VersionPorts & VersionFilePorts,
  { document, path, by }: VersionRequest,
  options: IntakeOptions = {},
): Promise<ImportRow> {
  const file = await readVersionFile(ports, path, options)
  if (!file.ok) return { path, state: 'failed', ...file.error }
  const plan = await planVersion(session, ports, document, file.value)
  const done = plan.ok ? await addVersion(session, ports, plan.value, by) : plan
  if (!done.ok) {
    const other = done.error.code === 'text-of-another' ? done.error.facts?.document : undefined
    return { path, state: 'failed', ...done.error, ...(typeof other === 'string' ? { document: other } : {}) }
  }
  const { is, revision, counts } = done.value
  const { warnings } = file.value
  return {
    path,
    state: is === 'same' ? 'skipped' : 'imported',
    document,
    revision,
    ...(is === 'same' ? { code: 'same-text' } : {}),
    ...(is === 'returned' ? { code: 'text-returned' } : {}),
    ...(warnings.length === 0 ? {} : { warnings }),
    anchors: counts,
  }
}
