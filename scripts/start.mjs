// @ts-check
import './node-version.mjs'
import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build-steps.mjs'
import { root } from './checkout.mjs'
import { hasDisplay } from './electron-runtime/system.mjs'
import { openApp, prepareRuntime } from './launch.mjs'
import { run, runScript } from './run-command.mjs'

/** The user's own copy of the sample workspace, made at the first start and theirs from then on. */
async function sampleWorkspace() {
  const sample = join(root, 'samples/workspace')
  const folder = join(homedir(), 'Pressmark')
  const copy = join(folder, 'Sample workspace')
  if (existsSync(copy)) return copy
  if (!existsSync(sample)) return undefined
  // Renamed when whole: an interrupted copy must not pass for a workspace.
  const draft = join(folder, `.sample-${process.pid}`)
  await mkdir(folder, { recursive: true })
  await cp(sample, draft, { recursive: true })
  await rename(draft, copy).catch(error => {
    if (!existsSync(copy)) throw error
  })
  await rm(draft, { recursive: true, force: true })
  console.error(`The sample workspace was copied to ${copy}`)
  return copy
}

await runScript(async () => {
  const args = process.argv.slice(2)
  if (!hasDisplay()) {
    console.error('There is no display here, so the demo runs instead; what it saw goes to demo-output/.')
    return run(process.execPath, [join(root, 'scripts/demo.mjs')])
  }
  const runtime = await prepareRuntime()
  const status = await buildIfNeeded()
  if (status !== 0) return status
  const namesWorkspace = args.some(arg => arg === '--workspace' || arg.startsWith('--workspace='))
  const workspace = namesWorkspace ? undefined : await sampleWorkspace()
  return openApp(runtime, workspace ? ['--workspace', workspace, ...args] : args)
})
