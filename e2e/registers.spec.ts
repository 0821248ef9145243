import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { launch } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { RegisterDialog } from './pages/register-dialog'

interface Listed {
  readonly id: string
  readonly fields: { readonly [field: string]: unknown }
}

let desk: Desk

test.beforeEach(async () => {
  desk = await openGivenRelease()
  const { window } = desk
  await window.mark('q', given.firstQuote.pieces[0])
  for (const tag of ['security/threat', 'border', 'borders']) await window.choose('Tags', tag)
  for (const speaker of ['Leilwa Abdullah', 'Leila Abdullah']) await window.choose('Speakers', speaker)
  await window.text.focus()
})

test.afterEach(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

/** What stands in a register; entries of which nothing stands were taken back. */
async function registered(name: 'codebook' | 'speakers'): Promise<readonly Listed[]> {
  await desk.window.saved()
  const run = await runPressmark(['register', desk.workspace, name, '--json'])
  const entries: readonly Listed[] = JSON.parse(run.out).entries
  return entries.filter(({ fields }) => Object.keys(fields).length > 0)
}

async function tagsOfHighlight(): Promise<readonly string[]> {
  await desk.window.saved()
  const run = await runPressmark(['annotations', desk.workspace, '--json'])
  return JSON.parse(run.out)[0].tags
}

test('tags are made, moved, renamed, merged and removed; highlights keep theirs; undo takes all of it back', async () => {
  const { page } = desk
  const before = await registered('codebook')
  const book = new RegisterDialog(page, 'Codebook')
  await book.open('Control+Shift+K')
  expect(await book.lines()).toEqual(['border', 'borders', 'security', '  threat'])
  await expect(book.row('threat')).toHaveAccessibleName('threat 1 highlight')

  await test.step('make', async () => {
    await book.add('coalition', 'top')
    await book.add('size', 'under')
    expect(await book.lines()).toEqual(['border', 'borders', 'coalition', '  size', 'security', '  threat'])
  })
  await test.step('move, by keys and by the pointer', async () => {
    await book.press('border', 'Alt+ArrowDown')
    await expect.poll(() => book.lines()).toEqual(['borders', 'border', 'coalition', '  size', 'security', '  threat'])
    await book.drag('size', 'security', 0.5)
    await expect.poll(() => book.lines()).toEqual(['borders', 'border', 'coalition', 'security', '  threat', '  size'])
  })
  await test.step('rename and give a shortcut', async () => {
    await book.press('coalition', 'F2')
    await page.keyboard.type('partners')
    await page.keyboard.press('Enter')
    await expect(book.row('partners')).toBeFocused()
    await book.box.getByRole('button', { name: 'Shortcut' }).click()
    await page.getByRole('option', { name: '1', exact: true }).click()
    await expect(book.row('partners')).toHaveAccessibleName('partners 0 highlights shortcut 1')
  })
  await test.step('merge a near duplicate and remove a tag', async () => {
    await book.row('border').click()
    await book.box.getByRole('button', { name: 'Merge into “border”: borders' }).click()
    await book.press('threat', 'Delete')
    await expect(book.said).toContainText('Highlights keep it')
    expect(await book.lines()).toEqual(['border', 'partners', 'security', '  size'])
    expect(await tagsOfHighlight()).toEqual(['border', 'security/threat'])
  })
  await test.step('all of it is taken back', async () => {
    for (let n = 0; n < 8; n += 1) await page.keyboard.press('Control+z')
    await expect.poll(() => book.lines()).toEqual(['border', 'borders', 'security', '  threat'])
    expect(await registered('codebook')).toEqual(before)
    expect(await tagsOfHighlight()).toEqual(['border', 'borders', 'security/threat'])
  })
})

test('what was done to the codebook is there after a restart, and its keys tag in the text', async () => {
  const book = new RegisterDialog(desk.page, 'Codebook')
  await book.open('Control+Shift+K')
  await book.press('security', 'Alt+ArrowUp')
  await book.box.getByRole('radio', { name: 'Teal' }).check({ force: true })
  await book.add('coalition', 'top')
  await book.box.getByRole('button', { name: 'Shortcut' }).click()
  await desk.page.getByRole('option', { name: '1', exact: true }).click()
  await book.press('borders', 'Delete')
  await book.close()
  await desk.window.saved()
  await desk.kill()

  const again = await launch(desk.options)
  const { page, window } = again
  await window.annotations.getByRole('listitem').first().getByRole('button').click()
  await window.text.focus()
  await page.keyboard.press('1')
  await expect(window.inspector.getByRole('list', { name: 'Tags set' })).toContainText('coalition')
  const later = new RegisterDialog(page, 'Codebook')
  await later.open('Control+Shift+K')
  expect(await later.lines()).toEqual(['border', 'security', '  threat', 'coalition'])
  await expect(later.row('coalition')).toHaveAccessibleName('coalition 1 highlight shortcut 1')
  await later.box.getByRole('button', { name: 'Show removed (1)' }).click()
  await later.box.getByRole('button', { name: 'Restore borders' }).click()
  await expect.poll(() => later.lines()).toContain('borders')
  await window.saved()
  expect(again.complaints).toEqual([])
  await again.close()
})

test('speakers are merged and get aliases, and one undo for each takes them back', async () => {
  const { page } = desk
  const before = await registered('speakers')
  const dialog = new RegisterDialog(page, 'Speakers')
  await dialog.open('Control+Shift+S')
  await dialog.box.getByRole('option', { name: /^Leilwa Abdullah/ }).click()
  await dialog.box.getByRole('textbox', { name: 'New alias' }).fill('the spokesperson')
  await page.keyboard.press('Enter')
  await dialog.box.getByRole('button', { name: 'Merge into “Leilwa Abdullah”: Leila Abdullah' }).click()
  await expect(dialog.box.getByRole('option')).toHaveCount(1)
  await expect(dialog.box.getByText('1 highlight in 1 document')).toBeVisible()
  await dialog.box.getByRole('button', { name: 'Undo' }).click()
  await dialog.box.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.box.getByRole('option')).toHaveCount(2)
  expect(await registered('speakers')).toEqual(before)
})

test('the uses of a tag and of a speaker lead to the excerpts that have it', async () => {
  const { page, window } = desk
  const view = new ExcerptsView(page)
  await window.mark('n', 'designated areas in Iraq and Syria')
  await window.text.focus()

  await test.step('a tag, with those below it', async () => {
    const book = new RegisterDialog(page, 'Codebook')
    await book.open('Control+Shift+K')
    await book.row('threat').click()
    await book.box.getByRole('button', { name: '1 highlight in 1 document: show in Excerpts' }).click()
    await expect(book.box).toBeHidden()
    await view.counts('1 of 2 excerpts')
    await expect(view.filters.getByRole('checkbox', { name: /^threat 1/ })).toBeChecked()
    await expect(view.grid).toBeFocused()
  })
  await test.step('a speaker, in place of what was asked before', async () => {
    const dialog = new RegisterDialog(page, 'Speakers')
    await dialog.open('Control+Shift+S')
    await dialog.box.getByRole('option', { name: /^Leilwa Abdullah/ }).click()
    await dialog.box.getByRole('button', { name: '1 highlight in 1 document: show in Excerpts' }).click()
    await view.counts('1 of 2 excerpts')
    await expect(view.filters.getByRole('checkbox', { name: /^Leilwa Abdullah 1/ })).toBeChecked()
    await expect(view.filters.getByRole('checkbox', { name: /^threat/ })).not.toBeChecked()
    await expect(view.grid).toBeFocused()
  })
})
