import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { openGivenRelease } from './pages/given-workspace'
import { answerDialogs, launch, root } from './pages/launch'
import { openTwoReleases, port } from './pages/two-releases'

test('what was found in a batch is checked and corrected beside the files', async () => {
  const desk = await openGivenRelease()
  const { app, page, window } = desk
  const files = ['harbour-shore-power.txt', 'vaccine-cold-chain.txt'].map(name => join(root, 'samples/releases', name))
  await answerDialogs(app, files)
  await page.getByRole('button', { name: 'Import files' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('button', { name: 'Check what was found in vaccine-cold-chain.txt' }).click()
  const issuer = dialog.getByRole('textbox', { name: 'Issuer' })
  await expect(issuer).toHaveValue('Sample Cold Chain Ltd')
  await issuer.fill('Sample Cold Chain Limited')
  await issuer.press('Enter')
  const structure = dialog.getByRole('complementary', { name: 'Structure' })
  await structure.getByRole('button', { name: /^Body, role of paragraph 3/ }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Boilerplate' }).click()
  await expect(structure.getByRole('button', { name: /^Boilerplate, role of paragraph 3/ })).toBeFocused()
  await dialog.getByRole('button', { name: 'Check what was found in harbour-shore-power.txt' }).click()
  await expect(issuer).toHaveValue('Port of Example Haven')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.document('Sample Cold Chain Ltd Recalls').click()
  await expect(window.field('Issuer')).toHaveValue('Sample Cold Chain Limited')
  await expect(window.documents.getByTitle('Sample Cold Chain Limited · 10 Oct 2023')).toBeVisible()
  await window.saved()
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('what was found is corrected, a role too, undone, and there after a restart', async () => {
  const desk = await openTwoReleases()
  const { page, window } = desk

  await test.step('issuer and day, with time and zone', async () => {
    await expect(window.field('Issuer')).toHaveValue('Port of Example Haven')
    await window.write('Issuer', 'Example Haven Port Authority')
    await page.keyboard.press('Enter')
    await window.write('Published', '13 March 2024, 9:00 EDT')
    await page.keyboard.press('Enter')
    await expect(window.field('Published')).toHaveValue('2024-03-13 09:00 -04:00')
    await expect(page.getByRole('main', { name: 'Document' }).getByText('Example Haven Port Authority')).toBeVisible()
  })

  await test.step('a role, from the label beside the paragraph and by the palette', async () => {
    const block = window.text.locator('.pm-block', { hasText: 'Work on the first berth began in 2021.' })
    await block.click({ position: { x: 20, y: 12 } })
    await page.getByRole('menuitemcheckbox', { name: 'Boilerplate' }).click()
    await expect(block).toHaveAttribute('data-role', 'boilerplate')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('role of this')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu', { name: 'Role of this paragraph' })).toBeVisible()
    await page.getByRole('menuitemcheckbox', { name: 'Caption' }).click()
    await expect(block).toHaveAttribute('data-role', 'caption')
    await expect(window.text).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(block).toHaveAttribute('data-role', 'boilerplate')
  })

  await test.step('a statement taken back brings what was found', async () => {
    await window.write('Place', 'Haven')
    await page.keyboard.press('Enter')
    await window.inspector.getByRole('button', { name: 'Take back what was stated: Place' }).click()
    await expect(window.field('Place')).toHaveValue('EXAMPLE HAVEN')
  })
  await test.step('an own field of choices, filled in', async () => {
    await window.command('Annotate', 'Own fields of documents…')
    const dialog = page.getByRole('dialog', { name: 'Own fields' })
    await dialog.getByRole('textbox', { name: 'New field' }).fill('Beat')
    await dialog.getByRole('button', { name: 'Holds' }).click()
    await page.getByRole('option', { name: 'Choice' }).click()
    await dialog.getByRole('button', { name: 'Add field' }).click()
    const choice = dialog.getByRole('textbox', { name: 'New choice of Beat' })
    for (const name of ['Ports', 'Rail']) {
      await choice.fill(name)
      await choice.press('Enter')
      await expect(dialog.getByRole('textbox', { name: `Choice ${name}` })).toHaveValue(name)
    }
    await dialog.getByRole('button', { name: 'Done' }).click()
    await window.pick('Beat', 'Ports')
    await expect(window.documents.getByTitle(/· Beat: Ports$/)).toBeVisible()
  })

  await test.step('it narrows the table, is a column of it, and goes along in an export', async () => {
    await window.mark('q', port.quote)
    const view = new ExcerptsView(page)
    await view.open()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Own fields' }).click()
    await expect(view.grid.getByText('Beat: Ports')).toBeVisible()
    const filters = page.getByRole('complementary', { name: 'Filters' })
    await filters.getByRole('button', { name: /^Own fields/ }).click()
    await expect(filters.getByRole('checkbox', { name: /Beat: Ports/ })).toBeVisible()
  })
  await window.saved()
  expect(desk.complaints).toEqual([])
  await desk.close()

  const again = await launch(desk.options)
  await again.window.document(port.headline).click()
  await expect(again.window.field('Issuer')).toHaveValue('Example Haven Port Authority')
  await expect(again.window.inspector.getByRole('button', { name: 'Ports Beat' })).toBeVisible()
  await expect(again.window.field('Published')).toHaveValue('2024-03-13 09:00 -04:00')
  await expect(
    again.window.text.locator('.pm-block', { hasText: 'Work on the first berth began in 2021.' }),
  ).toHaveAttribute('data-role', 'boilerplate')
  expect(again.complaints).toEqual([])
  await again.close()
  await rm(desk.folder, { recursive: true, force: true })
})
