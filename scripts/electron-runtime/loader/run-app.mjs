// @ts-check
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** Starts the app folder named on the command line, as Electron's default app would. */
export function runApp() {
  const named = process.argv.slice(1).find(argument => !argument.startsWith('-'))
  if (!named) stop('No app folder was named.')
  const folder = resolve(named)
  stopOnEarlyFailure()
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const name = manifest.productName ?? manifest.name
    // Electron's own default app uses these two as well; its types leave them out.
    const inner = /** @type {Electron.App & { setVersion(version: string): void, setAppPath(path: string): void }} */ (
      app
    )
    if (name) inner.setName(name)
    if (manifest.version) inner.setVersion(manifest.version)
    inner.setAppPath(folder)
    Object.assign(process, { defaultApp: true })
    createRequire(join(folder, 'package.json'))(join(folder, manifest.main ?? 'index.js'))
  } catch (error) {
    stop(error)
  }
}

/** Without this Electron shows a dialog, or no window at all, and whoever waits for the window waits for ever. */
function stopOnEarlyFailure() {
  let hasWindow = false
  app.once('browser-window-created', () => {
    hasWindow = true
  })
  process.on('uncaughtException', error => {
    if (process.listenerCount('uncaughtException') === 1) stop(error)
  })
  process.on('unhandledRejection', error => {
    if (process.listenerCount('unhandledRejection') > 1) return
    if (!hasWindow) stop(error)
    console.error('Unhandled rejection:', error)
  })
}

/** @param {unknown} reason @returns {never} */
function stop(reason) {
  console.error('The app could not start:', reason)
  app.exit(1)
  // `app.exit` returns before Electron is ready.
  process.exit(1)
}
