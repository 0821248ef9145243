import { basename, resolve } from 'node:path'
import { ok, problem } from '#annotations/model/result'
import { machineClock, machineIds } from '../../clock-and-ids'
import { createWorkspace } from '../../store/workspace-folder'
import type { CliIo } from '../cli-io'
import type { CommandResult } from '../outcome'

/** `init WORKSPACE [--name NAME]`: makes a new or empty folder a workspace. */
export async function init(io: CliIo, workspace: string, options: { readonly name?: string }): Promise<CommandResult> {
  const path = resolve(io.cwd, workspace)
  const name = (options.name ?? basename(path)).trim()
  if (name === '') return problem('empty-name', { option: '--name' })
  const id = machineIds.next()
  const made = await createWorkspace(path, { id, name, created: machineClock.now() })
  if (!made.ok) return made
  return ok({ status: 0, json: { id, name, path }, text: `Workspace "${name}" made in ${path}` })
}
