import { expect, test } from '@playwright/test'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { keptOnDisk } from './pages/kept-draft'
import { launch } from './pages/launch'
import { selectWords } from './pages/pressmark-window'

const kept = '“ISIS retains a significant presence near the Iraqi borders'
const changed = 'the Syrian Democratic Forces'
const gone = 'middle Euphrates River valley'

/** Marks a quote whose words will stay, a claim of which one will be another, and a note whose words will go. */
async function markThree({ window }: Desk): Promise<void> {
  await window.mark('q', kept)
  await window.mark('c', changed)
  await window.mark('n', gone)
  await window.saved()
}

test('a text is edited under annotations: kept ones stay, changed ones are told; undo, a crash, a restart', async () => {
  const desk = await openGivenRelease()
  const { page, window } = desk
  await markThree(desk)
  const changes = window.inspector.getByRole('list', { name: 'Annotations that change' }).getByRole('button')

  await test.step('what becomes of annotations is said while one types, and undo takes it back', async () => {
    await page.keyboard.press('F2')
    await expect(window.writing).toBeFocused()
    await expect(window.inspector).toContainText('All 3 annotations stay with their words.')
    await selectWords(window.writing, 'Democratic', 'affirms')
    await page.keyboard.type('Defence')
    await expect(changes).toHaveText([/the Syrian Democratic Forces.*Needs a decision/])
    await selectWords(window.writing, `the ${gone}`)
    await page.keyboard.press('Delete')
    await expect(changes).toHaveText([/Needs a decision/, /middle Euphrates River valley.*Lost/])
    await page.keyboard.press('Control+z')
    await expect(changes).toHaveText([/Needs a decision/])
    await page.keyboard.press('Control+y')
    await expect(changes).toHaveCount(2)
  })

  await test.step('the rest of the window waits: another view or document is not opened', async () => {
    await page.getByRole('tab', { name: 'Excerpts' }).click()
    await expect(page.getByRole('alert')).toContainText('This text is being edited.')
    await page.getByRole('button', { name: 'Close this message' }).click()
    await expect(window.writing).toBeVisible()
  })

  await test.step('a crash loses nothing that rested: it is offered, annotations as they were', async () => {
    await keptOnDisk(desk, 'Defence')
    await desk.kill()
  })
  const again = await launch(desk.options)
  const second = again.window
  const secondChanges = second.inspector.getByRole('list', { name: 'Annotations that change' }).getByRole('button')
  await again.page.getByRole('button', { name: 'Go on editing' }).click()
  await expect(second.writing).toContainText('affirms its support and confidence in the Syrian Defence Forces')
  await expect(secondChanges).toHaveText([/Needs a decision/, /Lost/])

  await test.step('done makes the text the current version, with each annotation as was said', async () => {
    await second.writing.focus()
    await again.page.keyboard.press('Control+Enter')
    await expect(second.text).toContainText('in the Syrian Defence Forces')
    await expect(second.text).not.toContainText(gone)
    await expect(second.text).toBeFocused()
    await expect(again.page.getByRole('main', { name: 'Document' })).toContainText('version 2')
    await expect(second.annotations.getByRole('button', { name: /exact/ })).toHaveCount(1)
  })

  await test.step('undo brings the former text back with its annotations, redo the edited one', async () => {
    await again.page.keyboard.press('Control+z')
    await expect(second.text).toContainText(gone)
    await expect(second.annotations.getByRole('button', { name: /exact/ })).toHaveCount(3)
    await again.page.keyboard.press('Control+y')
    await expect(second.text).toContainText('in the Syrian Defence Forces')
    await second.saved()
  })
  await test.step('the two versions are compared, and their changes told one after the other', async () => {
    await again.page.keyboard.press('Control+Shift+D')
    const dialog = again.page.getByRole('dialog', { name: 'Compare versions' })
    const said = dialog.getByRole('status')
    await expect(said).toContainText('Change 1 of 2, ¶ 1: “Democratic” became “Defence”')
    await again.page.keyboard.press('j')
    await expect(said).toContainText(`“the ${gone}” was taken out`)
    await expect(dialog.getByRole('deletion')).toHaveText(['Democratic', `the ${gone}`])
    await again.page.keyboard.press('Escape')
    await expect(second.text).toBeFocused()
  })

  await test.step('the outline leads to a heading', async () => {
    await again.page.keyboard.press('Control+Shift+G')
    await expect(again.page.getByRole('group', { name: 'Outline' }).getByRole('option')).toHaveCount(4)
    await again.page.keyboard.type('key mile')
    await again.page.keyboard.press('Enter')
    await expect(second.text).toBeFocused()
    await expect(second.text.locator('.pm-caret-block')).toHaveText('Key Milestone')
  })
  expect(again.complaints).toEqual([])
  await again.close()

  const last = await launch(desk.options)
  await expect(last.window.text).toContainText('in the Syrian Defence Forces')
  await expect(last.window.annotations.getByRole('button', { name: /exact/ })).toHaveCount(1)
  await expect(last.page.getByRole('button', { name: 'Go on editing' })).toHaveCount(0)
  expect([...desk.complaints, ...last.complaints]).toEqual([])
  await last.close()
  await desk.leave()
})

test('formatting, roles and lines by keys; cancel asks only where something was written; an unchanged text makes no version', async () => {
  const desk = await openGivenRelease()
  const { page, window } = desk
  const reader = page.getByRole('main', { name: 'Document' })

  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(window.text).toBeFocused()

  await window.command('Edit', 'Edit text')
  await selectWords(window.writing, 'Key Milestone')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('button', { name: 'Italic' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /^Role of this paragraph/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Subhead' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(window.text).toBeFocused()
  await expect(window.text.locator('em')).toHaveText('Key Milestone')
  await expect(window.text.locator('.pm-block', { hasText: /^Key Milestone$/ })).toHaveAttribute('data-role', 'subhead')
  await expect(reader).toContainText('version 1')
  await page.keyboard.press('Control+z')
  await expect(window.text.locator('em')).toHaveCount(0)

  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A line that is dropped again.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Go on editing' }).click()
  await expect(window.writing).toContainText('A line that is dropped again.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Drop the edit' }).click()
  await expect(window.text).not.toContainText('A line that is dropped again.')
  await expect(window.text).toBeFocused()

  await page.keyboard.press('F2')
  await expect(window.writing).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A line that stays.')
  await page.getByRole('button', { name: /^Role of this paragraph/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Subhead' }).click()
  await page.keyboard.press('Control+Enter')
  const line = window.text.locator('.pm-block', { hasText: 'A line that stays.' })
  await expect(line).toHaveAttribute('data-role', 'subhead')
  await expect(reader).toContainText('version 2')
  await window.saved()
  await page.keyboard.press('Control+z')
  await expect(line).toHaveCount(0)
  await expect(reader).toContainText('version 1')
  await page.keyboard.press('Control+y')
  await expect(line).toHaveAttribute('data-role', 'subhead')
  await expect(reader).toContainText('version 2')
  await window.saved()
  expect(desk.complaints).toEqual([])
  await desk.leave()
})
