import type { Problem } from '#annotations/model/result'
import type { Clock } from '#app/ports/clock'
import type { OpenOptions } from '../store/workspace-folder'
import { backupsOf } from './backup-folder'

/**
 * Makes a backup in a profile before files of an older version are written in the present one. Where none can be made it
 * is told, and work goes on: the generation before stays beside each file.
 */
export function backUpBeforeMigration(
  userFolder: string,
  clock: Clock,
  trouble: (problem: Problem) => void,
): NonNullable<OpenOptions['beforeMigration']> {
  return async ({ id, name }, root) => {
    const made = await backupsOf(userFolder, id).create({ reason: 'migration', root, name }, clock)
    if (!made.ok) trouble(made.error)
  }
}
