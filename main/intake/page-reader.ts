import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  MessageChannelMain,
  type MessagePortMain,
  type Session,
  session as sessions,
} from 'electron'
import { guardSession } from '../window/guards'
import { fileOf, readerScheme } from '../window/scheme'
import type { EndReason, ReaderListener, ReaderProcess, StartReader } from './reader-process'

const origin = `${readerScheme}://pressmark`

/** Scripts and workers of its own, and what those of a parser ask for beside them; not even a style. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const page =
  '<!doctype html><meta charset="utf-8"><title>Reader</title><script type="module" src="/reader.js"></script>'

/**
 * Starts a hidden page in a process of its own, in the sandbox: without preload but for one port, without calls of the
 * contract, in a session in memory that serves the page's own files and blocks every other request. `outFolder`: of the build.
 */
export function pageReader(outFolder: string): StartReader {
  return async listener => {
    const window = new BrowserWindow({
      show: false,
      skipTaskbar: true,
      title: 'Pressmark reader',
      webPreferences: {
        session: readerSession(join(outFolder, 'reader')),
        preload: join(outFolder, 'reader-preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
        images: false,
        webgl: false,
      },
    })
    try {
      return await connect(window, listener)
    } catch (error) {
      window.destroy()
      throw error
    }
  }
}

async function connect(window: BrowserWindow, { said, ended }: ReaderListener): Promise<ReaderProcess> {
  const { webContents } = window
  let gone = false
  let died: () => void = () => undefined
  const death = new Promise<never>((_resolve, reject) => {
    died = () => reject(new Error('the page is gone'))
  })
  death.catch(() => undefined)
  const end = (reason: EndReason) => {
    if (!gone) ended(reason)
    gone = true
    died()
    if (!window.isDestroyed()) window.destroy()
  }
  webContents.on('render-process-gone', (_event, { reason }) => end(reason === 'oom' ? 'memory' : 'stopped'))
  window.on('closed', () => end('stopped'))
  await Promise.race([death, webContents.loadURL(`${origin}/`)])
  const { port1: port, port2: theirs } = new MessageChannelMain()
  const ready = firstWord(port)
  webContents.postMessage('pressmark:port', null, [theirs])
  await Promise.race([death, ready])
  port.on('message', ({ data }) => said(data))
  const pid = webContents.getOSProcessId()
  return {
    send: request => port.postMessage(request),
    memory: () => workingSet(pid),
    kill: () => {
      gone = true
      port.close()
      if (window.isDestroyed()) return
      // A page that is busy would only hear of its end when it is done.
      webContents.forcefullyCrashRenderer()
      window.destroy()
    },
  }
}

function firstWord(port: MessagePortMain): Promise<void> {
  return new Promise(resolve => {
    port.once('message', () => resolve())
    port.start()
  })
}

/** In bytes; `undefined` for a process that is gone. */
function workingSet(pid: number): number | undefined {
  const metric = app.getAppMetrics().find(one => one.pid === pid)
  return metric === undefined ? undefined : metric.memory.workingSetSize * 1024
}

let known: Session | undefined

/** One session for all pages, in memory and never on the disk. */
function readerSession(folder: string): Session {
  if (known !== undefined) return known
  const session = sessions.fromPartition('reader', { cache: false })
  guardSession(session, [`${origin}/`])
  session.protocol.handle(readerScheme, async request => {
    if (request.method !== 'GET') return new Response('not found', { status: 404 })
    if (request.url === `${origin}/`) return answer(page, 'text/html; charset=utf-8')
    const file = fileOf(request.url, folder, readerScheme)
    const bytes = file === undefined ? undefined : await readFile(file.path).catch(() => undefined)
    if (file === undefined || bytes === undefined) return new Response('not found', { status: 404 })
    return answer(new Uint8Array(bytes), file.mediaType)
  })
  known = session
  return session
}

function answer(body: string | Uint8Array<ArrayBuffer>, mediaType: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  })
}
