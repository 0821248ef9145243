// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageProgram, root } from './checkout.mjs'
import { run } from './run-command.mjs'
import { addCounts, brokenSuite, countLine, countVitest } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Counts} Counts */

/**
 * Runs a suite and counts by its report.
 * @param {string} name
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reportFile
 * @param {(report: any, status: number) => Counts} count
 * @returns {Promise<Counts>}
 */
export async function runSuite(name, command, env, reportFile, count) {
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

/**
 * Runs the tests of some of Vitest's projects.
 * @param {string} name
 * @param {string[]} projects
 * @param {NodeJS.ProcessEnv} env
 * @param {string} reports the folder for its report
 * @param {string[]} args
 */
export function runVitest(name, projects, env, reports, args) {
  const file = join(reports, `${projects.join('-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const chosen = projects.flatMap(project => ['--project', project])
  return runSuite(name, [...packageProgram('vitest'), 'run', ...chosen, ...reporters, ...args], env, file, countVitest)
}

/**
 * Runs suites and prints the count of their tests as the last line; resolves to the exit status.
 * @param {(reports: string) => Promise<Counts[]>} runAll given a folder for reports
 */
export async function countedSuites(runAll) {
  const reports = await mkdtemp(join(tmpdir(), 'pressmark-test-'))
  const suites = await runAll(reports).catch(error => [brokenSuite(`The set-up failed: ${error.message}`)])
  await rm(reports, { recursive: true, force: true })
  const total = addCounts(suites)
  if (total.remarks.length > 0) console.log(`\n${total.remarks.join('\n')}`)
  console.log(countLine(total))
  return total.failed === 0 ? 0 : 1
}
