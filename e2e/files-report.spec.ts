import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { readJournal, writeJournal } from '#annotations/workspace/journal-file'
import { findings } from './pages/findings'
import { openGivenRelease } from './pages/given-workspace'
import { launch } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { dialog } from './pages/stations/station'
import { annotationsFile, cutOff } from './pages/workspace-files'

const report = (page: Page) => page.getByRole('dialog', { name: 'Files report' })

/** True where the toolbar lies over the selected words. */
function coversSelection(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const bar = document.querySelector('[role=toolbar][aria-label=Selection]')?.getBoundingClientRect()
    const words = getSelection()?.getRangeAt(0).getBoundingClientRect()
    if (bar === undefined || words === undefined || words.height === 0) return true
    return bar.top < words.bottom && bar.bottom > words.top && bar.left < words.right && bar.right > words.left
  })
}

test('a file that was damaged between two starts: what is good stands in, and the window says what came of it', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await desk.window.mark('c', 'criminal terrorist organization')
  await desk.window.saved()
  await desk.close()
  await cutOff(await annotationsFile(desk))

  const again = await launch(desk.options)
  await expect(again.page.getByText('1 file was damaged or missing; its last good version stands in.')).toBeVisible()
  await expect(again.window.annotations.getByRole('listitem').first()).toBeVisible()
  await again.page.getByRole('button', { name: 'Show report' }).click()
  await expect(report(again.page)).toContainText('This file was cut off.')
  await expect(report(again.page)).toContainText('What was found is kept in quarantine/')
  await report(again.page).getByRole('button', { name: 'Done' }).click()
  await again.window.mark('c', 'milestone')
  await again.window.saved()
  await again.close()
  expect(await runPressmark(['doctor', desk.workspace])).toMatchObject({ status: 0 })
  const kept = JSON.parse((await runPressmark(['annotations', desk.workspace, '--json'])).out)
  expect(kept.map((one: { target: { exact: string }[] }) => one.target[0]?.exact)).toContain('heroic forces')
  await desk.leave()
})

test('a file that is edited by hand while it is open: the window shows it, and takes it back', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('n', 'heroic forces')
  await desk.window.write('Note', 'my own words')
  await desk.page.keyboard.press('Escape')
  await desk.window.saved()
  const file = await annotationsFile(desk)
  const written = await readFile(file, 'utf8')
  await desk.window.select('criminal terrorist organization')
  await expect(desk.window.toolbar).toBeVisible()
  await writeFile(file, written.replace('"note":"my own words"', '"note":"somebody else’s words"'))

  await expect(desk.page.getByText('1 file was changed outside Pressmark')).toBeVisible()
  // The message moves the text, and the toolbar goes along: it never lies over what is selected.
  await expect.poll(() => coversSelection(desk.page)).toBe(false)
  await expect(desk.page.getByRole('textbox', { name: 'Note' })).toHaveValue('somebody else’s words')
  await desk.page.getByRole('button', { name: 'Show report' }).click()
  await expect(report(desk.page)).toContainText('Changed without a trace of who did it: note')
  expect(await findings(desk.page, { scope: dialog, looks: true })).toEqual([])
  await report(desk.page).getByRole('button', { name: 'Take back heroic forces' }).click()
  await expect(report(desk.page).getByRole('button', { name: 'Take back heroic forces' })).toHaveCount(0)
  await report(desk.page).getByRole('button', { name: 'Done' }).click()
  await expect(desk.page.getByRole('textbox', { name: 'Note' })).toHaveValue('my own words')
  expect(await runPressmark(['doctor', desk.workspace])).toMatchObject({ status: 0 })
  await desk.leave()
})

test('a second copy that a synchronising program made of my file: the window tells it and merges it when asked', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  const file = await annotationsFile(desk)
  const here = await readFile(file, 'utf8')
  await desk.window.mark('c', 'criminal terrorist organization')
  await desk.window.saved()
  const there = await readFile(file, 'utf8')
  await desk.close()
  await writeFile(file, here)
  await writeFile(file.replace('.json', " (Ann's conflicted copy 2026-05-01).json"), there)

  const again = await launch(desk.options)
  await expect(again.page.getByText('1 second copy was made by a synchronising program')).toBeVisible()
  await expect(again.window.annotations.getByRole('listitem')).toHaveCount(1)
  await again.page.getByRole('button', { name: 'Show report' }).click()
  await expect(report(again.page)).toContainText('It is of your own file. Merging adds what it says')
  await report(again.page)
    .getByRole('button', { name: /^Merge / })
    .click()
  await expect(again.window.annotations.getByRole('listitem')).toHaveCount(2)
  await expect(report(again.page)).toContainText('All files are as Pressmark wrote them.')
  await report(again.page).getByRole('button', { name: 'Done' }).click()
  await expect(again.page.getByText('Merged. The copy is kept in quarantine/')).toBeVisible()
  await again.close()
  expect(await runPressmark(['doctor', desk.workspace])).toMatchObject({ status: 0 })
  await desk.leave()
})

test('a note that I wrote here and on another machine, each unseen by the other: both are shown, and I take one', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  const file = await annotationsFile(desk)
  const there = noteWritten(await readFile(file, 'utf8'), 'written there')
  await desk.window.write('Note', 'written here')
  await desk.page.keyboard.press('Escape')
  await desk.window.saved()
  await writeFile(file, there)

  const both = desk.page.getByRole('region', { name: 'Two values' })
  await expect(both).toContainText('Two values, made without seeing one another')
  await expect(both).toContainText('“written here”')
  await expect(both).toContainText('“written there”')
  const note = desk.page.getByRole('textbox', { name: 'Note' })
  const stood = await note.inputValue()
  expect(await findings(desk.page, { scope: '.pm-inspector', looks: true })).toEqual([])
  await both.getByRole('button', { name: 'Take the other note' }).click()
  await expect(both).toHaveCount(0)
  await expect(note).toHaveValue(stood === 'written here' ? 'written there' : 'written here')
  await desk.window.saved()
  await desk.close()
  expect(await runPressmark(['doctor', desk.workspace])).toMatchObject({ status: 0 })
  await desk.leave()
})

test('a place of the release that a colleague and I stated, each unseen by the other: both are shown, and I keep mine', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await desk.page.keyboard.press('Escape')
  const file = await annotationsFile(desk)
  const before = await readFile(file, 'utf8')
  const place = desk.page.getByRole('textbox', { name: 'Place' })
  await place.fill('Ulm')
  await place.press('Tab')
  await desk.window.saved()
  const colleague = '01900000-0000-7000-8000-000000000001'
  await writeFile(join(file, '..', `${colleague}.json`), placeStated(before, colleague, 'Vessen'))

  const both = desk.page.getByRole('region', { name: 'Two values' })
  await expect(both).toContainText('“Ulm”')
  await expect(both).toContainText('“Vessen”')
  expect(await findings(desk.page, { scope: '.pm-inspector', looks: true })).toEqual([])
  const mine = (await place.inputValue()) === 'Ulm' ? 'Keep this place' : 'Take the other place'
  await both.getByRole('button', { name: mine }).click()
  await expect(both).toHaveCount(0)
  await expect(place).toHaveValue('Ulm')
  await desk.window.saved()
  await desk.leave()
})

/** A colleague's file beside one of mine, in which they state the place of the release. */
function placeStated(mine: string, annotator: string, place: string): string {
  const read = readJournal(mine, hash)
  if (!read.ok) throw new Error(read.error.code)
  const { journal, workspace, scope } = read.value
  const rev = journal.rev + 1
  const change = { edit: '01999999-9999-7999-8999-999999999999', rev, at, set: new Map([['meta.place', place]]) }
  const entries = new Map([['fact:', { type: 'fact', id: '', changes: [change] }]] as const)
  return writeJournal({ annotator, rev, entries }, { workspace, scope }, hash)
}

const at = '2026-05-01T09:30:00.000Z'
const hash = (utf8: string) => createHash('sha256').update(utf8, 'utf8').digest('hex')

/** An annotator's file with one annotation as another machine of theirs leaves it that wrote a note. */
function noteWritten(text: string, note: string): string {
  const read = readJournal(text, hash)
  if (!read.ok) throw new Error(read.error.code)
  const { journal, workspace, scope } = read.value
  const entries = [...journal.entries].map(([key, entry]) => {
    const change = {
      edit: '01999999-9999-7999-8999-999999999999',
      rev: journal.rev + 1,
      at,
      set: new Map([['note', note]]),
    }
    return [key, entry.type === 'annotation' ? { ...entry, changes: [...entry.changes, change] } : entry] as const
  })
  return writeJournal({ ...journal, rev: journal.rev + 1, entries: new Map(entries) }, { workspace, scope }, hash)
}

test('what a colleague writes into the folder is shown without a restart, and the selection stays', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  const file = await annotationsFile(desk)
  const theirs = (await readFile(file, 'utf8')).replace(
    /"annotator":"[^"]+"/,
    '"annotator":"01900000-0000-7000-8000-000000000001"',
  )
  await desk.window.select('criminal terrorist organization')
  await writeFile(
    join(file, '..', '01900000-0000-7000-8000-000000000001.json'),
    theirs.replaceAll('"id":"0', '"id":"1'),
  )
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(2)
  await expect(desk.page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
  await desk.leave()
})
