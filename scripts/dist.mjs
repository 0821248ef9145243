// @ts-check
import './node-version.mjs'
import { build } from './build-steps.mjs'
import { packageProgram, root } from './checkout.mjs'
import { run, runScript } from './run-command.mjs'

await runScript(async () => {
  const built = await build()
  if (built !== 0) return built
  const [command = '', ...rest] = packageProgram('electron-builder')
  return run(command, [...rest, '--publish', 'never', ...process.argv.slice(2)], { cwd: root })
})
