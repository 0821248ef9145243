import { ok } from '#annotations/model/result'
import type { Answer, BatchRow, ImportRow } from '#app/contract/values'
import type { Dialogs } from '#app/ports/dialogs'
import type { OnRows } from '#app/services/import-batch'
import { type ImportPorts, importDocuments } from '#app/services/import-documents'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { Handlers, Tell } from './serve-calls'

export interface ImportHandlerPorts extends ImportPorts {
  readonly dialogs: Dialogs
  readonly tell: Tell
  readonly withSession: <T>(use: (session: WorkspaceSession) => Promise<Answer<T>>) => Promise<Answer<T>>
  readonly beforeMany: () => Promise<void>
}

type ImportHandlers = Pick<Handlers, 'documents.import' | 'documents.cancel-import'>

/** Calls that bring files in. */
export function createImportHandlers(ports: ImportHandlerPorts): ImportHandlers {
  let stopImport: AbortController | undefined
  return {
    'documents.import': ({ paths, encoding }) =>
      ports.withSession<readonly ImportRow[]>(async session => {
        const chosen = paths ?? (await ports.dialogs.filesToImport())
        stopImport = new AbortController()
        const paced = tellInPaces(ports.tell)
        const rows = await importDocuments(session, ports, chosen, {
          signal: stopImport.signal,
          onRows: paced.onRows,
          beforeMany: ports.beforeMany,
          ...(encoding === undefined ? {} : { encoding }),
        })
        paced.end()
        ports.intake.rest()
        return ok(rows)
      }),
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
