import { ok, type Result } from '#annotations/model/result'
import type { Backup } from '#app/ports/backups'
import type { Clock } from '#app/ports/clock'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FileSystem } from '../store/file-system'
import { statIfThere } from '../store/place-file'
import type { BackupFolder } from './backup-folder'
import { planRestore, type RestorePlan, type RestoreWish } from './plan-restore'
import { putFiles } from './put-files'

export interface RestorePorts {
  readonly fs: FileSystem
  readonly backups: BackupFolder
  readonly clock: Clock
}

/** What was put back. `before`: the backup of how it was; absent where there was nothing to lose or nothing to do. */
export interface RestoredFiles {
  readonly plan: RestorePlan
  readonly before?: Backup
}

/**
 * The part of a restore that is done to files: first a backup of what is there, then what is missing or damaged is put
 * back. The own changes since are for edits (`restoreEdits` of the plan's `earlier`) in a session that is opened after it.
 * Only for whoever has the lock of the workspace, with no session open. `root` must be there.
 */
export async function restoreFiles(
  { fs, backups, clock }: RestorePorts,
  wish: RestoreWish & { readonly name: string; readonly by: string | undefined },
): Promise<Result<RestoredFiles, StoreProblem>> {
  const { root, backup, name, by } = wish
  const planned = await planRestore(fs, backups, wish)
  if (!planned.ok) return planned
  const plan = planned.value
  if (plan.put.length + plan.unite.length + plan.earlier.size === 0) return ok({ plan })
  const isThere = (await statIfThere(fs, root)) !== undefined && (await fs.readdir(root)).length > 0
  const before = isThere ? await backups.create({ reason: 'restore', root, name, by }, clock) : undefined
  if (before?.ok === false) return before
  const put = await putFiles(fs, backups, root, backup.workspace, plan, clock.now())
  if (!put.ok) return put
  return ok({ plan, ...(before === undefined ? {} : { before: before.value.backup }) })
}
