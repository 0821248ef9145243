// @ts-check
import './node-version.mjs'
import { build } from './build-steps.mjs'
import { packageApp } from './packaging/package-app.mjs'
import { runScript } from './run-command.mjs'

// `--as-built` packages what stands in out/; the tests build once for all.
const AS_BUILT = '--as-built'

await runScript(async () => {
  const args = process.argv.slice(2)
  const built = args.includes(AS_BUILT) ? 0 : await build()
  return built === 0 ? packageApp(args.filter(arg => arg !== AS_BUILT)) : built
})
