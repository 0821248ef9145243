import type { WorkspaceId } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import type { Drafts } from '../profile/drafts'
import type { Handlers } from './serve-calls'

/** Calls about texts that are edited and not finished; they lie with the workspace that is open. */
export function createDraftHandlers(
  drafts: Drafts,
  workspace: () => WorkspaceId | undefined,
): Pick<Handlers, 'draft.keep' | 'draft.read' | 'draft.drop'> {
  return {
    'draft.keep': async ({ document, text }) => {
      const id = workspace()
      return id === undefined ? problem('no-workspace') : drafts.keep(id, document, text)
    },
    'draft.read': async ({ document }) => {
      const id = workspace()
      return ok(id === undefined ? null : await drafts.read(id, document))
    },
    'draft.drop': async ({ document }) => {
      const id = workspace()
      if (id !== undefined) await drafts.drop(id, document)
      return ok(null)
    },
  }
}
