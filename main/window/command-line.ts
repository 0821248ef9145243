import { resolve } from 'node:path'

/** What the desktop app was asked for on its command line. */
export interface Wanted {
  readonly workspace?: string
  readonly files: readonly string[]
}

/**
 * Reads the app's own switches: `--workspace DIR` or `--workspace=DIR`, and file paths to import. The arguments must
 * not hold the program and the app folder. Switches of Chromium are passed over.
 */
export function readCommandLine(args: readonly string[], folder: string): Wanted {
  let workspace: string | undefined
  const files: string[] = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '--workspace') {
      i += 1
      workspace = args[i]
    } else if (arg.startsWith('--workspace=')) workspace = arg.slice('--workspace='.length)
    else if (arg === '--user-data-dir') i += 1
    else if (!arg.startsWith('-') && arg !== '') files.push(resolve(folder, arg))
  }
  return { ...(workspace === undefined || workspace === '' ? {} : { workspace: resolve(folder, workspace) }), files }
}

/** The arguments that are meant for the app: what follows the program, and in a checkout the app folder too. */
export function ownArguments(argv: readonly string[], isCheckout: boolean): readonly string[] {
  const args = argv.slice(1)
  if (!isCheckout) return args
  const folder = args.findIndex(arg => !arg.startsWith('-'))
  return folder < 0 ? args : [...args.slice(0, folder), ...args.slice(folder + 1)]
}
