import type { Problem } from '#annotations/model/result'
import type { ImportRow } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Files } from '#app/ports/files'
import type { Ids } from '#app/ports/ids'
import { type Intake, maxInputBytes } from '#app/ports/intake'
import type { WorkspaceSession } from './workspace-session'

export interface ImportPorts {
  readonly files: Files
  readonly intake: Intake
  readonly clock: Clock
  readonly ids: Ids
}

export interface ImportOptions {
  readonly signal?: AbortSignal
  onProgress?(done: number, total: number, path: string): void
  /** Awaited before the first of many files: more than `fewFiles`. */
  beforeMany?(): Promise<void>
}

/** So many files come in without a backup first: an import changes no file that is there. */
export const fewFiles = 5

/**
 * Brings files, and all files below folders, into the workspace: one row per file. The same text again is skipped
 * with the document that has it. A failure of one file does not stop the rest; after a cancel the rest are rows
 * with code `cancelled`. What a row calls imported is on disk.
 */
export async function importDocuments(
  session: WorkspaceSession,
  ports: ImportPorts,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<ImportRow[]> {
  const found: (string | ImportRow)[] = []
  for (const path of paths) {
    const listed = await ports.files.list(path)
    if (!listed.ok) found.push(failed(path, listed.error))
    else if (listed.value.length === 0) found.push(failed(path, { code: 'empty-folder' }))
    else found.push(...listed.value)
  }
  if (found.length > fewFiles) await options.beforeMany?.()
  const rows: ImportRow[] = []
  for (const [index, item] of found.entries()) {
    options.onProgress?.(index, found.length, typeof item === 'string' ? item : item.path)
    if (typeof item !== 'string') rows.push(item)
    else if (options.signal?.aborted === true) rows.push(failed(item, { code: 'cancelled' }))
    else rows.push(await importOne(session, ports, item, options.signal))
  }
  if (found.length > 0) options.onProgress?.(found.length, found.length, '')
  return rows
}

async function importOne(
  session: WorkspaceSession,
  ports: ImportPorts,
  path: string,
  signal: AbortSignal | undefined,
): Promise<ImportRow> {
  const file = await ports.files.read(path, maxInputBytes)
  if (!file.ok) return failed(path, file.error)
  const read = await ports.intake.read(file.value, ports.clock.now(), signal === undefined ? {} : { signal })
  if (!read.ok) return failed(path, read.error)
  const { revision, warnings } = read.value
  const known = session.documentWithText(revision.id)
  if (known !== undefined) {
    const code = session.release(known)?.deleted === true ? 'same-text-removed' : 'same-text'
    return { path, state: 'skipped', document: known, revision: revision.id, code }
  }
  const document = ports.ids.next()
  const written = await session.addDocument(document, revision, file.value.bytes)
  if (!written.ok) return failed(path, written.error)
  return { path, state: 'imported', document, revision: revision.id, ...(warnings.length === 0 ? {} : { warnings }) }
}

function failed(path: string, { code, facts }: Problem): ImportRow {
  return { path, state: 'failed', code, ...(facts === undefined ? {} : { facts }) }
}
