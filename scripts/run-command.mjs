// @ts-check
import { spawn, spawnSync } from 'node:child_process'

/**
 * Runs a program to its end with our own output; resolves to its exit status (128 + n for a signal, 127 when it is not there).
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const pass = /** @param {NodeJS.Signals} signal */ signal => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    /** @param {number} status */
    const end = status => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(status)
    }
    child.on('error', () => end(127))
    child.on('close', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/**
 * Runs a program quietly.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function capture(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20, ...options })
  return {
    ok: done.status === 0,
    out: String(done.stdout ?? ''),
    err: String(done.stderr ?? done.error?.message ?? ''),
  }
}

/**
 * Whether a program is on the PATH.
 * @param {string} command
 */
export function hasProgram(command) {
  return process.platform === 'win32'
    ? capture('where', [command]).ok
    : capture('sh', ['-c', 'command -v -- "$1"', 'sh', command]).ok
}

/** A failure that the user can do something about: scripts print its message alone, without a stack. */
export class Advice extends Error {}

/**
 * The frame of every script: the status becomes the exit status; advice is printed as a sentence.
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(error instanceof Advice ? error.message : error)
    process.exitCode = 1
  }
}
