#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultUserFolder } from '../profile/user-folder'
import { runCli } from './run'

/** The version of the package that the bundle lies in. */
function readVersion(): string {
  try {
    const json: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'))
    return typeof json === 'object' && json !== null && 'version' in json ? String(json.version) : 'unknown'
  } catch {
    return 'unknown'
  }
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', error => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
  process.exit(0)
})

void runCli(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  errIsTerminal: process.stderr.isTTY === true,
  cwd: process.cwd(),
  env: process.env,
  version: readVersion(),
  userFolder: defaultUserFolder(),
}).then(status => {
  process.exitCode = status
})
