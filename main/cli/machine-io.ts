import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { defaultUserFolder } from '../profile/user-folder'
import type { CliIo } from './cli-io'
import { readInput } from './read-input'

/** What the command line needs, of the process that runs it; given are where its output goes, how it is started and where files are read. */
export function machineIo(given: Pick<CliIo, 'out' | 'err' | 'program' | 'intake'>): CliIo {
  return {
    ...given,
    input: readInput,
    errIsTerminal: isatty(2),
    cwd: process.cwd(),
    env: process.env,
    version: readVersion(),
    userFolder: defaultUserFolder(),
  }
}

/** The version of the package that the bundle lies in. */
function readVersion(): string {
  try {
    const json: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'))
    return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : 'unknown'
  } catch {
    return 'unknown'
  }
}
