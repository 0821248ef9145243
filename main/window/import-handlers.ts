import { ok, problem } from '#annotations/model/result'
import type { Answer, BatchRow, ImportRow } from '#app/contract/values'
import type { Clipboard, Copied } from '#app/ports/clipboard'
import type { Dialogs } from '#app/ports/dialogs'
import type { OnRows } from '#app/services/import-batch'
import { type ImportOptions, type ImportPorts, importDocuments } from '#app/services/import-documents'
import { copiedNames, importPasted, withCopied } from '#app/services/import-pasted'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { Handlers, Tell } from './serve-calls'

export interface ImportHandlerPorts extends ImportPorts {
  readonly dialogs: Dialogs
  readonly clipboard: Clipboard
  readonly tell: Tell
  readonly withSession: <T>(use: (session: WorkspaceSession) => Promise<Answer<T>>) => Promise<Answer<T>>
  readonly beforeMany: () => Promise<void>
}

type ImportHandlers = Pick<Handlers, 'documents.import' | 'documents.paste' | 'documents.cancel-import'>

/** Calls that bring files in. */
export function createImportHandlers(ports: ImportHandlerPorts): ImportHandlers {
  let stopImport: AbortController | undefined
  /** What was pasted and did not come in: it can be tried again, and is nowhere else. */
  let kept: Copied | undefined

  function bring(
    read: (session: WorkspaceSession, options: ImportOptions) => Promise<readonly ImportRow[]>,
  ): Promise<Answer<readonly ImportRow[]>> {
    return ports.withSession(async session => {
      stopImport = new AbortController()
      const paced = tellInPaces(ports.tell)
      const { beforeMany } = ports
      const rows = await read(session, { signal: stopImport.signal, onRows: paced.onRows, beforeMany })
      paced.end()
      ports.intake.rest()
      return ok(rows)
    })
  }

  /** What was pasted is not needed once it came in. */
  function letGo(rows: Answer<readonly ImportRow[]>): void {
    if (rows.ok && rows.value.some(({ path, state }) => copiedNames.has(path) && state !== 'failed')) kept = undefined
  }

  return {
    'documents.import': async ({ paths, encoding }) => {
      const chosen = paths ?? (await ports.dialogs.filesToImport())
      const named = encoding === undefined ? {} : { encoding }
      const files = kept === undefined ? ports.files : withCopied(ports.files, kept)
      const rows = await bring((session, options) =>
        importDocuments(session, { ...ports, files }, chosen, { ...options, ...named }),
      )
      letGo(rows)
      return rows
    },
    'documents.paste': async () => {
      const copied = await ports.clipboard.read()
      if (`${copied.html}${copied.text}`.trim() === '') return problem('nothing-copied')
      kept = copied
      const rows = await bring((session, options) => importPasted(session, ports, copied, options))
      letGo(rows)
      return rows
    },
    'documents.cancel-import': async () => {
      stopImport?.abort()
      return ok(null)
    },
  }
}

/** Between two tellings, in milliseconds: a person sees it move, and the window has time for other things. */
const pace = 100

/** Tells the window of rows that changed, together and not too often. */
function tellInPaces(tell: Tell): { readonly onRows: OnRows; end(): void } {
  const changed = new Map<number, BatchRow>()
  let whole = false
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    tell('import-rows', { rows: [...changed], whole })
    changed.clear()
    whole = false
  }
  return {
    onRows: (rows, all) => {
      if (all) changed.clear()
      whole ||= all
      for (const [at, row] of rows) changed.set(at, row)
      timer ??= setTimeout(flush, pace)
    },
    end: () => clearTimeout(timer),
  }
}
