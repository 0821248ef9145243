import { join } from 'node:path'
import { test } from '@playwright/test'
import { freshFolder, launch, type RunningApp } from '../pages/launch'
import { Measurements, type Target } from './figures'
import { heapsOf } from './heaps'
import { backUp, writeLargeWorkspace } from './large-workspace'

/** The engine goes on compiling for about as many. */
const warmUpEdits = 1_000
const edits = 2_000
const warmUpDocuments = 20
const documents = 200
const target = 1.15

test('memory after many edits in one document', async () => {
  const bench = `memory: ${edits} edits in one document`
  const size = { characters: 20_000, annotations: 200 }
  await compare(bench, [size], async ({ page, window }) => {
    await page.locator('.editor-text > p').nth(2).click()
    await page.keyboard.press('j')
    await window.inspector.getByRole('combobox', { name: 'Tags' }).waitFor()
    // Of each annotation a tag is given and taken away ten times, then comes the next.
    const tag = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1) {
        if (n % 10 === 0) await page.keyboard.press('j')
        await page.keyboard.press('1')
      }
      await window.saved()
    }
    return { warmUp: () => tag(warmUpEdits), work: () => tag(edits) }
  })
})

test('memory after many documents', async () => {
  const bench = `memory: ${documents} documents opened in turn`
  const size = { characters: 20_000, annotations: 100 }
  const sizes = Array.from({ length: warmUpDocuments + documents }, () => size)
  await compare(bench, sizes, async ({ page }) => {
    const open = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1) {
        const before = await page.locator('.editor-text').textContent()
        await page.keyboard.press('Alt+PageDown')
        await page.waitForFunction(text => document.querySelector('.editor-text')?.textContent !== text, before)
      }
    }
    await page.locator('.editor-text > p').nth(2).click()
    return { warmUp: () => open(warmUpDocuments), work: () => open(documents - 1) }
  })
})

interface Steps {
  warmUp(): Promise<void>
  work(): Promise<void>
}

/** Heaps after the work, set against those after the warm-up of the same kind. */
async function compare(
  bench: string,
  sizes: Parameters<typeof writeLargeWorkspace>[2],
  prepare: (running: RunningApp) => Promise<Steps>,
): Promise<void> {
  const { path, remove } = await freshFolder()
  try {
    writeLargeWorkspace(join(path, 'study'), join(path, 'user'), sizes)
    await backUp(join(path, 'study'), join(path, 'user'))
    const running = await launch({
      userFolder: join(path, 'user'),
      workspace: join(path, 'study'),
      args: ['--js-flags=--expose-gc'],
    })
    try {
      await running.window.text.waitFor({ timeout: 120_000 })
      await running.window.annotations.waitFor()
      await running.window.read()
      const session = await running.page.context().newCDPSession(running.page)
      const steps = await prepare(running)
      const measurements = new Measurements()
      for (const when of ['before', 'after'] as const) {
        await (when === 'before' ? steps.warmUp() : steps.work())
        const heaps = await heapsOf(running, session)
        measurements.add({ bench, subject: when, metric: 'heap of the page', unit: 'MB' }, heaps.page)
        measurements.add({ bench, subject: when, metric: 'heap of the machine side', unit: 'MB' }, heaps.main)
      }
      measurements.print(({ subject }) => (subject === 'after' ? 'before' : undefined))
      measurements.judge(
        ['heap of the page', 'heap of the machine side'].map(
          (metric): Target => ({ bench, subject: 'after', metric, peer: 'before', atMost: target }),
        ),
      )
    } finally {
      await running.close()
    }
  } finally {
    await remove()
  }
}
