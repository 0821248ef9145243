import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { type RunningApp, root } from '../pages/launch'
import { PressmarkWindow } from '../pages/pressmark-window'
import type { Shown } from './take-picture'

const origin = 'https://pressmark.example'

interface Machine {
  call(name: string, request: unknown): Promise<unknown>
}

/** The newest Chromium that the environment names; `undefined` where it names none. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = process.env.PRESSMARK_CHROMIUM
  if (executablePath === undefined) return undefined
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args, ignoreDefaultArgs: ['--hide-scrollbars'] })
}

/**
 * Opens the built window in a browser, in a tab of this size. Its calls go to the window of the running app, which
 * asks the machine; what the machine tells unasked does not come through.
 */
export async function openBridged(
  browser: Browser,
  { page: desk }: Pick<RunningApp, 'page'>,
  { width, height, zoom = 1 }: { readonly width: number; readonly height: number; readonly zoom?: number },
): Promise<Shown> {
  const viewport = { width: width / zoom, height: height / zoom }
  const page = await browser.newPage({ viewport, deviceScaleFactor: zoom })
  await page.route(`${origin}/**`, route => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill({ path: join(root, 'out/renderer', pathname === '/' ? 'index.html' : pathname) })
  })
  await page.exposeFunction('askDesk', (name: string, request: unknown) =>
    desk.evaluate(
      asked => (window as unknown as { readonly pressmark: Machine }).pressmark.call(asked.name, asked.request),
      { name, request },
    ),
  )
  await page.addInitScript(() => {
    const { askDesk } = window as unknown as { readonly askDesk: Machine['call'] }
    Object.assign(window, { pressmark: { call: askDesk, subscribe: () => () => {}, pathForFile: () => '' } })
  })
  await page.goto(origin)
  return { page, window: new PressmarkWindow(page) }
}
