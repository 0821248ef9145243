// @ts-check
import { join } from 'node:path'
import { app } from 'electron'
import { fillSessionProtocol } from './protocol-handle.mjs'

const OURS = join(__dirname, 'session-preload.cjs')

/** Each session gets `protocol.handle`, our preload, and today's calls for preloads. */
export function fillSessions() {
  app.on('session-created', session => {
    fillSessionProtocol(session)
    fillPreloads(session)
  })
}

/** @param {Electron.Session} session */
function fillPreloads(session) {
  const setNative = session.setPreloads.bind(session)
  /** @type {Map<string, string>} */
  const scripts = new Map()
  const apply = () => setNative([OURS, ...scripts.values()])
  Object.assign(session, {
    /** @param {string[]} paths */
    setPreloads(paths) {
      scripts.clear()
      for (const path of paths) scripts.set(path, path)
      apply()
    },
    getPreloads: () => [...scripts.values()],
    /** @param {Electron.PreloadScriptRegistration} script */
    registerPreloadScript({ filePath, id = filePath }) {
      scripts.set(id, filePath)
      apply()
      return id
    },
    /** @param {string} id */
    unregisterPreloadScript(id) {
      scripts.delete(id)
      apply()
    },
    getPreloadScripts: () => [...scripts].map(([id, filePath]) => ({ id, filePath, type: 'frame' })),
  })
  apply()
}
