// @ts-check
import { buildIfNeeded } from './build-steps.mjs'
import { root } from './checkout.mjs'
import { prepareRuntime } from './launch.mjs'
import { playwrightCommand, testEnvironment } from './playwright.mjs'
import { run } from './run-command.mjs'

/**
 * Builds what is not built yet and runs one project of the end-to-end tests in the real app. Resolves to the exit status.
 * @param {string} project
 * @param {NodeJS.ProcessEnv} environment added to the one that the tests get
 * @param {string} [chromium]
 */
export async function runUnattended(project, environment, chromium) {
  const runtime = await prepareRuntime()
  const built = await buildIfNeeded()
  if (built !== 0) return built
  const [command = '', ...rest] = playwrightCommand(project, ['--reporter=list', ...process.argv.slice(2)])
  return run(command, rest, { cwd: root, env: { ...testEnvironment(runtime, chromium), ...environment } })
}
