import type { AnnotatorId } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import type { Answer } from '#app/contract/values'
import type { Clock } from '#app/ports/clock'
import type { Ids } from '#app/ports/ids'
import { fileNews, fileReportRows, takeBack } from '#app/services/file-reports'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { tellingChanges } from './desktop-workspace'
import type { Handlers, Tell } from './serve-calls'

export interface ReportHandlerPorts {
  readonly tell: Tell
  readonly clock: Clock
  readonly ids: Ids
  /** Who is at the desk. */
  readonly annotator: () => { readonly id: AnnotatorId } | undefined
  withSession<T>(use: (session: WorkspaceSession) => Promise<Answer<T>> | Answer<T>): Promise<Answer<T>>
}

/** What a person does about files that were not as written, and about second copies. */
export function createReportHandlers(
  ports: ReportHandlerPorts,
): Pick<Handlers, 'reports.take-back' | 'reports.merge-copy'> {
  return {
    'reports.take-back': ({ scope, edits }) =>
      ports.withSession(async session => {
        const identity = ports.annotator()
        if (identity === undefined) return problem('not-mine')
        const taken = await tellingChanges(session, ports.tell, () =>
          takeBack(session, identity.id, { scope, edits }, ports),
        )
        return taken.ok ? ok(fileReportRows(session, identity.id)) : taken
      }),
    'reports.merge-copy': ({ file }) =>
      ports.withSession(async session => {
        const merged = await tellingChanges(session, ports.tell, () => session.mergeCopy(file))
        if (!merged.ok) return merged
        return ok({ keptAt: merged.value, files: fileNews(session, ports.annotator()?.id) })
      }),
  }
}
