import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type RunningApp, root } from '../pages/launch'
import type { PressmarkWindow } from '../pages/pressmark-window'
import { toPalettePng } from './palette-png'

const output = process.env.PRESSMARK_PICTURES_OUTPUT ?? join(root, 'docs/images')

/** A window that can be looked at, of the program or in a browser. */
export interface Shown {
  readonly page: Page
  readonly window: PressmarkWindow
}

export const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  /** The system's high contrast, white on black. */
  'high-contrast': { colorScheme: 'dark', forcedColors: 'active' },
} as const

export type Look = keyof typeof looks

/** Pictures of what is shown now, one for each look; their names are the view's and the look's. */
export async function takePictures({ page }: Shown, view: string, wanted: readonly Look[]): Promise<void> {
  for (const look of wanted) {
    // By way of a picture in the other look everything is drawn anew: else Electron may hand out what it showed before.
    await show(page, look === 'light' ? 'dark' : 'light')
    await page.screenshot()
    await show(page, look)
    // The window's own marks stay; what only the pointer causes goes.
    await page.mouse.move(1, 1)
    await keepPicture(`${view}-${look}`, await page.screenshot({ animations: 'disabled' }))
  }
  await page.emulateMedia(looks.light)
}

async function show(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(looks[look])
  await expect(page.locator('html')).toHaveAttribute('data-theme', look === 'light' ? 'light' : 'dark')
}

async function keepPicture(name: string, png: Buffer): Promise<void> {
  await writeFile(join(output, `${name}.png`), toPalettePng(png))
}

/** A picture of the program's window in the light look, taken by itself: a zoomed page is cut short from outside. */
export async function takeOwnPicture({ app }: RunningApp, name: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return picture?.toPNG().toString('base64')
  })
  await keepPicture(name, Buffer.from(png ?? '', 'base64'))
}

/** Makes the window of the program this large, everything in it `zoom` times its usual size. */
export async function resize({ app, page }: RunningApp, width: number, height: number, zoom = 1): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(wanted.width, wanted.height)
      window?.webContents.setZoomFactor(wanted.zoom)
    },
    { width, height, zoom },
  )
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / zoom))
}
