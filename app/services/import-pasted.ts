import type { ImportRow } from '#app/contract/values'
import type { Copied } from '#app/ports/clipboard'
import type { Files } from '#app/ports/files'
import { type ImportOptions, type ImportPorts, importDocuments } from './import-documents'
import type { WorkspaceSession } from './workspace-session'

/** What was copied, under the names that it has as files. */
const names = { html: 'Pasted text.html', text: 'Pasted text.txt' } as const
const forms = ['html', 'text'] as const

/** Of a page nothing was left, or it was none: the plain text says more. */
const emptyPage: ReadonlySet<string | undefined> = new Set(['no-text', 'unreadable'])

/**
 * Brings what was copied into the workspace as one document, under the rules and limits of a file: as a page where it was copied as
 * one, else, and where that gives no words, as plain text. One row; without anything to paste a failed one, `nothing-copied`.
 */
export async function importPasted(
  session: WorkspaceSession,
  ports: ImportPorts,
  copied: Copied,
  options: ImportOptions = {},
): Promise<ImportRow[]> {
  let rows: ImportRow[] = [{ path: names.text, state: 'failed', code: 'nothing-copied' }]
  for (const form of forms) {
    if (copied[form].trim() === '') continue
    const path = names[form]
    const files = holding(ports.files, path, new TextEncoder().encode(copied[form]))
    rows = await importDocuments(session, { ...ports, files }, [path], options)
    if (!emptyPage.has(rows[0]?.code)) return rows
  }
  return rows
}

/** Files with one more, which is nowhere on the disk. */
function holding(files: Files, path: string, bytes: Uint8Array): Files {
  return {
    ...files,
    list: async () => ({ ok: true, value: [path] }),
    read: async (_path, limit) =>
      bytes.length > limit
        ? { ok: false, error: { code: 'too-large', facts: { bytes: bytes.length, limit } } }
        : { ok: true, value: { name: path, bytes } },
  }
}
