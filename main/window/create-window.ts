import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import { origin } from './scheme'
import { eventChannel, type Tell } from './serve-calls'

export interface WindowBounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximised?: boolean
}

/** The app's one window, closed to the outside; shown when it has something to show. */
export function createWindow(session: Session, outFolder: string, bounds: WindowBounds): BrowserWindow {
  const mac = process.platform === 'darwin'
  const window = new BrowserWindow({
    ...(bounds.x === undefined || bounds.y === undefined ? {} : { x: bounds.x, y: bounds.y }),
    width: bounds.width,
    height: bounds.height,
    minWidth: 960,
    minHeight: 600,
    show: false,
    frame: mac,
    ...(mac ? { titleBarStyle: 'hiddenInset' as const } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1E1F23' : '#FFFEFB',
    title: 'Pressmark',
    webPreferences: {
      session,
      preload: join(outFolder, 'preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (bounds.maximised === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${origin}/index.html`)
  return window
}

/** Sends events to a window as long as it is there. */
export function tellWindow(window: BrowserWindow): Tell {
  return (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, payload)
  }
}
