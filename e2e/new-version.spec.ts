import { expect, test } from '@playwright/test'
import { answerDialogs, launch } from './pages/launch'
import { PressmarkWindow } from './pages/pressmark-window'
import { correctedPort, portMarks, TextChanged } from './pages/text-changed'
import { openTwoReleases, port } from './pages/two-releases'

test('a corrected version comes in, its queue is worked by keyboard, and after a restart all is as it was left', async () => {
  const desk = await openTwoReleases()
  const { page, window } = desk
  const view = new TextChanged(page)

  await test.step('annotations are made in the first version', async () => {
    await window.mark('c', portMarks.figure)
    await window.mark('c', portMarks.year)
    await window.mark('c', portMarks.gone)
    await window.mark('q', portMarks.quote)
    await window.mark('c', portMarks.same)
    await window.saved()
  })

  await test.step('the same text changes nothing, and the text of another document is refused', async () => {
    await answerDialogs(desk.app, [port.file])
    await window.command('File', 'Import a new version…')
    await expect(view.dialog).toContainText('Nothing would change')
    await page.keyboard.press('Escape')
    await expect(view.dialog).toBeHidden()
  })

  await test.step('the corrected one is shown with what becomes of the annotations before it is taken in', async () => {
    await answerDialogs(desk.app, [await correctedPort(desk.folder)])
    await window.command('File', 'Import a new version…')
    await expect(view.dialog.getByRole('region', { name: 'Your annotations' })).toContainText('5 annotations')
    await expect(view.dialog).toContainText('1 exact')
    await expect(view.dialog).toContainText('3 to decide, 3 with other words')
    await expect(view.dialog).toContainText('1 no longer in the text')
    await expect(view.dialog.getByRole('button', { name: 'Import as version' })).toBeFocused()
    await page.keyboard.press('Enter')
  })

  await test.step('the queue has the focus, and each decision goes to the next', async () => {
    await expect(view.chosen).toBeFocused()
    await expect(view.chosen).toContainText('“41” is now “38”')
    await view.decided('0 of 4 decided')
    await page.keyboard.press('1')
    await expect(view.chosen).toContainText('“2021” is now “2020”')
    await page.keyboard.press('4')
    await expect(view.chosen).toContainText('No longer in the text')
    await view.decided('2 of 4 decided')
    await page.keyboard.press('Control+z')
    await expect(view.chosen).toContainText('“2021” is now “2020”')
    await view.decided('1 of 4 decided')
    await page.keyboard.press('1')
    await expect(view.chosen).toContainText('No longer in the text')
    await page.keyboard.press('3')
    await expect(view.chosen).toContainText('“first” is now “second”')
  })

  await test.step('another place is selected in the text', async () => {
    await page.keyboard.press('2')
    await expect(window.text).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(view.chosen).toBeFocused()
    await page.keyboard.press('2')
    await expect(window.text).toBeFocused()
    await window.text.press('Alt+ArrowDown')
    await page.keyboard.press('Enter')
    await expect(view.queue.getByText('Nothing is left to decide.')).toBeVisible()
    await view.decided('4 of 4 decided')
    await window.saved()
  })

  await test.step('the text before stays readable with its marks, which can only be read', async () => {
    await page.keyboard.press('Escape')
    await expect(window.text).toContainText('by 38 percent')
    await page.getByRole('region', { name: 'Versions' }).getByRole('button', { name: 'Version 1' }).click()
    await expect(window.text).toContainText('by 41 percent')
    await expect(page.getByText('Version 1 of 2, not the current one')).toBeVisible()
    await expect(window.annotations.getByRole('listitem')).toHaveCount(5)
    await window.select('Measurements before')
    await expect(window.toolbar).toBeHidden()
    await page.keyboard.press('q')
    await expect(window.annotations.getByRole('listitem')).toHaveCount(5)
  })

  await desk.close()
  const again = await launch({ ...desk.options, workspace: desk.workspace })
  await test.step('after a restart all is as it was left', async () => {
    const restarted = new PressmarkWindow(again.page)
    const queue = new TextChanged(again.page)
    await restarted.document(port.headline).click()
    await expect(restarted.text).toContainText('by 38 percent')
    await expect(restarted.annotations.getByRole('listitem')).toHaveCount(4)
    await restarted.command('View', 'Text changed')
    await queue.decided('4 of 4 decided')
    await expect(queue.list('Decided').getByRole('option')).toHaveCount(4)
    await expect(queue.list('Decided')).toContainText('Kept on its version')
    await expect(queue.list('Decided').getByText('Place accepted')).toHaveCount(3)
  })
  expect([...desk.complaints, ...again.complaints]).toEqual([])
  await again.close()
  await desk.leave().catch(() => undefined)
})
