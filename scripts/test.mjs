// @ts-check
import './node-version.mjs'
import { join } from 'node:path'
import { build } from './build-steps.mjs'
import { ensureChromium } from './electron-runtime/system.mjs'
import { ensureFaultTools } from './fault-tools.mjs'
import { prepareRuntime } from './launch.mjs'
import { playwrightCommand, testEnvironment } from './playwright.mjs'
import { runScript } from './run-command.mjs'
import { countedSuites, runSuite, runVitest } from './run-suite.mjs'
import { brokenSuite, countPlaywright } from './test-counts.mjs'

const args = process.argv.slice(2)
const only = args.find(arg => arg === '--unit' || arg === '--e2e')
const passedOn = args.filter(arg => arg !== only)

/** @param {NodeJS.ProcessEnv} env @param {string} reports */
function runPlaywright(env, reports) {
  const file = join(reports, 'playwright.json')
  const command = playwrightCommand('app', ['--reporter=list,json', ...(only ? passedOn : [])])
  const reportEnv = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  return runSuite('End-to-end tests', command, reportEnv, file, countPlaywright)
}

/** The fault tests in their short form. @param {NodeJS.ProcessEnv} env @param {string} reports */
function runFaults(env, reports) {
  ensureFaultTools()
  return runVitest('Fault tests', ['faults'], { ...env, PRESSMARK_FAULTS: 'short' }, reports, [])
}

/** @param {string} reports */
async function runSuites(reports) {
  const chromium = ensureChromium()
  const env = testEnvironment(await prepareRuntime(), chromium)
  const isBuilt = (await build(['--logLevel', 'warn'])) === 0
  const suites = isBuilt ? [] : [brokenSuite('The build failed, so the end-to-end tests were not run.')]
  if (only !== '--e2e') {
    suites.push(await runVitest('Unit and browser tests', ['unit', 'browser'], env, reports, only ? passedOn : []))
  }
  if (only === undefined) suites.push(await runFaults(env, reports))
  if (only !== '--unit' && isBuilt) suites.push(await runPlaywright(env, reports))
  return suites
}

await runScript(() => countedSuites(runSuites))
