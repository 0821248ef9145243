import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { EventName, Events } from '#app/contract/values'

const callChannel = 'pressmark:call'
const eventChannel = 'pressmark:event'
/** A missing one does not compile: the page would never hear of it. */
const events: { readonly [Name in EventName]: true } = {
  'documents-changed': true,
  'documents-read': true,
  'journals-changed': true,
  'reports-changed': true,
  'import-rows': true,
  'version-progress': true,
  'texts-changed': true,
  'agreement-progress': true,
  'backup-progress': true,
  'backup-trouble': true,
  'open-files': true,
  command: true,
  closing: true,
  'theme-changed': true,
  'window-state': true,
}

type Heard = (told: unknown, payload: unknown) => void
const heard = new Set<Heard>()
// One for all: Electron takes more than ten listeners on a channel for a leak, and says so in the console.
ipcRenderer.on(eventChannel, (_event, told: unknown, payload: unknown) => {
  for (const hear of [...heard]) hear(told, payload)
})

/** All that the page gets of the machine: nothing of Electron itself. */
contextBridge.exposeInMainWorld('pressmark', {
  call: (name: string, request: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, request),
  subscribe: <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): (() => void) => {
    if (!Object.hasOwn(events, name)) return () => {}
    const hear: Heard = (told, payload) => {
      if (told === name) listener(payload as Events[Name])
    }
    heard.add(hear)
    return () => heard.delete(hear)
  },
  /** The path of a file that a person dropped; empty for one that has none. */
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
})
