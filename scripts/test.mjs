// @ts-check
import './node-version.mjs'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build-steps.mjs'
import { packageProgram, root } from './checkout.mjs'
import { ensureChromium } from './electron-runtime/system.mjs'
import { prepareRuntime } from './launch.mjs'
import { playwrightCommand, testEnvironment } from './playwright.mjs'
import { run, runScript } from './run-command.mjs'
import { addCounts, brokenSuite, countLine, countPlaywright, countVitest } from './test-counts.mjs'

const args = process.argv.slice(2)
const only = args.find(arg => arg === '--unit' || arg === '--e2e')
const passedOn = args.filter(arg => arg !== only)

/**
 * Runs a suite and counts by its report.
 * @param {string} name
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reportFile
 * @param {(report: any, status: number) => import('./test-counts.mjs').Counts} count
 */
async function runSuite(name, command, env, reportFile, count) {
  console.log(`\n${name}`)
  const [program = '', ...rest] = command
  const status = await run(program, rest, { cwd: root, env })
  if (!existsSync(reportFile)) return brokenSuite(`${name}: it ended with status ${status} and left no report.`)
  try {
    return count(JSON.parse(readFileSync(reportFile, 'utf8')), status)
  } catch (error) {
    return brokenSuite(`${name}: its report could not be read (${error}).`)
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string} reports */
function runVitest(env, reports) {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const command = [...packageProgram('vitest'), 'run', ...reporters, ...(only ? passedOn : [])]
  return runSuite('Unit and browser tests', command, env, file, countVitest)
}

/** @param {NodeJS.ProcessEnv} env @param {string} reports */
function runPlaywright(env, reports) {
  const file = join(reports, 'playwright.json')
  const command = playwrightCommand('app', ['--reporter=list,json', ...(only ? passedOn : [])])
  const reportEnv = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  return runSuite('End-to-end tests', command, reportEnv, file, countPlaywright)
}

/** @param {string} reports */
async function runSuites(reports) {
  const chromium = ensureChromium()
  const env = testEnvironment(await prepareRuntime(), chromium)
  const isBuilt = (await build(['--logLevel', 'warn'])) === 0
  const suites = isBuilt ? [] : [brokenSuite('The build failed, so the end-to-end tests were not run.')]
  if (only !== '--e2e') suites.push(await runVitest(env, reports))
  if (only !== '--unit' && isBuilt) suites.push(await runPlaywright(env, reports))
  return suites
}

await runScript(async () => {
  const reports = await mkdtemp(join(tmpdir(), 'pressmark-test-'))
  const suites = await runSuites(reports).catch(error => [brokenSuite(`The set-up failed: ${error.message}`)])
  await rm(reports, { recursive: true, force: true })
  const total = addCounts(suites)
  if (total.remarks.length > 0) console.log(`\n${total.remarks.join('\n')}`)
  console.log(countLine(total))
  return total.failed === 0 ? 0 : 1
})
