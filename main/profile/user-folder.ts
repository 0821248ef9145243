import { homedir } from 'node:os'
import { join } from 'node:path'

/** The name that Electron gives the app's folder: that of `package.json`, which has no other. */
const appName = 'pressmark'

/** What the place of the folder depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: { readonly [name: string]: string | undefined }
  readonly home: string
}

/**
 * The folder of the profile where nobody names another: the one that Electron calls `userData`, so that the command
 * line and the app are the same person.
 */
export function defaultUserFolder(machine: Machine = thisMachine()): string {
  const { platform, env, home } = machine
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), appName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', appName)
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), appName)
}

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() }
}
