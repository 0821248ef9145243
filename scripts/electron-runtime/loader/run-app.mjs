// @ts-check
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** Starts the app: in a package the one that the loader lies in, else the folder named on the command line. */
export function runApp() {
  stopOnEarlyFailure()
  if (app.isPackaged) runPackaged()
  else runFolder()
}

/** A package that was made with an old runtime starts the loader first; its manifest says what to start then. */
function runPackaged() {
  const require = createRequire(join(app.getAppPath(), 'package.json'))
  try {
    require(join(app.getAppPath(), require('./package.json').mainAfterLoader))
  } catch (error) {
    stop(error)
  }
}

/** As Electron's default app does. */
function runFolder() {
  const named = process.argv.slice(1).find(argument => !argument.startsWith('-'))
  if (!named) stop('No app folder was named.')
  const folder = resolve(named)
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
