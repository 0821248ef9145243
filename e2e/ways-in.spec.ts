import { spawn } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { givenRelease as given } from './pages/given-release'
import { type Desk, openGivenRelease } from './pages/given-workspace'
import { launch, root } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'

let desk: Desk

test.beforeEach(async () => {
  desk = await openGivenRelease()
})

test.afterEach(async () => {
  expect(desk.complaints).toEqual([])
  await desk.leave()
})

async function release(name: string, headline: string): Promise<string> {
  const path = join(desk.folder, name)
  await writeFile(path, `${headline}\n\nThe first paragraph says what happened and when, and who says so.\n`)
  return path
}

test('files that are dropped on the window come in', async () => {
  const path = await release('dropped.txt', 'A dropped release')
  const cdp = await desk.page.context().newCDPSession(desk.page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
  await expect(desk.window.document('A dropped release')).toBeVisible()
  await expect(desk.window.text).toContainText('The first paragraph')
})

test('a second start hands its files to the window that is there', async () => {
  const path = await release('second.txt', 'A release of the second start')
  const args: string[] = JSON.parse(process.env.PRESSMARK_ELECTRON_ARGS ?? '[]')
  const second = spawn(
    process.env.PRESSMARK_ELECTRON ?? '',
    [...args, root, `--user-data-dir=${desk.options.userFolder}`, path],
    {
      stdio: 'ignore',
    },
  )
  const ended = new Promise(done => second.once('exit', done))
  await expect(desk.window.document('A release of the second start')).toBeVisible()
  await ended
})

test('a file named on the command line is imported at the start', async () => {
  await desk.close()
  const path = await release('named.txt', 'A release named at the start')
  const again = await launch({ ...desk.options, files: [path] })
  await expect(again.window.document('A release named at the start')).toBeVisible()
  await again.close()
})

test('what the command line writes is seen in the window that has the workspace', async () => {
  await desk.window.mark('n', 'heroic forces')
  await desk.window.saved()
  const [document] = JSON.parse((await runPressmark(['documents', desk.workspace, '--json'])).out)
  const input = join(desk.folder, 'input.json')
  await writeFile(input, JSON.stringify([{ kind: 'claim', target: [{ start: 0, end: 30 }] }]))
  const profile = ['--user-data-dir', desk.options.userFolder]
  const annotated = await runPressmark([
    'annotate',
    desk.workspace,
    document.id,
    '--from',
    input,
    '--annotator',
    'A set',
    ...profile,
  ])
  expect(annotated).toMatchObject({ status: 0 })
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(2)
  await expect(desk.window.annotations.getByRole('button', { name: /Claim.*by A set/ })).toBeVisible()

  await mkdir(join(desk.folder, 'more'))
  await copyFile(
    await release('by-line.txt', 'A release by the command line'),
    join(desk.folder, 'more', 'by-line.txt'),
  )
  expect(await runPressmark(['import', desk.workspace, join(desk.folder, 'more'), ...profile])).toMatchObject({
    status: 0,
  })
  await expect(desk.window.document('A release by the command line')).toBeVisible()

  await desk.window.mark('q', 'criminal terrorist organization')
  await desk.window.saved()
  const all = JSON.parse((await runPressmark(['annotations', desk.workspace, '--json'])).out)
  expect(all.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['claim', 'note', 'quote'])
})

test('undo goes on after a restart', async () => {
  await desk.window.mark('q', 'heroic forces')
  await desk.window.choose('Tags', 'first')
  await desk.window.mark('c', 'criminal terrorist organization')
  await desk.window.saved()
  await desk.kill()
  const again = await launch(desk.options)
  const list = again.window.annotations.getByRole('listitem')
  await expect(list).toHaveCount(2)
  await again.window.text.focus()
  await again.page.keyboard.press('Control+z')
  await expect(list).toHaveCount(1)
  await again.page.keyboard.press('Control+z')
  await again.window.annotations.getByRole('button').click()
  await expect(again.window.inspector.getByRole('button', { name: /Remove.*first/ })).toHaveCount(0)
  await again.window.text.focus()
  await again.page.keyboard.press('Control+y')
  await expect(again.window.inspector.getByRole('button', { name: /Remove.*first/ })).toBeVisible()
  await again.page.keyboard.press('Control+z')
  await again.page.keyboard.press('Control+z')
  await expect(list).toHaveCount(0)
  await again.window.saved()
  await again.close()
})

test('a removed document is brought back by undo or from the bin, with its annotations', async () => {
  await desk.window.mark('q', 'heroic forces')
  await desk.window.saved()
  await desk.window.document(given.headline).focus()
  await desk.page.keyboard.press('Delete')
  const question = desk.page.getByRole('dialog', { name: 'Remove from library' })
  await expect(question).toContainText('Test Annotator1 annotation')
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(desk.page.getByRole('heading', { name: 'Open press releases to begin' })).toBeVisible()
  await desk.page.keyboard.press('Control+z')
  await desk.window.document(given.headline).click()
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(1)

  await desk.window.document(given.headline).focus()
  await desk.page.keyboard.press('Delete')
  await question.getByRole('button', { name: 'Remove', exact: true }).click()
  await desk.page.getByRole('button', { name: 'Removed documents' }).click()
  await desk.page.getByRole('button', { name: `Bring back ${given.headline}` }).click()
  await desk.page.getByRole('dialog', { name: 'Removed documents' }).getByRole('button', { name: 'Done' }).click()
  await desk.window.document(given.headline).click()
  await expect(desk.window.annotations.getByRole('listitem')).toHaveCount(1)
})

test('the first start asks for a name and then opens what it was started for', async () => {
  await desk.close()
  const fresh = await launch({ userFolder: join(desk.folder, 'new-user'), workspace: desk.workspace })
  await fresh.page.getByRole('textbox', { name: 'Your name on annotations' }).fill('Newcomer')
  await fresh.page.keyboard.press('Enter')
  await expect(fresh.window.document(given.headline)).toBeVisible()
  await fresh.window.mark('q', 'heroic forces')
  await fresh.window.saved()
  await fresh.close()
})
