import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { launch, type RunningApp } from './pages/launch'

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
