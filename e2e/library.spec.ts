import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
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
  await expect(found.getByText('terrain', { exact: true })).toBeVisible()
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
