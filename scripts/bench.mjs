// @ts-check
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { buildIfNeeded } from './build-steps.mjs'
import { root } from './checkout.mjs'
import { ensureChromium } from './electron-runtime/system.mjs'
import { prepareRuntime } from './launch.mjs'
import { playwrightCommand, testEnvironment } from './playwright.mjs'
import { runScript } from './run-command.mjs'

/** Figures go to stdout, one JSON line each; what the runner says besides goes to stderr. @param {string} line */
function sortLine(line) {
  const figure = /\{"bench":.*\}/.exec(line)
  if (figure) console.log(figure[0])
  else console.error(line)
}

await runScript(async () => {
  const runtime = await prepareRuntime()
  const built = await buildIfNeeded()
  if (built !== 0) return built
  const args = ['--reporter=line', '--workers=1', ...process.argv.slice(2)]
  const [command = '', ...rest] = playwrightCommand('bench', args)
  const env = testEnvironment(runtime, ensureChromium())
  const child = spawn(command, rest, { cwd: root, env, stdio: ['inherit', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) sortLine(line)
  return child.exitCode ?? (await new Promise(resolve => child.on('close', code => resolve(code ?? 1))))
})
