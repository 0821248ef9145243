import { resolve } from 'node:path'
import type { WorkspaceId } from '#annotations/model/ids'
import { ok } from '#annotations/model/result'
import type { WorkspaceProblem } from '#app/services/check/problems'
import { checkWorkspace, type WorkspaceCheck } from '#app/services/check-workspace'
import { backupsOf } from '../../backup/backup-folder'
import { findWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'
import { count } from '../table'
import { findingPhrase, toWords } from '../words'
import { folderFiles } from '../workspace-files'
import { repair } from './repair'

/** `doctor WORKSPACE [--repair]`: checks every file, hash, offset and reference; 1 where something is wrong and stays so. */
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
  const notes: string[] = []
  const problems =
    options.repair === true ? await repaired(io, path, options, checked.value, notes) : checked.value.problems
  const left = problems.filter(problem => !('repaired' in problem && problem.repaired)).length
  const lines = problems.map(
    ({ file, code, entry, ...rest }) =>
      `  ${file}${entry === undefined ? '' : `, ${entry}`}: ${findingPhrase(code)}.${'repaired' in rest && rest.repaired ? ' Repaired.' : ''}`,
  )
  const backups = found.ok ? await troubleWithBackups(options.userFolder, found.value.identity.id) : undefined
  if (backups !== undefined) notes.push(backups)
  return ok({
    status: left === 0 ? 0 : 1,
    json: { ok: left === 0, problems },
    text: [`${count(checked.value.files, 'file')} checked: ${headOf(problems.length, left)}`, ...lines].join('\n'),
    notes,
  })
}

function headOf(problems: number, left: number): string {
  if (problems === 0) return 'nothing is wrong.'
  const repaired = problems - left
  return `${count(problems, 'problem')}${repaired === 0 ? '' : `, ${repaired} repaired`}.`
}

/** The problems after a repair, those that are gone as repaired; what kept it from being done is a note. */
async function repaired(
  io: CliIo,
  path: string,
  options: { readonly userFolder: string },
  { ok: isWell, problems }: WorkspaceCheck,
  notes: string[],
): Promise<readonly (WorkspaceProblem & { readonly repaired: boolean })[]> {
  if (isWell) return []
  const done = await repair(io, path, options)
  if (!done.ok) notes.push(`nothing was repaired: ${toWords(done.error)}`)
  const again = done.ok ? await checkWorkspace(folderFiles(path)) : undefined
  const left = again?.ok === true ? again.value.problems : problems
  const isLeft = (one: WorkspaceProblem) => left.some(other => nameOf(other) === nameOf(one))
  const news = left.filter(one => !problems.some(other => nameOf(other) === nameOf(one)))
  return [
    ...problems.map(one => ({ ...one, repaired: !isLeft(one) })),
    ...news.map(one => ({ ...one, repaired: false })),
  ]
}

function nameOf({ file, code, entry }: WorkspaceProblem): string {
  return JSON.stringify([file, code, entry])
}

/** What keeps the workspace from having whole backups, as a sentence. They are beside the workspace, not part of it. */
async function troubleWithBackups(userFolder: string, workspace: WorkspaceId): Promise<string | undefined> {
  const found = await backupsOf(userFolder, workspace).trouble()
  if (found === undefined) return undefined
  if (found.code !== 'incomplete') return `no backup can be made: ${toWords(found)}`
  const { missing, backup } = found.facts
  return `backup ${backup} is not whole: ${count(missing, 'file')} missing or damaged. The next one mends what it can.`
}
