import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { settled } from './pages/axe'
import { findings } from './pages/findings'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { keptOnDisk } from './pages/kept-draft'
import { answerDialogs, freshFolder, type LaunchOptions, launch } from './pages/launch'
import { lookAround, lookAtAll } from './pages/look-at'
import { markGivenRelease } from './pages/mark-given-release'
import { runPressmark } from './pages/pressmark-cli'
import { adjudicationStations } from './pages/stations/adjudication'
import { binStations, dialogStations, registerStations } from './pages/stations/dialogs'
import { menuStations, readingStations } from './pages/stations/reading'
import { dialog, menu, type Station } from './pages/stations/station'
import { tableStations } from './pages/stations/table'
import { failedStations, readOnlyStations } from './pages/stations/trouble'
import { changedStations, newVersionStation } from './pages/stations/versions'
import { writingStations } from './pages/stations/writing'
import { port } from './pages/two-releases'
import { setWindow, usualWindow } from './pages/window-size'
import { annotationsFile, cutOff, makeNewer } from './pages/workspace-files'

// Each has a window of its own, and they share the workers. Axe reads whole windows three times over for each station.
test.describe.configure({ mode: 'parallel', timeout: 180_000 })

/** The given release as it is marked by an analyst, with a note over other marks. */
async function openMarked(): Promise<Desk> {
  const desk = await openGivenRelease()
  await markGivenRelease(desk)
  await desk.window.mark('n', 'representing 71 nations')
  await desk.window.text.press('Escape')
  await desk.window.text.press('Control+Home')
  return desk
}

/** Of which the dialog alone is looked at. */
function inDialogs(stations: readonly Station[]): readonly Station[] {
  return stations.map(one => ({ ...one, over: dialog }))
}

/** Ends the app and opens its workspace again, after something was done to the files. */
async function openAgain(desk: Desk, between: () => Promise<unknown>, options?: Partial<LaunchOptions>): Promise<Desk> {
  await desk.window.saved()
  await desk.close()
  await between()
  const again = await launch({ ...desk.options, workspace: desk.workspace, ...options })
  await expect(again.window.library).toBeVisible()
  return { ...desk, ...again, leave: () => again.close().then(() => desk.leave()) }
}

async function leave(desk: Desk): Promise<void> {
  expect(desk.complaints).toEqual([])
  await desk.leave()
}

/** A bundle that Ann Marsh, who is not in the workspace, made of her own marks of the given release. */
async function bundleOfAnother(folder: string): Promise<string> {
  const ann = await openGivenRelease(undefined, 'Ann Marsh')
  await ann.window.mark('q', 'heroic forces')
  await ann.window.choose('Tags', 'Coalition/Size')
  await ann.window.saved()
  const file = join(folder, 'ann.pressmark')
  await ann.close()
  const { status } = await runPressmark(['bundle', ann.workspace, '--annotator', 'Ann Marsh', '--out', file])
  expect(status).toBe(0)
  await ann.leave()
  return file
}

for (const [name, stations] of [
  ['panes, text and what lies near a selection', readingStations],
  ['lists, menus and messages', menuStations],
  ['a text that is written on', writingStations],
  ['dialogs', inDialogs(dialogStations)],
  ['registers', inDialogs(registerStations)],
  ['table of excerpts', tableStations],
] as const) {
  test(`${name}: nothing for axe, targets of 24 px, no text cut`, async () => {
    const desk = await openMarked()
    await lookAtAll(desk, stations)
    await leave(desk)
  })
}

test('a new version, and where annotations stand in it: the same', async () => {
  const desk = await openMarked()
  const file = join(desk.folder, 'corrected.txt')
  const text = await readFile(given.file, 'utf8')
  await writeFile(file, text.replace('71 nations', '77 nations').replace('in designated areas', 'in all areas'))
  await lookAtAll(desk, inDialogs([newVersionStation(file)]))
  await setWindow(desk.app, desk.page, usualWindow)
  await answerDialogs(desk.app, [file])
  await desk.window.command('File', 'Import a new version…')
  await desk.page.getByRole('button', { name: /^Import as/ }).click()
  await expect(desk.page.getByRole('main', { name: 'Two versions' })).toBeVisible()
  await desk.page.keyboard.press('Control+1')
  await lookAtAll(desk, changedStations)
  await leave(desk)
})

test('a text that was being written when the program was stopped: the same', async () => {
  const desk = await openGivenRelease()
  await desk.page.keyboard.press('F2')
  await expect(desk.window.writing).toBeFocused()
  await desk.page.keyboard.type('Begun. ')
  await keptOnDisk(desk, 'Begun.')
  await desk.kill()
  const again = await launch(desk.options)
  await expect(again.page.getByRole('button', { name: 'Go on editing' })).toBeVisible()
  await lookAround(again, 'a text that was being written')
  expect(again.complaints).toEqual([])
  await again.close()
  await desk.leave()
})

test('what could not be saved, and a newer workspace that is read only: the same', async () => {
  const desk = await openMarked()
  await desk.window.saved()
  await rename(desk.workspace, `${desk.workspace}-away`)
  await desk.window.mark('c', 'criminal terrorist organization')
  await expect(desk.window.saveState).toContainText('Not saved')
  await lookAtAll(desk, failedStations)
  await rename(`${desk.workspace}-away`, desk.workspace)
  await desk.page.getByRole('button', { name: 'Retry' }).click()
  const again = await openAgain(desk, () => makeNewer(desk))
  await expect(again.window.saveState).toContainText('Read only')
  await lookAtAll(again, readOnlyStations)
  await leave(again)
})

test('the report of damaged files, and the question who one is: the same', async () => {
  const desk = await openGivenRelease()
  await desk.window.mark('n', 'heroic forces')
  await desk.window.write('Note', 'my own words')
  await desk.window.saved()
  const file = await annotationsFile(desk)
  const copy = `${desk.workspace}-file`
  await copyFile(file, copy)
  await desk.window.mark('c', 'criminal terrorist organization')
  const again = await openAgain(desk, async () => {
    await copyFile(copy, file.replace('.json', " (Ann's conflicted copy 2026-05-01).json"))
    await cutOff(file)
  })
  await expect(again.page.getByText('1 file was damaged or missing')).toBeVisible()
  await lookAround(again, 'message that a file was damaged')
  // What is written by hand while the window has it is told too, and offered to be taken back.
  const written = await readFile(file, 'utf8')
  await writeFile(file, written.replace('"note":"my own words"', '"note":"somebody else’s words"'))
  await again.page.getByRole('button', { name: 'Show report' }).click()
  const report = again.page.getByRole('dialog', { name: 'Files report' })
  await expect(report).toContainText('This file was cut off.')
  await expect(report.getByRole('button', { name: /^Merge / })).toBeVisible()
  await expect(report.getByRole('button', { name: /^Take back / })).toBeVisible()
  await lookAround(again, 'files report', dialog)
  await report.getByRole('button', { name: 'Done' }).click()

  const other = await openAgain(again, async () => undefined, { userFolder: join(desk.folder, 'another') })
  await expect(other.page.getByRole('dialog', { name: 'Is this you?' })).toBeVisible()
  await lookAround(other, 'is this you', dialog)
  await other.page.getByRole('button', { name: 'I am somebody else' }).click()
  await other.window.mark('c', 'lasting defeat')
  await other.window.saved()
  await other.page.keyboard.press('Control+,')
  await other.page.getByRole('button', { name: 'That is me too' }).click()
  await expect(other.page.getByRole('button', { name: 'Go on as that one' })).toBeVisible()
  await lookAround(other, 'settings of two of one name', dialog)
  await other.page.keyboard.press('Escape')
  await leave(other)
})

test('a colleague’s work in review, and the dialog that bundles one’s own: the same', async () => {
  const desk = await openMarked()
  const other = await openAgain(desk, async () => undefined, {
    userFolder: join(desk.folder, 'another'),
    annotator: 'Bo Reid',
  })
  await other.window.mark('c', 'representing 71 nations and four international')
  await other.window.saved()
  await other.page.keyboard.press('Control+3')
  const list = other.page.getByRole('list', { name: 'Differences' })
  await expect(list).toBeVisible()
  await lookAround(other, 'review')
  await list.getByRole('button').first().press('j')
  await expect(other.page.getByRole('group', { name: 'Decide' })).toBeVisible()
  await other.page.keyboard.press('2')
  await expect(other.page.getByRole('textbox', { name: /^Reason|^Why/ })).toBeFocused()
  await lookAround(other, 'a case of the review, being disputed')
  await other.page.keyboard.press('Escape')
  await other.window.command('File', 'Bundle for a colleague…')
  await expect(other.page.getByRole('dialog', { name: 'Bundle for a colleague' })).toBeVisible()
  await lookAround(other, 'bundle', dialog)
  await other.page.keyboard.press('Escape')
  const bundle = await bundleOfAnother(desk.folder)
  await answerDialogs(other.app, [bundle])
  await other.window.command('File', 'Receive a colleague’s bundle…')
  const receive = other.page.getByRole('dialog', { name: 'Receive a bundle' })
  await expect(receive.getByRole('switch')).toBeVisible()
  await lookAround(other, 'a bundle that was received', dialog)
  await receive.getByRole('button', { name: 'Receive' }).click()
  await expect(other.page.getByRole('dialog', { name: 'Same names' }).getByRole('checkbox')).not.toHaveCount(0)
  await lookAround(other, 'names that both have', dialog)
  await other.page.keyboard.press('Escape')
  await other.page.getByRole('button', { name: 'Close this message' }).click()
  await lookAtAll(other, adjudicationStations)
  await leave(other)
})

test('the beginning, and what is empty: the same', async () => {
  const { path, remove } = await freshFolder()
  const options = { userFolder: join(path, 'user') }
  const workspace = join(path, 'study')
  const running = await launch(options)
  const { app, page, window } = running
  const look = (name: string, scope?: string) => lookAround(running, name, scope)
  const name = page.getByRole('textbox', { name: 'Your name on annotations' })
  await expect(name).toBeFocused()
  await look('first start')
  await page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(page.getByText('Write your name first')).toBeVisible()
  await look('first start without a name')
  await name.fill('Test Annotator')
  await answerDialogs(app, [workspace])
  await page.getByRole('button', { name: 'New workspace…' }).click()
  await expect(window.library).toBeVisible()
  await look('empty library')
  await page.keyboard.press('Control+2')
  await expect(page.getByText('No excerpts yet')).toBeVisible()
  await look('no excerpts')
  await page.keyboard.press('Control+1')
  for (const [dialog, keys] of [
    ['Codebook', 'Control+Shift+K'],
    ['Speakers', 'Control+Shift+S'],
  ] as const) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
    await look(`empty ${dialog}`, '[role=dialog]')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await answerDialogs(app, [given.file])
  await page.keyboard.press('Control+o')
  await expect(window.text).toBeFocused()
  await look('nothing marked')
  const desk = { ...running, folder: path, workspace, options, leave: running.close }
  await answerDialogs(app, [given.file, port.file])
  await page.getByRole('button', { name: 'Import files' }).first().click()
  await page.getByRole('button', { name: /^Check what was found in harbour/ }).click()
  await expect(page.getByRole('complementary', { name: 'Structure' })).toBeVisible()
  await look('structure of an imported file', dialog)
  await page.getByRole('button', { name: 'Done' }).click()
  await window.library.getByRole('button', { name: 'Sort' }).click()
  await expect(page.getByRole('menu', { name: 'Sort' })).toBeVisible()
  expect.soft(await findings(page, { scope: menu, looks: true }), 'order of the library').toEqual([])
  await page.keyboard.press('Escape')
  await window.document(port.headline).press('Delete')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(window.document(port.headline)).toHaveCount(0)
  await window.document(given.headline).click()
  await expect(window.text).toContainText('heroic forces')
  await lookAtAll(desk, inDialogs(binStations))
  expect(running.complaints).toEqual([])
  await running.close()
  await remove()
})

test('the check of forced colours sees a colour that is the same as the system’s in one palette alone', async () => {
  const desk = await openGivenRelease()
  const look = () => findings(desk.page, { scope: 'header', looks: true })
  expect(await look()).toEqual([])
  await desk.page.getByRole('tab', { name: 'Excerpts' }).evaluate((tab: HTMLElement) => {
    tab.style.setProperty('forced-color-adjust', 'none')
    tab.style.color = 'black'
  })
  await settled(desk.page)
  expect((await look()).filter(line => line.startsWith('forced colours, dark'))).toHaveLength(1)
  await desk.leave()
})
