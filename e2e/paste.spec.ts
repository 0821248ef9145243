import { expect, test } from '@playwright/test'
import { copyElsewhere } from './pages/copy'
import { openGivenRelease } from './pages/given-workspace'
import { ImportDialog } from './pages/import-dialog'
import { launch } from './pages/launch'

const page =
  '<meta charset="utf-8"><nav><a href="https://example.org/">Menu</a></nav><script>harmed = 1</script><h1>Aldham opens a ferry berth</h1>' +
  '<p>Aldham said on Monday that it would open <strong>a ferry berth</strong>, which costs <a href="https://example.org/c">3 million</a>.</p>' +
  '<img src="https://example.org/pixel.png">'

test('what was copied becomes a document: by menu and palette, once, and is there after a restart', async () => {
  const desk = await openGivenRelease()
  await copyElsewhere(desk.app, { html: page, text: 'Menu\nAldham opens a ferry berth' })
  await desk.window.command('File', 'Paste as a document')
  await expect(desk.window.document('Aldham opens a ferry berth')).toBeVisible()
  await expect(desk.window.text.getByRole('heading', { name: 'Aldham opens a ferry berth' })).toBeVisible()
  await expect(desk.window.text.getByText('a ferry berth', { exact: true })).toBeVisible()
  await expect(desk.window.text).not.toContainText('Menu')
  await desk.window.mark('c', 'which costs 3 million')
  await desk.window.saved()

  const report = new ImportDialog(desk.page)
  await desk.page.keyboard.press('Control+k')
  await desk.page.keyboard.type('paste as')
  await desk.page.keyboard.press('Enter')
  await expect(report.row('Pasted text.html')).toContainText('Duplicate')
  await report.button('Done').click()

  await copyElsewhere(desk.app, { text: ' ' })
  await desk.window.command('File', 'Paste as a document')
  await expect(desk.page.getByText('There is no text on the clipboard').first()).toBeVisible()
  expect(desk.complaints).toEqual([])
  expect(await desk.page.evaluate(() => 'harmed' in window)).toBe(false)
  await desk.close()

  const again = await launch(desk.options)
  await expect(again.window.library).toContainText('All2')
  await again.window.document('Aldham opens a ferry berth').click()
  await expect(again.window.annotations).toContainText('which costs 3 million')
  await again.close()
})
