import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { test } from '@playwright/test'
import { freshFolder, launch } from '../pages/launch'
import { openBare } from './bare-electron'
import { Measurements, type Target } from './figures'
import { backUp, writeLargeWorkspace } from './large-workspace'
import { timeToScreen } from './on-screen'

const rounds = 3
/** How often the palette is opened in a round. */
const repeats = 4
const documents = 2_000
/** What is typed: each letter is measured. */
const typed = 'ferry'
const bench = `palette over ${documents} documents`
const own = 'pressmark'
const plain = 'plain list'
const list = '[role=listbox][aria-label=Results]'

const targets: readonly Target[] = [
  { bench, subject: own, metric: 'opened', atMost: 100 },
  { bench, subject: own, metric: 'letter typed', atMost: 100 },
]

test('the palette over many documents, beside a plain list', async () => {
  const { path, remove } = await freshFolder()
  try {
    const workspace = join(path, 'study')
    const userFolder = join(path, 'user')
    const size = { characters: 1_500, annotations: 3 }
    writeLargeWorkspace(
      workspace,
      userFolder,
      Array.from({ length: documents }, () => size),
    )
    await backUp(workspace, userFolder)
    const measurements = new Measurements()
    for (let round = 0; round < rounds; round += 1) {
      const parts = [measurePlain, (found: Measurements) => measureOwn(found, workspace, userFolder)]
      for (const measure of round % 2 === 0 ? parts : parts.reverse()) await measure(measurements)
    }
    measurements.print(() => plain)
    measurements.judge(targets)
  } finally {
    await remove()
  }
})

async function measureOwn(measurements: Measurements, workspace: string, userFolder: string): Promise<void> {
  const add = (metric: string, value: number) => measurements.add({ bench, subject: own, metric, unit: 'ms' }, value)
  const { page, window, close } = await launch({ userFolder, workspace })
  try {
    await window.text.waitFor({ timeout: 120_000 })
    await window.read()
    for (let n = 0; n < repeats; n += 1) {
      const outcome = { event: 'keydown', changes: list, present: `${list} [role=option]` } as const
      add(
        n === 0 ? 'opened for the first time' : 'opened',
        await timeToScreen(page, outcome, () => page.keyboard.press('Control+k')),
      )
      for (const letter of typed) {
        add('letter typed', await timeToScreen(page, outcome, () => page.keyboard.press(letter)))
      }
      await page.keyboard.press('Escape')
      await page.locator(list).waitFor({ state: 'detached' })
    }
  } finally {
    await close()
  }
}

async function measurePlain(measurements: Measurements): Promise<void> {
  const { page, close } = await openBare(pathToFileURL(join(import.meta.dirname, 'plain-list/index.html')).href)
  try {
    const input = page.getByRole('textbox')
    for (let n = 0; n < repeats; n += 1) {
      await input.focus()
      for (const letter of typed) {
        const outcome = { event: 'keydown', changes: 'ul' } as const
        const value = await timeToScreen(page, outcome, () => page.keyboard.press(letter))
        measurements.add({ bench, subject: plain, metric: 'letter typed', unit: 'ms' }, value)
      }
      await input.fill('')
    }
  } finally {
    await close()
  }
}
