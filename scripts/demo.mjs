// @ts-check
import './node-version.mjs'
import { runScript } from './run-command.mjs'
import { runUnattended } from './unattended.mjs'

await runScript(async () => {
  const status = await runUnattended('demo', { PRESSMARK_DEMO_OUTPUT: 'demo-output' })
  console.error(status === 0 ? 'The demo is done; look into demo-output/.' : 'The demo failed.')
  return status
})
