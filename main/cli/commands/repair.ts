import { ok, type Problem, type Result } from '#annotations/model/result'
import type { FileReport } from '#app/ports/workspace-store'
import type { WorkspaceSession } from '#app/services/workspace-session'
import { sparesIn } from '../../backup/find-backups'
import { putBackIdentity, spareIdentity } from '../../backup/mend-identity'
import { openProfile } from '../../profile/profile'
import { putBackSources } from '../../store/put-back-sources'
import { StoreFailure, storeProblem } from '../../store/store-problem'
import { findWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import { lockedBy, write } from '../open-workspace'
import { backUp } from './backup'

export interface RepairOptions {
  readonly userFolder: string
}

/**
 * Mends in the workspace at `path` what can be mended without loss, after a backup: `workspace.json`, texts and original
 * files from backups, the annotator's own files as every opening does, and second copies of them. Colleagues' files are theirs to mend. Refused
 * with what keeps it from being written: another program that has it, a newer version, no backup.
 */
export async function repair(io: CliIo, path: string, options: RepairOptions): Promise<Result<null, Problem>> {
  const identity = await mendIdentity(path, options)
  if (!identity.ok) return identity
  const made = await backUp(io, path, { ...options, reason: 'repair' })
  if (!made.ok) return made
  const profile = await openProfile(options.userFolder)
  return write<null>(io, path, {
    annotators: profile.read().annotators.map(({ id }) => id),
    userFolder: options.userFolder,
    own: session => mendRest(session, path, options),
    handOver: async owner => lockedBy(owner, 'repair'),
  })
}

/** Opening the session has mended texts and own files already. A copy that cannot be merged stays, and is told again. */
async function mendRest(
  session: WorkspaceSession,
  path: string,
  { userFolder }: RepairOptions,
): Promise<Result<null, Problem>> {
  for (const copy of session.store.copies()) if (copy.is !== 'theirs') await session.mergeCopy(copy.file)
  const found = await findWorkspace(path)
  if (!found.ok) return found
  const { root, identity } = found.value
  const texts = session.documents().map(document => [document, [...textsOf(session, document)]] as const)
  return guarded(path, () => putBackSources(root, texts, sparesIn(userFolder)(identity.id, root)))
}

function textsOf(session: WorkspaceSession, document: string) {
  return session.release(document)?.revisions.values() ?? []
}

/** Puts a `workspace.json` back that is gone or damaged, where a backup has it. */
async function mendIdentity(path: string, { userFolder }: RepairOptions): Promise<Result<null, Problem>> {
  const found = await findWorkspace(path)
  if (found.ok) return ok(null)
  const spare = await spareIdentity(userFolder, path, found.error)
  const put = spare === undefined ? found : await putBackIdentity(spare)
  return put.ok ? ok(null) : put
}

async function guarded(
  path: string,
  work: () => Promise<FileReport[] | string | undefined>,
): Promise<Result<null, Problem>> {
  try {
    await work()
    return ok(null)
  } catch (error) {
    return error instanceof StoreFailure ? { ok: false, error: error.problem } : storeProblem(error, path)
  }
}
