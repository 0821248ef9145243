// @ts-check
import './node-version.mjs'
import { buildIfNeeded } from './build-steps.mjs'
import { root } from './checkout.mjs'
import { prepareRuntime } from './launch.mjs'
import { playwrightCommand, testEnvironment } from './playwright.mjs'
import { run, runScript } from './run-command.mjs'

await runScript(async () => {
  const runtime = await prepareRuntime()
  const built = await buildIfNeeded()
  if (built !== 0) return built
  const [command = '', ...rest] = playwrightCommand('demo', ['--reporter=list', ...process.argv.slice(2)])
  const env = { ...testEnvironment(runtime), PRESSMARK_DEMO_OUTPUT: 'demo-output' }
  const status = await run(command, rest, { cwd: root, env })
  console.error(status === 0 ? 'The demo is done; look into demo-output/.' : 'The demo failed.')
  return status
})
