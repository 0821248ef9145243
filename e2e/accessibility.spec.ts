import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { settled } from './pages/axe'
import { findings } from './pages/findings'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs, freshFolder, launch } from './pages/launch'
import { markGivenRelease } from './pages/mark-given-release'
import { dialog, type Station, showPane } from './pages/station'
import { stations } from './pages/stations'
import { narrowWindows, setWindow, usualWindow } from './pages/window-size'

test('every view, dialog, menu and notice: nothing for axe, targets of 24 px, no text cut', async () => {
  // Forty stations in three looks: on a slow machine more than the usual minute and a half.
  test.setTimeout(240_000)
  const desk = await openGivenRelease()
  await markGivenRelease(desk)
  await desk.window.mark('n', 'representing 71 nations')
  await desk.window.text.press('Escape')
  await desk.window.text.press('Control+Home')
  for (const size of [usualWindow, ...narrowWindows]) {
    await setWindow(desk.app, desk.page, size)
    for (const station of stations.filter(({ once }) => size === usualWindow || once !== true)) {
      await test.step(`${station.name}, ${size.name}`, async () => {
        expect.soft(await lookAt(desk, station, size === usualWindow), `${station.name}, ${size.name}`).toEqual([])
      })
    }
  }
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('the beginning, and what is empty: the same', async () => {
  const { path, remove } = await freshFolder()
  const running = await launch({ userFolder: join(path, 'user') })
  const { app, page, window } = running
  const look = async (name: string, scope?: string) => {
    for (const size of [usualWindow, ...narrowWindows]) {
      await setWindow(app, page, size)
      await settled(page)
      const found = await findings(page, { scope, looks: size === usualWindow })
      expect.soft(found, `${name}, ${size.name}`).toEqual([])
    }
    await setWindow(app, page, usualWindow)
  }
  const name = page.getByRole('textbox', { name: 'Your name on annotations' })
  await expect(name).toBeFocused()
  await look('first start')
  await page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(page.getByText('Write your name first')).toBeVisible()
  await look('first start without a name')
  await name.fill('Test Annotator')
  await answerDialogs(app, [join(path, 'study')])
  await page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(window.library).toBeVisible()
  await look('empty library')
  await page.keyboard.press('Control+2')
  await expect(page.getByText('No excerpts yet')).toBeVisible()
  await look('no excerpts')
  await page.keyboard.press('Control+1')
  for (const [dialog, keys] of [
    ['Codebook', 'Control+Shift+K'],
    ['Speakers', 'Control+Shift+S'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await look(`empty ${dialog}`, '[role=dialog]')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await answerDialogs(app, [given.file])
  await page.keyboard.press('Control+o')
  await expect(window.text).toBeFocused()
  await look('nothing marked')
  await window.document(given.headline).press('Delete')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await page.getByRole('button', { name: 'Removed documents' }).click()
  await expect(page.getByRole('dialog', { name: 'Removed documents' })).toBeVisible()
  await look('removed documents', '[role=dialog]')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await running.close()
  await remove()
})

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
