import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ExcerptsView } from './pages/excerpts-view'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { launch, type RunningApp } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

let desk: Desk
let other: RunningApp

/** A workspace with a mark by somebody, opened by a person of that name in a new profile. */
test.beforeEach(async () => {
  desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await desk.close()
  const userFolder = join(desk.folder, 'another')
  other = await launch({ userFolder, annotator: 'Test Annotator', workspace: desk.workspace })
})

test.afterEach(async () => {
  expect(other.complaints).toEqual([])
  await other.close()
  await desk.leave()
})

test('who has the name of an annotator of the workspace can go on as the same person', async () => {
  const { page, window } = other
  const question = page.getByRole('dialog', { name: 'Is this you?' })
  await question.getByRole('button', { name: 'Go on as Test Annotator' }).click()
  await expect(question).toBeHidden()
  await window.annotations.getByRole('button', { name: /^Quote/ }).click()
  await window.write('Note', 'Changed by the same hand.')
  await window.saved()
  await other.close()
  other = await launch({ userFolder: join(desk.folder, 'another'), workspace: desk.workspace })
  await expect(other.window.annotations.getByRole('listitem')).toHaveCount(1)
  await expect(other.page.getByRole('dialog')).toHaveCount(0)
  await other.window.annotations.getByRole('button', { name: /^Quote/ }).click()
  await expect(other.window.inspector.getByRole('textbox', { name: 'Note' })).toHaveValue('Changed by the same hand.')
})

test('somebody else of the name stays apart, and is not asked again once they have marked something', async () => {
  const { page, window } = other
  await page.getByRole('button', { name: 'I am somebody else' }).click()
  await window.annotations.getByRole('button', { name: /^Quote/ }).click()
  await expect(window.inspector.getByText('Made by Test Annotator, who alone can change it.')).toBeVisible()
  await window.mark('c', 'lasting defeat')
  await window.saved()
  await other.close()
  other = await launch({ userFolder: join(desk.folder, 'another'), workspace: desk.workspace })
  await expect(other.window.annotations.getByRole('listitem')).toHaveCount(2)
  await expect(other.page.getByRole('dialog')).toHaveCount(0)
})

test('two ids of one person that are both in use count as one, also elsewhere, and one goes on as either', async () => {
  const { page, window } = other
  await page.getByRole('button', { name: 'I am somebody else' }).click()
  await window.mark('c', 'lasting defeat')
  await window.saved()
  const table = new ExcerptsView(page)
  const annotators = table.filters.getByRole('region', { name: 'Author' }).getByRole('checkbox')
  const openTable = async () => {
    await table.open()
    await table.filters.getByRole('button', { name: 'Author' }).click()
  }
  await openTable()
  await expect(annotators).toHaveCount(2)
  await page.keyboard.press('Control+1')
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const same = settings.getByRole('region', { name: 'The same name in this workspace' })
  await same.getByRole('button', { name: 'That is me too' }).click()
  await expect(same).toContainText('counts as one annotator with you')
  await same.getByRole('button', { name: 'Count apart again' }).click()
  await expect(same).not.toContainText('counts as one')
  await same.getByRole('button', { name: 'That is me too' }).click()
  await expect(same).toContainText('counts as one annotator with you')
  await settings.getByRole('button', { name: 'Done', exact: true }).click()
  await openTable()
  await expect(annotators).toHaveCount(1)
  await expect(annotators).toHaveAccessibleName(/^Test Annotator 2/)
  await page.keyboard.press('Control+1')
  await window.saved()
  const read = await runPressmark(['annotations', desk.workspace, '--annotator', 'Test Annotator', '--json'])
  expect(JSON.parse(read.out)).toHaveLength(2)

  await page.keyboard.press('Control+,')
  await same.getByRole('button', { name: 'Go on as that one' }).click()
  await settings.getByRole('button', { name: 'Done', exact: true }).click()
  await window.annotations.getByRole('button', { name: /^Quote/ }).click()
  await window.write('Note', 'Changed by the same hand.')
  await window.saved()
  await window.annotations.getByRole('button', { name: /^Claim/ }).click()
  await expect(window.inspector.getByText('Made by Test Annotator, who alone can change it.')).toBeVisible()
})
