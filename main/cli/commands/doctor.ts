import { resolve } from 'node:path'
import type { WorkspaceId } from '#annotations/model/ids'
import { ok } from '#annotations/model/result'
import { checkWorkspace } from '#app/services/check-workspace'
import { backupsOf } from '../../backup/backup-folder'
import { findWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { count } from '../table'
import { findingPhrase, toWords } from '../words'
import { folderFiles } from '../workspace-files'

/** `doctor WORKSPACE [--repair]`: checks every file, hash, offset and reference; 1 where something is wrong. */
export async function doctor(
  io: CliIo,
  workspace: string,
  options: { readonly repair?: boolean; readonly userFolder: string },
): Promise<CommandResult> {
  const path = resolve(io.cwd, workspace)
  const found = await findWorkspace(path)
  if (!found.ok && found.error.code === 'not-found') return found
  const checked = await checkWorkspace(folderFiles(path))
  if (!checked.ok) return found.ok ? checked : found
  if (!found.ok && checked.value.files === 0) return found
  const { files } = checked.value
  const problems = checked.value.problems.map(problem =>
    options.repair === true ? { ...problem, repaired: false } : problem,
  )
  const lines = problems.map(
    ({ file, code, entry }) => `  ${file}${entry === undefined ? '' : `, ${entry}`}: ${findingPhrase(code)}.`,
  )
  const head = problems.length === 0 ? 'nothing is wrong.' : `${count(problems.length, 'problem')}.`
  const notes =
    options.repair === true && problems.length > 0
      ? ['nothing was repaired: this version finds problems and leaves every file as it is.']
      : []
  const backups = found.ok ? await troubleWithBackups(options.userFolder, found.value.identity.id) : undefined
  if (backups !== undefined) notes.push(backups)
  return ok({
    status: problems.length === 0 ? 0 : 1,
    json: { ok: problems.length === 0, problems },
    text: [`${count(files, 'file')} checked: ${head}`, ...lines].join('\n'),
    notes,
  })
}

/** What keeps the workspace from having whole backups, as a sentence. They are beside the workspace, not part of it. */
async function troubleWithBackups(userFolder: string, workspace: WorkspaceId): Promise<string | undefined> {
  const found = await backupsOf(userFolder, workspace).trouble()
  if (found === undefined) return undefined
  if (found.code !== 'incomplete') return `no backup can be made: ${toWords(found)}`
  const { missing, backup } = found.facts
  return `backup ${backup} is not whole: ${count(missing, 'file')} missing or damaged. The next one mends what it can.`
}
