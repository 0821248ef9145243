// @ts-check
import './node-version.mjs'
import { build } from './build-steps.mjs'
import { runScript } from './run-command.mjs'

await runScript(() => build(process.argv.slice(2)))
