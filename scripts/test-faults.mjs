// @ts-check
import './node-version.mjs'
import { ensureFaultTools } from './fault-tools.mjs'
import { runScript } from './run-command.mjs'
import { countedSuites, runVitest } from './run-suite.mjs'

const args = process.argv.slice(2)
const isShort = args.includes('--short')
const passedOn = args.filter(arg => arg !== '--short')

await runScript(() =>
  countedSuites(async reports => {
    ensureFaultTools()
    const env = { ...process.env, PRESSMARK_FAULTS: isShort ? 'short' : 'long' }
    return [await runVitest('Fault tests', ['faults'], env, reports, passedOn)]
  }),
)
