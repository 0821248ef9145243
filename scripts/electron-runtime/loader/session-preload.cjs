// @ts-check
// Runs before the app's own preload, in the same context, and completes the module object that both get from require.
const renderer = require('electron')
if (!renderer.webUtils) {
  Object.defineProperty(renderer, 'webUtils', {
    enumerable: true,
    value: { getPathForFile: (/** @type {File & { path?: string }} */ file) => file.path ?? '' },
  })
}
