import type { ElectronApplication, Page } from '@playwright/test'

/** The content of a window in CSS pixels of its usual zoom, and that zoom. */
export interface WindowSize {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly zoom: number
}

export const usualWindow: WindowSize = { name: 'usual size', width: 1440, height: 900, zoom: 1 }

/** The least that the window must be readable in. */
export const narrowWindows: readonly WindowSize[] = [
  { name: '1440 × 900 at 200 %', width: 1440, height: 900, zoom: 2 },
  { name: '960 × 600', width: 960, height: 600, zoom: 1 },
]

/** Gives the window a size and zoom, and waits until the page has it. */
export async function setWindow(app: ElectronApplication, page: Page, size: WindowSize): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMaximized() === true) window.unmaximize()
    window?.setContentSize(width, height)
    window?.webContents.setZoomFactor(zoom)
  }, size)
  await page.waitForFunction(({ width, zoom }) => Math.abs(window.innerWidth - width / zoom) < 2, {
    width: size.width,
    zoom: size.zoom,
  })
}
