import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Session } from 'electron'
import type { WindowBounds } from '../profile/window-bounds'
import { eventChannel } from './channels'
import { origin } from './scheme'
import type { Tell } from './serve-calls'

/** The app's one window, closed to the outside. It is shown at once in the colour of the page, which then is painted sooner. */
export function createWindow(session: Session, outFolder: string, bounds: WindowBounds): BrowserWindow {
  const mac = process.platform === 'darwin'
  const window = new BrowserWindow({
    ...(bounds.x === undefined || bounds.y === undefined ? {} : { x: bounds.x, y: bounds.y }),
    width: bounds.width,
    height: bounds.height,
    minWidth: 960,
    minHeight: 600,
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
  void window.loadURL(`${origin}/index.html`)
  return window
}

/** Sends events to a window as long as it is there. */
export function tellWindow(window: BrowserWindow): Tell {
  return (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, payload)
  }
}
