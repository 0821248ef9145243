import { rm } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { givenRelease as given } from './pages/given-release'
import { launch } from './pages/launch'
import { openTwoReleases, port } from './pages/two-releases'

test('a release is found by words of its text, shown with them, and opened where they stand', async () => {
  const desk = await openTwoReleases()
  const { page, window } = desk
  await page.keyboard.press('Control+Shift+F')
  const search = window.library.getByRole('searchbox', { name: 'Find in the library' })
  await expect(search).toBeFocused()
  await page.keyboard.type('terrain held')
  await expect(window.documents.getByRole('option')).toHaveCount(1)
  const found = window.document(given.headline)
  await expect(found.getByText('terrain held', { exact: true })).toBeVisible()
  await expect(window.library.getByRole('status')).toHaveText('1 document, 1 by its text')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(window.text.getByText(/all terrain held by ISIS/)).toBeInViewport()
  await expect(found).toHaveAttribute('aria-selected', 'true')

  await search.fill('berth')
  await expect(window.document(port.headline)).toBeVisible()
  await search.fill('nowhere to be read')
  await expect(window.library.getByText('Nothing fits')).toBeVisible()
  await window.library.getByRole('button', { name: 'Show all 2' }).click()
  await expect(window.documents.getByRole('option')).toHaveCount(2)
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('what was chosen in the palette, and the columns and order of the table, are there after a restart', async () => {
  const desk = await openTwoReleases()
  const { page, window } = desk
  const view = new ExcerptsView(page)
  await window.mark('q', port.quote)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('codebook')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Codebook' }).getByRole('button', { name: 'Done' }).click()
  await view.open()
  await view.grid.getByRole('columnheader', { name: 'Status' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Section' }).click()
  await expect(view.grid.getByRole('columnheader', { name: 'Section' })).toBeHidden()
  expect(desk.complaints).toEqual([])
  await desk.close()

  const again = await launch(desk.options)
  await expect(again.window.text).toBeVisible()
  await again.page.keyboard.press('Control+k')
  const lately = again.page.getByRole('dialog', { name: 'Command palette' }).getByRole('group', { name: 'Recent' })
  await expect(lately.getByRole('option', { name: /^Codebook/ })).toBeVisible()
  await again.page.keyboard.press('Escape')
  const later = new ExcerptsView(again.page)
  await later.open()
  await expect(later.grid.getByRole('columnheader', { name: 'Status' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(later.grid.getByRole('columnheader', { name: 'Section' })).toBeHidden()
  expect(again.complaints).toEqual([])
  await again.close()
  await rm(desk.folder, { recursive: true, force: true })
})
