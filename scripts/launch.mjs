// @ts-check
import { root } from './checkout.mjs'
import { describeRuntime, resolveRuntime } from './electron-runtime/resolve.mjs'
import { ensureSystem, withDisplay } from './electron-runtime/system.mjs'
import { run } from './run-command.mjs'

/** Finds Electron, makes sure that it can start, and says which one it is. */
export async function prepareRuntime() {
  const runtime = await resolveRuntime()
  ensureSystem(runtime.executable)
  console.error(describeRuntime(runtime))
  return runtime
}

/**
 * Opens the app and waits until it is closed. Resolves to its exit status.
 * @param {import('./electron-runtime/resolve.mjs').Runtime} runtime
 * @param {string[]} args
 */
export function openApp(runtime, args) {
  const [command = '', ...rest] = withDisplay([runtime.executable, ...runtime.args, root, ...args])
  return run(command, rest, { cwd: root })
}
