// @ts-check
import { app } from 'electron'

const LEVELS = ['debug', 'info', 'warning', 'error']

/**
 * Events whose facts are today properties of the event and were arguments before.
 * Our listeners come first, so the app's find the event complete.
 */
export function fillEvents() {
  app.on('web-contents-created', (_event, contents) => {
    const old = /** @type {NodeJS.EventEmitter} */ (contents)
    for (const name of ['will-navigate', 'will-redirect', 'did-start-navigation']) {
      old.on(name, (event, url, isSameDocument, isMainFrame) => {
        event.url ??= url
        event.isSameDocument ??= isSameDocument ?? false
        event.isMainFrame ??= isMainFrame ?? true
      })
    }
    old.on('console-message', (event, level, message, lineNumber, sourceId) => {
      Object.assign(event, { level: LEVELS[level], message, lineNumber, sourceId })
    })
  })
}

/**
 * A second start passes its whole command line on: take our folder out of it.
 * @param {string} loaderFolder
 */
export function hideLoader(loaderFolder) {
  const drop = (/** @type {string[]} */ args) => {
    const at = args.indexOf(loaderFolder)
    if (at >= 0) args.splice(at, 1)
  }
  drop(process.argv)
  app.on('second-instance', (_event, args) => drop(args))
}
