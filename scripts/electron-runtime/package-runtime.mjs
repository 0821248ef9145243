// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { run } from '../run-command.mjs'
import { cacheRoot } from './cache.mjs'

const RETRY_AFTER_MS = 24 * 60 * 60 * 1000
const FETCH_LIMIT_MS = 10 * 60 * 1000

const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/** The version that package.json asks for. @returns {string} */
export function packageVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

/** Where the program stands in a folder of Electron. */
export function programPath(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The package's own program, if it is there and of the version asked for. */
export function downloadedProgram() {
  const executable = join(packageFolder, 'dist', programPath())
  const stamp = join(packageFolder, 'dist/version')
  if (!existsSync(executable) || !existsSync(stamp)) return undefined
  return readFileSync(stamp, 'utf8').trim().replace(/^v/, '') === packageVersion() ? executable : undefined
}

/**
 * Lets the package fetch its program. A failure is remembered for a day, so that the next start does not wait for it.
 * @returns {Promise<string | undefined>} undefined when it could not be had
 */
export async function fetchProgram(env = process.env, now = Date.now()) {
  const mark = join(cacheRoot(env), `electron-${packageVersion()}-unreachable`)
  if (env.PRESSMARK_RETRY_ELECTRON !== '1' && isRecent(mark, now)) return undefined
  const slow = setTimeout(() => console.error(`Fetching Electron ${packageVersion()} ...`), 3000)
  const status = await run(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_LIMIT_MS,
  })
  clearTimeout(slow)
  const executable = status === 0 ? downloadedProgram() : undefined
  if (!executable) {
    await mkdir(dirname(mark), { recursive: true })
    await writeFile(mark, String(now))
  }
  return executable
}

/** @param {string} mark @param {number} now */
function isRecent(mark, now) {
  if (!existsSync(mark)) return false
  const age = now - Number(readFileSync(mark, 'utf8'))
  return age >= 0 && age < RETRY_AFTER_MS
}
