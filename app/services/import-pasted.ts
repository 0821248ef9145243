import { ok, problem } from '#annotations/model/result'
import type { ImportRow } from '#app/contract/values'
import type { Copied } from '#app/ports/clipboard'
import type { Files } from '#app/ports/files'
import { type ImportOptions, type ImportPorts, importDocuments } from './import-documents'
import type { WorkspaceSession } from './workspace-session'

/** What was copied, under the names that it has as files. */
const names = { html: 'Pasted text.html', text: 'Pasted text.txt' } as const
/** Names that stand for what was copied. */
export const copiedNames: ReadonlySet<string> = new Set(Object.values(names))
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
  const files = withCopied(ports.files, copied)
  for (const form of forms) {
    if (copied[form].trim() === '') continue
    rows = await importDocuments(session, { ...ports, files }, [names[form]], options)
    if (!emptyPage.has(rows[0]?.code)) return rows
  }
  return rows
}

/** Files with what was copied among them under its names, which have no folder as files on the disk have: nothing of it is there. */
export function withCopied(files: Files, copied: Copied): Files {
  const textAt = (path: string) => {
    const form = forms.find(one => names[one] === path)
    return form === undefined || copied[form].trim() === '' ? undefined : copied[form]
  }
  return {
    ...files,
    list: async path => (textAt(path) === undefined ? files.list(path) : ok([path])),
    read: async (path, limit) => {
      const text = textAt(path)
      if (text === undefined) return files.read(path, limit)
      const bytes = new TextEncoder().encode(text)
      return bytes.length > limit ? problem('too-large', { bytes: bytes.length, limit }) : ok({ name: path, bytes })
    },
  }
}
