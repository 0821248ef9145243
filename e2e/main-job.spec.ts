import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exportAll, exportFormats } from './pages/export-all'
import { givenRelease as given } from './pages/given-release'
import { openGivenRelease } from './pages/given-workspace'
import { launch, type RunningApp } from './pages/launch'
import { markGivenRelease } from './pages/mark-given-release'
import { runPressmark } from './pages/pressmark-cli'

interface Exchanged {
  readonly kind: string
  readonly target: readonly { readonly start: number; readonly end: number; readonly exact: string }[]
  readonly tags: readonly string[]
  readonly note: string
  readonly quote?: { readonly type: string; readonly speakers: readonly { readonly name: string }[] }
}

test('the main job: from an empty folder to exports that can be proven', async () => {
  test.setTimeout(180_000)
  const desk = await openGivenRelease()
  const { workspace } = desk

  const before = await test.step('import, mark, tag, note, undo and redo', async () => {
    await markGivenRelease(desk)
    await undoAndRedo(desk)
    await desk.window.saved()
    expect(desk.complaints).toEqual([])
    await desk.kill()
    return annotationsOf(workspace)
  })

  await test.step('after a crash everything is there', async () => {
    const running = await launch(desk.options)
    await expect(running.window.document(given.headline)).toBeVisible()
    await expect(running.window.annotations.getByRole('listitem')).toHaveCount(7)
    expect(await annotationsOf(workspace)).toEqual(before)
    await expectEveryExactToStandInTheText(workspace, before)
    await exportAll(running, desk.folder, 7)
    await running.close()
  })

  await test.step('the exports are proven, and a changed character is found', async () => {
    await proveExports(workspace, desk.folder)
  })
  await rm(desk.folder, { recursive: true, force: true })
})

async function undoAndRedo({ page, window }: RunningApp): Promise<void> {
  await window.text.focus()
  const list = window.annotations.getByRole('listitem')
  await times(6, () => page.keyboard.press('Control+z'))
  await expect(list).toHaveCount(4)
  await times(6, () => page.keyboard.press('Control+Shift+z'))
  await expect(list).toHaveCount(7)
  await times(2, () => page.keyboard.press('Control+z'))
  await expect(list).toHaveCount(6)
  await times(2, () => page.keyboard.press('Control+y'))
  await expect(list).toHaveCount(7)
}

async function times(count: number, act: () => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n += 1) await act()
}

async function annotationsOf(workspace: string): Promise<Exchanged[]> {
  const run = await runPressmark(['annotations', workspace, '--json'])
  expect(run.err).toBe('')
  return JSON.parse(run.out)
}

async function expectEveryExactToStandInTheText(workspace: string, annotations: readonly Exchanged[]): Promise<void> {
  const [document] = JSON.parse((await runPressmark(['documents', workspace, '--json'])).out)
  const text = (await runPressmark(['show', workspace, document.id, '--text'])).out
  expect(text.length).toBe(2113)
  for (const { target } of annotations)
    for (const { start, end, exact } of target) expect(text.slice(start, end)).toBe(exact)
  const quotes = annotations.filter(({ kind }) => kind === 'quote')
  const claims = annotations.filter(({ kind }) => kind === 'claim')
  expect(quotes.map(({ target }) => target.map(({ exact }) => exact))).toEqual([
    [...given.firstQuote.pieces],
    [...given.secondQuote.pieces],
    [given.indirectQuote],
  ])
  expect(quotes.map(({ quote }) => [quote?.type, quote?.speakers.map(({ name }) => name)])).toEqual([
    ['direct', [...given.firstQuote.speakers]],
    ['direct', [...given.secondQuote.speakers]],
    ['indirect', []],
  ])
  expect(quotes[0]).toMatchObject({ tags: ['border', 'security/threat'], note: 'One quote with two speakers.' })
  expect(claims.map(({ target }) => target[0]?.exact).sort()).toEqual(Object.values(given.claims).sort())
}

async function proveExports(workspace: string, folder: string): Promise<void> {
  for (const { extension } of exportFormats) {
    const file = join(folder, `excerpts.${extension}`)
    const sound = await runPressmark(['verify', file, '--workspace', workspace, '--json'])
    expect(JSON.parse(sound.out)).toMatchObject({ checked: 7, passed: 7, failed: [] })
    expect(sound.status).toBe(0)

    const text = await readFile(file, 'utf8')
    const changed = text.replace('heroic forces', 'heroic farces')
    expect(changed).not.toBe(text)
    await writeFile(file, changed)
    const altered = await runPressmark(['verify', file, '--workspace', workspace, '--json'])
    expect(altered.status).toBe(1)
    expect(JSON.parse(altered.out).failed).toContainEqual(expect.objectContaining({ row: 1 }))
    await writeFile(file, text)
  }
  const [document] = await readdir(join(workspace, 'documents'))
  const revisions = join(workspace, 'documents', document ?? '', 'revisions')
  const [revision] = await readdir(revisions)
  const stored = join(revisions, revision ?? '')
  const text = await readFile(stored, 'utf8')
  await writeFile(stored, text.replace('heroic forces', 'heroic farces'))
  const differs = await runPressmark(['verify', join(folder, 'excerpts.csv'), '--workspace', workspace, '--json'])
  expect(differs.status).toBe(1)
  expect(JSON.parse(differs.out).failed.length).toBeGreaterThan(0)
}
