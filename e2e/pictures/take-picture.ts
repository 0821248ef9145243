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

/** What was seen so far, byte by byte. */
const seen = new Set<string>()

/** Looks once without keeping the picture: no later one may be like this. */
export async function lookBefore({ page }: Shown): Promise<void> {
  await show(page, 'light')
  seen.add((await look(page)).toString('base64'))
}

/**
 * Pictures of what is shown now, one for each look; their names are the view's and the look's. Electron may hand out what
 * it showed before a dialog came, so each waits until it is like none before it and the same twice.
 */
export async function takePictures({ page }: Shown, view: string, wanted: readonly Look[]): Promise<void> {
  for (const name of wanted) {
    await show(page, name)
    let png: Buffer = Buffer.alloc(0)
    const isNewAndStays = async () => {
      const before = png
      png = await look(page)
      return png.equals(before) && !seen.has(png.toString('base64'))
    }
    await expect.poll(isNewAndStays).toBe(true)
    seen.add(png.toString('base64'))
    await writeFile(join(output, `${view}-${name}.png`), toPalettePng(png))
  }
  await page.emulateMedia(looks.light)
}

/** The window's own marks stay; what only the pointer causes goes. */
async function look(page: Page): Promise<Buffer> {
  await page.mouse.move(2, 2)
  await page.mouse.move(1, 1)
  return page.screenshot({ animations: 'disabled' })
}

async function show(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(looks[look])
  await expect(page.locator('html')).toHaveAttribute('data-theme', look === 'light' ? 'light' : 'dark')
}

/**
 * A picture of the program's window in the light look, taken by itself: a zoomed page is cut short from outside. The window
 * may hand out what it showed before, so it waits until it is unlike `before`.
 */
export async function takeOwnPicture(running: RunningApp, name: string, before: string): Promise<void> {
  let picture = before
  const isNew = async () => {
    picture = await ownPicture(running)
    return picture !== before
  }
  await expect.poll(isNew).toBe(true)
  await writeFile(join(output, `${name}.png`), toPalettePng(Buffer.from(picture, 'base64')))
}

/** What the program's window says that it shows, once it says the same twice, as the base64 of a PNG. */
export async function ownPicture({ app, page }: RunningApp): Promise<string> {
  let last = ''
  const isSame = async () => {
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
    const picture = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? ''
    })
    const same = picture === last
    last = picture
    return same
  }
  await expect.poll(isSame).toBe(true)
  return last
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
