import { expect, test } from '@playwright/test'
import { settled } from './axe'
import { findings } from './findings'
import type { Desk } from './given-workspace'
import { dialog, type Station, showPane } from './stations/station'
import { narrowWindows, setWindow, usualWindow } from './window-size'

/** Looks at stations in the usual window, by axe in every look, and in the narrow ones; ends in the last of these. */
export async function lookAtAll(desk: Desk, stations: readonly Station[]): Promise<void> {
  for (const size of [usualWindow, ...narrowWindows]) {
    await setWindow(desk.app, desk.page, size)
    for (const station of stations.filter(({ once }) => size === usualWindow || once !== true)) {
      await test.step(`${station.name}, ${size.name}`, async () => {
        expect.soft(await lookAt(desk, station, size === usualWindow), `${station.name}, ${size.name}`).toEqual([])
      })
    }
  }
}

/** Looks at what is shown already, in all sizes; in the usual one after it. */
export async function lookAround({ app, page }: Pick<Desk, 'app' | 'page'>, name: string, scope?: string) {
  for (const size of [usualWindow, ...narrowWindows]) {
    await setWindow(app, page, size)
    await settled(page)
    const found = await findings(page, { scope, looks: size === usualWindow })
    expect.soft(found, `${name}, ${size.name}`).toEqual([])
  }
  await setWindow(app, page, usualWindow)
}

/** What is wrong with a station in the window as it is. */
async function lookAt(desk: Desk, { open, close, over, narrow }: Station, looks: boolean): Promise<string[]> {
  const { page, window } = desk
  await window.text.focus()
  await expect(await open(desk)).toBeVisible()
  if (narrow !== undefined) await showPane(desk, narrow)
  await settled(page)
  const covers = narrow !== undefined && (await page.locator('.pm-cover-scrim').isVisible())
  const scope = over ?? (covers ? narrow.pane : undefined)
  const found = await findings(page, { scope, looks })
  if (close !== undefined) await close(desk)
  else await page.keyboard.press('Escape')
  // What was opened inside of a dialog closes before it.
  if (over === dialog && (await page.getByRole('dialog').isVisible())) await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await settled(page)
  const scrim = page.locator('.pm-cover-scrim')
  for (let tries = 0; tries < 2 && (await scrim.isVisible()); tries += 1) await page.keyboard.press('Escape')
  if (await scrim.isVisible()) found.push('Escape leaves the pane over the text')
  await settled(page)
  if (await page.evaluate(() => document.activeElement === document.body)) found.push('the focus is nowhere')
  return found
}
