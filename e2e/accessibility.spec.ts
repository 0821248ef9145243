import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openGivenRelease } from './pages/given-workspace'
import { freshFolder, launch } from './pages/launch'
import { markGivenRelease } from './pages/mark-given-release'

/** What axe finds, as lines that can be read; nothing is expected. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const

test('axe finds nothing on the first screen', async () => {
  const folder = await freshFolder()
  const running = await launch({ userFolder: folder.path })
  await expect(running.page.getByRole('button', { name: 'New workspace…' })).toBeVisible()
  for (const { name, media } of looks) {
    await running.page.emulateMedia(media)
    expect(await findings(running.page), name).toEqual([])
  }
  await running.close()
  await folder.remove()
})

test('axe finds nothing on the reading view and its dialogs', async () => {
  const desk = await openGivenRelease()
  const { page, window } = desk
  for (const { name, media } of looks) {
    await page.emulateMedia(media)
    expect(await findings(page), `${name}, nothing marked`).toEqual([])
  }
  await markGivenRelease(desk)
  for (const { name, media } of looks) {
    await page.emulateMedia(media)
    await window.annotations
      .getByRole('button', { name: /^Quote/ })
      .first()
      .click()
    expect(await findings(page), `${name}, a quote`).toEqual([])
    await window.annotations
      .getByRole('button', { name: /^Claim/ })
      .first()
      .click()
    expect(await findings(page), `${name}, a claim`).toEqual([])
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    expect(await findings(page), `${name}, settings`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await desk.leave()
})
