// @ts-check
import './node-version.mjs'
import { ensureChromium } from './electron-runtime/system.mjs'
import { runScript } from './run-command.mjs'
import { runUnattended } from './unattended.mjs'

await runScript(async () => {
  const status = await runUnattended('pictures', {}, ensureChromium())
  console.error(status === 0 ? 'The pictures in docs/images/ are as the window is now.' : 'Not all pictures were made.')
  return status
})
