import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshFolder, launch, type RunningApp } from './pages/launch'
import { runPressmark } from './pages/pressmark-cli'
import { writeLargeWorkspace } from './perf/large-workspace'

const documents = 90
const annotations = 3

async function given() {
  const { path, remove } = await freshFolder()
  const workspace = join(path, 'study')
  const userFolder = join(path, 'user')
  const sizes = Array.from({ length: documents }, () => ({ characters: 1_500, annotations }))
  writeLargeWorkspace(workspace, userFolder, sizes)
  return { workspace, userFolder, catalogues: join(userFolder, 'catalogues'), remove }
}

/** Waits until all is read, and gives the library as it is then, from its first row on. */
async function whenRead({ window }: RunningApp): Promise<string> {
  await expect(window.library.getByRole('radio', { name: `All ${documents}` })).toBeVisible()
  await expect(window.library.getByText('Reading the documents')).toHaveCount(0)
  return window.library.innerText()
}

test('a large workspace is shown before it is read; what one does then is saved, and all ends as it was written', async () => {
  const { workspace, userFolder, remove } = await given()
  const running = await launch({ userFolder, workspace })
  await expect(running.window.annotations.getByRole('listitem')).toHaveCount(annotations)
  await running.page.keyboard.press('j')
  await running.page.keyboard.press('1')
  await whenRead(running)
  await running.window.saved()
  await running.page.keyboard.press('Control+2')
  const grid = running.page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-rowcount', `${documents * annotations + 1}`)
  expect(running.complaints).toEqual([])
  await running.close()
  const found = await runPressmark(['annotations', workspace, '--json'])
  expect(JSON.parse(found.out)).toHaveLength(documents * annotations)
  expect(await runPressmark(['doctor', workspace])).toMatchObject({ status: 0 })
  await remove()
})

test('the library is the same with its catalogue, without one, and with one that lies', async () => {
  const { workspace, userFolder, catalogues, remove } = await given()
  const first = await launch({ userFolder, workspace })
  const shown = await whenRead(first)
  await first.close()
  const [name = ''] = await readdir(catalogues)
  const file = join(catalogues, name)
  const kept = await readFile(file, 'utf8')
  for (const prepare of [
    async () => undefined,
    async () => writeFile(file, kept.replaceAll('"deleted":false', '"deleted":true')),
    async () => writeFile(file, kept.slice(0, 3_000)),
    async () => rm(catalogues, { recursive: true }),
  ]) {
    await prepare()
    const again = await launch({ userFolder, workspace })
    expect(await whenRead(again)).toBe(shown)
    await again.close()
    expect(await readFile(file, 'utf8')).toBe(kept)
  }
  await remove()
})

test('what is found in a file that is read after the window is there is told', async () => {
  const { workspace, userFolder, remove } = await given()
  const folder = join(workspace, 'documents', 'd00077', 'annotations')
  const text = await readFile(join(folder, 'annotator.json'), 'utf8')
  await writeFile(join(folder, 'annotator.json'), text.replace('To be looked at again.', 'Somebody else’s words.'))
  const running = await launch({ userFolder, workspace })
  await expect(running.page.getByText('1 file was changed outside Pressmark')).toBeVisible()
  await running.page.getByRole('button', { name: 'Show report' }).click()
  await expect(running.page.getByRole('dialog', { name: 'Files report' })).toContainText('annotator.json')
  await running.close()
  expect(await readdir(join(workspace, 'quarantine/documents/d00077/annotations'))).toHaveLength(1)
  await remove()
})
