import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { namedPdf } from '../app/intake/testing/named-pdf'
import { openGivenRelease } from './pages/given-workspace'
import { answerDialogs, launch, root } from './pages/launch'
import { mixedBatch, releaseText, writeMixedBatch } from './pages/mixed-batch'

test('a folder of mixed files comes in: what failed can be done again, what is there already is one press away', async () => {
  const desk = await openGivenRelease()
  const folder = join(desk.folder, 'batch')
  await writeMixedBatch(folder)
  await answerDialogs(desk.app, [folder])
  await desk.window.command('File', 'Import…')
  const report = desk.page.getByRole('dialog', { name: 'Import' })
  const rows = report.getByRole('list', { name: 'Files' }).getByRole('listitem')
  const row = (name: string) => rows.filter({ hasText: name })
  const status = report.getByRole('status')
  const { files, added, duplicates, failed } = mixedBatch

  await expect(status).toHaveText(
    `${added} added · 1 of them a near-duplicate · ${duplicates} duplicates · ${failed} not added`,
    { timeout: 60_000 },
  )
  await expect(report.getByRole('heading', { name: `Import ${files} files` })).toBeVisible()
  // What is to be looked at stands first.
  await expect(rows.nth(0)).toContainText('broken.docx')
  await expect(rows.nth(1)).toContainText('old.txt')

  await copyFile(join(root, 'app/intake/fixtures/rich-release.docx'), join(folder, 'broken.docx'))
  await report.getByRole('button', { name: 'Retry broken.docx' }).click()
  await expect(row('broken.docx')).toContainText('Added')

  await expect(row('old.txt')).toContainText('The letters of this file could not be made out')
  await report.getByRole('button', { name: 'Encoding of old.txt' }).click()
  await desk.page.getByRole('option', { name: 'Central European' }).click()
  await expect(status).not.toContainText('not added')

  await expect(status).toHaveText(`${added + 2} added · 1 of them a near-duplicate · ${duplicates} duplicates`)

  await expect(row('same.txt')).toContainText(`Same text as “${releaseText(1).headline}”`)
  await expect(row('near.txt')).toContainText(`of its words are those of “${releaseText(0).headline}”.`)

  // A role that was not found is put right beside the files.
  await report.getByRole('button', { name: 'Check what was found in a2.txt' }).click()
  const structure = report.getByRole('complementary', { name: 'Structure' })
  await structure.getByRole('button', { name: /, role of paragraph 2/ }).click()
  await desk.page.getByRole('menuitemcheckbox', { name: 'Boilerplate' }).click()
  await expect(structure.getByRole('button', { name: /^Boilerplate, role of paragraph 2/ })).toBeFocused()

  await report.getByRole('button', { name: 'Open existing document that near.txt is like' }).click()
  await expect(desk.window.text).toContainText('costs 3 million')
  await expect(desk.window.text).not.toContainText('now costs')
  await desk.window.saved()
  expect(desk.complaints).toEqual([])
  await desk.close()

  const again = await launch(desk.options)
  await expect(again.window.library).toContainText(`All${added + 3}`)
  await again.window.document(releaseText(2).headline).click()
  const corrected = again.window.text.locator('.pm-block', { hasText: 'have waited 7 years' })
  await expect(corrected).toHaveAttribute('data-role', 'boilerplate')
  await expect(again.window.text.locator('.pm-block', { hasText: 'said on Monday' })).not.toHaveAttribute(
    'data-role',
    'boilerplate',
  )
  await again.close()
})

test('a PDF that only names the code page of its text comes in', async () => {
  const desk = await openGivenRelease()
  const file = join(desk.folder, 'named.pdf')
  const text = Uint8Array.of(0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea) // Shift JIS
  await writeFile(file, namedPdf(text, '90ms-RKSJ-H', 'Japan1'))
  await answerDialogs(desk.app, [file])
  await desk.window.command('File', 'Import…')
  await expect(desk.window.text).toContainText('日本語')
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

test('what came with a message is a document of its own when it is wanted', async () => {
  const desk = await openGivenRelease()
  const folder = join(desk.folder, 'batch')
  await writeMixedBatch(folder)
  await answerDialogs(desk.app, [join(folder, 'f.eml')])
  await desk.window.command('File', 'Import…')
  const report = desk.page.getByRole('dialog', { name: 'Import' })
  await expect(report.getByText('Files came with this message')).toBeVisible()
  await report.getByRole('button', { name: 'Import attached.txt' }).click()
  await expect(report.getByRole('status')).toHaveText('2 added')
  await report.getByRole('button', { name: 'Open attached.txt' }).click()
  await expect(desk.window.text).toContainText(releaseText(31).headline)
  expect(desk.complaints).toEqual([])
  await desk.leave()
})
