// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Advice } from '../run-command.mjs'
import { buildLoader } from './build-loader.mjs'
import { FALLBACK_VERSION, fetchFallback } from './fallback.mjs'
import { downloadedProgram, fetchProgram, packageVersion, programPath } from './package-runtime.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} version
 * @property {'override' | 'package' | 'fallback'} kind
 * @property {string[]} args to be put before the app folder
 * @property {string} why half a sentence for the user
 */

/** The first version with everything that the product asks of Electron; older ones get the loader. */
const COMPLETE_SINCE = 35

const places = {
  env: process.env,
  uid: process.getuid?.(),
  downloadedProgram,
  fetchProgram,
  fetchFallback,
  buildLoader,
  readOverride,
}

/**
 * Finds the Electron to run: the user's own, that of the `electron` package, else the stand-in.
 * @param {Partial<typeof places>} [fakes]
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime(fakes = {}) {
  const from = { ...places, ...fakes }
  const found = await findProgram(from)
  const args = from.uid === 0 ? ['--no-sandbox'] : []
  if (Number.parseInt(found.version, 10) < COMPLETE_SINCE) args.push(await from.buildLoader())
  return { ...found, args }
}

/** @param {typeof places} from @returns {Promise<Omit<Runtime, 'args'>>} */
async function findProgram(from) {
  const folder = from.env.ELECTRON_OVERRIDE_DIST_PATH
  if (folder) {
    return { ...from.readOverride(folder), kind: 'override', why: 'ELECTRON_OVERRIDE_DIST_PATH names it' }
  }
  const own = from.downloadedProgram() ?? (await from.fetchProgram(from.env))
  if (own) {
    return {
      executable: own,
      version: packageVersion(),
      kind: 'package',
      why: 'it is the version package.json asks for',
    }
  }
  const why = `Electron ${packageVersion()} could not be downloaded; this stand-in is for development and tests only, and gaps are filled in`
  return { executable: await from.fetchFallback(), version: FALLBACK_VERSION, kind: 'fallback', why }
}

/** @param {string} folder */
function readOverride(folder) {
  const executable = join(folder, programPath())
  if (!existsSync(executable)) {
    throw new Advice(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${programPath()} in it.`)
  }
  const stamp = join(folder, 'version')
  const version = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim().replace(/^v/, '') : packageVersion()
  return { executable, version }
}

/**
 * The line that tells the user what runs.
 * @param {Runtime} runtime
 */
export function describeRuntime(runtime) {
  const sandbox = runtime.args.includes('--no-sandbox') ? ' As root it runs without the Chromium sandbox.' : ''
  return `Electron ${runtime.version} runs: ${runtime.why}.${sandbox}`
}
