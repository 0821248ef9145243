import { spawnSync } from 'node:child_process'
import { isThere } from './mounts'

/** The user that owns nothing, on all Linux systems. */
export const nobody = 65_534

/** What runs a program as `nobody`; a sentence where that cannot be done here. */
export function asNobody(): readonly string[] | string {
  if (process.getuid?.() !== 0) return 'only root may run a program as another user'
  if (!isThere('setpriv')) return 'setpriv not found'
  const under = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  const [program = '', ...args] = under
  const tried = spawnSync(program, [...args, process.execPath, '-e', ''], { encoding: 'utf8' })
  return tried.status === 0 ? under : `another user may not run Node here: ${tried.stderr}`
}
