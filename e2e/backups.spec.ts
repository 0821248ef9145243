import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { answerDialogs } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

let desk: Desk

test.beforeEach(async () => {
  desk = await openGivenRelease()
})

test.afterEach(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

async function kinds(workspace: string): Promise<readonly string[]> {
  const run = await runPressmark(['annotations', workspace, '--json'])
  return JSON.parse(run.out).map(({ kind }: { kind: string }) => kind)
}

test('a backup is made, compared, copied into a new folder, and brought back in place; undo takes that back', async () => {
  const { page, window, app, folder, workspace } = desk
  await window.mark('q', given.firstQuote.pieces[0])
  await window.saved()
  await window.command('File', 'Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  const done = dialog.getByRole('status', { name: 'What was done' })
  await expect(dialog.getByText('No backups yet')).toBeVisible()
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(done).toHaveText('A backup was made, and read back.')
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await expect(dialog.getByText('Everything in it is as it is now.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Restore in place…' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(done).toHaveText('Nothing has changed since the newest backup.')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await window.text.focus()
  await expect(window.text).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(window.annotations.getByRole('listitem')).toHaveCount(0)
  await window.mark('c', given.claims.nations)
  await window.saved()
  await expect.poll(() => kinds(workspace)).toEqual(['claim'])
  await window.command('File', 'Backups…')
  const changes = dialog.getByRole('list', { name: 'What would change' })
  await expect(changes).toContainText('1 entry comes back')
  await expect(changes).toContainText('1 entry made since goes')

  await test.step('as a copy', async () => {
    await answerDialogs(app, [join(folder, 'copy')])
    await dialog.getByRole('button', { name: 'Restore as a copy…' }).click()
    await expect(done).toContainText(`Copied to ${join(folder, 'copy')}`)
    expect(await kinds(join(folder, 'copy'))).toEqual(['quote'])
  })

  await test.step('in place', async () => {
    await dialog.getByRole('button', { name: 'Restore in place…' }).click()
    await page.getByRole('dialog', { name: 'Restore in place' }).getByRole('button', { name: 'Restore' }).click()
    await expect(done).toContainText('Undo takes your own part of it back.')
    await expect(dialog.getByRole('option')).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Done' }).click()
    expect(await kinds(workspace)).toEqual(['quote'])
    await expect(window.annotations.getByRole('button', { name: /^Quote/ })).toHaveCount(1)
    await window.text.focus()
    await page.keyboard.press('Control+z')
    await window.saved()
    await expect.poll(() => kinds(workspace)).toEqual(['claim'])
  })
})

test('the bin is emptied after a backup, which brings the document back', async () => {
  const { page, window, workspace } = desk
  await window.mark('q', given.firstQuote.pieces[0])
  await window.saved()
  await window.document(given.headline).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('dialog', { name: 'Remove from library' }).getByRole('button', { name: 'Remove' }).click()
  await window.saved()
  await window.library.getByRole('button', { name: 'Removed documents' }).click()
  await page.getByRole('button', { name: 'Empty the bin…' }).click()
  await page.getByRole('button', { name: 'Erase 1 document' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(window.library.getByRole('button', { name: 'Removed documents' })).toHaveCount(0)
  const left = await readdir(join(workspace, 'documents'), { recursive: true })
  expect(left.filter(name => name.endsWith('.txt') || name.includes('revisions/'))).toEqual([])
  const checked = await runPressmark(['doctor', workspace, '--json'])
  expect(JSON.parse(checked.out)).toEqual({ ok: true, problems: [] })

  await window.command('File', 'Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await expect(dialog.getByRole('option', { name: /Before emptying the bin/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore in place…' }).click()
  await page.getByRole('dialog', { name: 'Restore in place' }).getByRole('button', { name: 'Restore' }).click()
  await expect(dialog.getByRole('status', { name: 'What was done' })).toContainText('Restored to')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await window.library.getByRole('button', { name: 'Removed documents' }).click()
  await page.getByRole('button', { name: `Bring back ${given.headline}` }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await window.saved()
  await expect.poll(() => kinds(workspace)).toEqual(['quote'])
})

test('a damaged text comes back from a backup by the keyboard alone', async () => {
  const { page, window, workspace } = desk
  await window.command('File', 'Backups…')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  const documents = join(workspace, 'documents')
  const [document = ''] = await readdir(documents)
  const revisions = join(documents, document, 'revisions')
  const [text = ''] = await readdir(revisions)
  const sound = await readFile(join(revisions, text), 'utf8')
  await rm(join(revisions, text))

  await window.command('File', 'Backups…')
  await expect(dialog.getByText('1 missing or damaged file comes back')).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore in place…' }).focus()
  await page.keyboard.press('Enter')
  const question = page.getByRole('dialog', { name: 'Restore in place' })
  await expect(question.getByRole('button', { name: 'Leave as it is' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status', { name: 'What was done' })).toContainText('Restored to')
  expect(await readFile(join(revisions, text), 'utf8')).toBe(sound)
  await page.keyboard.press('Escape')
  await expect(window.document(given.headline)).toBeVisible()
})
