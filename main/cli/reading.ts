import type { DocumentId } from '#annotations/model/ids'
import { problem } from '#annotations/model/result'
import type { WorkspaceSession } from '#app/services/workspace-session'
import type { CliIo } from './cli-io'
import { openForReading, unreadFiles } from './open-workspace'
import type { CommandResult, Outcome } from './outcome'

/**
 * A command that only reads: opens the workspace, and for what could not be read of it adds a note each and makes the
 * outcome one in part. `documents`: those that the command is about; without, all are.
 */
export async function reading(
  io: CliIo,
  workspace: string,
  documents: readonly DocumentId[] | undefined,
  read: (session: WorkspaceSession) => Promise<CommandResult> | CommandResult,
): Promise<CommandResult> {
  const session = await openForReading(io, workspace)
  if (!session.ok) return session
  const missing = documents?.find(document => session.value.release(document) === undefined)
  if (missing !== undefined) return noDocument(session.value, missing)
  const result = await read(session.value)
  if (!result.ok) return result
  const unread = unreadFiles(session.value, documents)
  const newer = session.value.store.readOnly === 'newer-version'
  const notes = [
    ...(result.value.notes ?? []),
    ...(newer ? ['the workspace was written by a newer Pressmark; what it does not know is left out.'] : []),
    ...unread,
  ]
  const outcome: Outcome = { ...result.value, notes }
  return { ok: true, value: unread.length > 0 && outcome.status === 0 ? { ...outcome, status: 1 } : outcome }
}

/** A document that is not there, or whose texts are all damaged. */
export function noDocument(session: WorkspaceSession, document: string) {
  const damaged = session.damaged().find(({ file }) => file.startsWith(`documents/${document}/revisions/`))
  if (damaged === undefined) return problem('unknown-document', { document })
  return problem('damaged', { file: damaged.file, reason: damaged.code })
}
