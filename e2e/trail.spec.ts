import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { openTwoReleases, port } from './pages/two-releases'

test('one goes back to where one came from, at its place, and on again', async () => {
  const desk = await openTwoReleases()
  const { page, window } = desk
  const view = new ExcerptsView(page)
  const late = window.text.getByText(/This is a key milestone/)

  await test.step('between documents, by key and by menu', async () => {
    await window.text.focus()
    await page.keyboard.press('Control+j')
    await expect(window.text).toContainText('ISIS')
    await window.select('This is a key milestone')
    await expect(late).toBeInViewport()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('shore power')
    await page.keyboard.press('Enter')
    await expect(window.text).toContainText('shore power')
    await window.command('View', 'Back')
    await expect(late).toBeInViewport()
    await page.keyboard.press('Control+Shift+J')
    await expect(window.text).toContainText('shore power')
  })

  await test.step('from the text that a row opened to the row, and from the table to the text', async () => {
    await window.mark('q', port.quote)
    await window.saved()
    await view.open()
    await page.keyboard.press('Enter')
    await expect(window.text).toBeFocused()
    await expect(page.getByRole('button', { name: 'Back to excerpts' })).toBeVisible()
    await page.keyboard.press('Control+j')
    await expect(view.grid).toBeFocused()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(window.text).toBeFocused()
    await expect(page.getByRole('button', { name: 'Back to excerpts' })).toBeHidden()
    await page.keyboard.press('Control+Shift+J')
    await expect(view.grid).toBeFocused()
  })
  expect(desk.complaints).toEqual([])
  await desk.leave()
})
