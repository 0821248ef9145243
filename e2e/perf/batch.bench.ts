import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { seededRandom, syntheticRelease } from '../../renderer/editor/testing/synthetic-release'
import { answerDialogs, freshFolder, launch, type RunningApp } from '../pages/launch'
import { Measurements } from './figures'
import { heapsOf } from './heaps'
import { writeLargeWorkspace } from './large-workspace'

const files = 500
const rounds = 2
const bench = `batch: ${files} files`
const subject = 'pressmark'
/** The same window while nothing is asked of it: what the machine alone does to its frames. */
const atRest = 'the window at rest'
/** About as many frames as a batch lasts. */
const framesOfRest = 1_200

test('a folder of many files comes in, and the window goes on', async () => {
  test.setTimeout(900_000)
  const measurements = new Measurements()
  for (let round = 0; round < rounds; round += 1) {
    const { path, remove } = await freshFolder()
    try {
      const [workspace, userFolder] = [join(path, 'study'), join(path, 'user')]
      writeLargeWorkspace(workspace, userFolder, [{ characters: 5_000, annotations: 1 }])
      const running = await launch({ userFolder, workspace, args: ['--js-flags=--expose-gc'] })
      await running.window.text.waitFor()
      const session = await running.page.context().newCDPSession(running.page)
      // A first batch lets the engine compile; then as many again, whose texts are others.
      await importBatch(running, path, 0)
      const before = await heapsOf(running, session)
      const rest = await framesAtRest(running.page)
      const { time, longest, over } = await importBatch(running, path, 1)
      const after = await heapsOf(running, session)
      const add = (metric: string, unit: string, value: number) =>
        measurements.add({ bench, subject, metric, unit }, value)
      add('time for a file', 'ms', time / files)
      for (const [of, seen] of [
        [subject, { longest, over }],
        [atRest, rest],
      ] as const) {
        measurements.add({ bench, subject: of, metric: 'longest time without a frame', unit: 'ms' }, seen.longest)
        measurements.add(
          { bench, subject: of, metric: 'times without a frame for over 100 ms', unit: 'times' },
          seen.over,
        )
      }
      add('heap of the window for a document', 'kB', ((after.page - before.page) * 1024) / files)
      add('heap of the main process for a document', 'kB', ((after.main - before.main) * 1024) / files)
      await running.close()
    } finally {
      await remove()
    }
  }
  measurements.print(({ metric, subject: of }) => (metric.includes('frame') && of === subject ? atRest : undefined))
  measurements.judge([{ bench, subject, metric: 'longest time without a frame', atMost: 100 }])
})

/** Brings a folder of releases in; how long that took, and how the window drew meanwhile. */
async function importBatch({ app, page, window }: RunningApp, path: string, batch: number) {
  const folder = join(path, `batch-${batch}`)
  await writeReleases(folder, batch)
  await answerDialogs(app, [folder])
  await watchFrames(page)
  const begun = performance.now()
  await window.command('File', 'Import…')
  const report = page.getByRole('dialog', { name: 'Import' })
  await expect(report.getByRole('status')).toHaveText(`${files} added`, { timeout: 300_000 })
  const time = performance.now() - begun
  const frames = await framesSeen(page)
  await report.getByRole('button', { name: 'Done' }).click()
  await window.saved()
  return { time, ...frames }
}

/** Writes releases of two pages each, none near another; `batch` tells those of one batch from those of others. */
async function writeReleases(folder: string, batch: number): Promise<void> {
  await mkdir(folder)
  const { text } = syntheticRelease(files * 5_000)
  const paragraphs = text.split('\n\n')
  const random = seededRandom(batch + 1)
  for (let n = 0; n < files; n += 1) {
    const from = Math.floor((paragraphs.length / files) * n)
    const own = paragraphs.slice(from, from + Math.floor(paragraphs.length / files))
    const words = own.map(one =>
      one.replace(/\S+/g, word => (random() < 0.3 ? `${word}${Math.floor(random() * 1e6)}` : word)),
    )
    await writeFile(join(folder, `release-${n}.txt`), [`Release ${n} of batch ${batch}`, ...words].join('\n\n'))
  }
}

declare global {
  interface Window {
    framesOfBatch?: number[]
  }
}

/** Notes when the window draws a frame from now on. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = []
    window.framesOfBatch = seen
    const next = (at: number) => {
      seen.push(at)
      if (window.framesOfBatch === seen) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
}

async function framesAtRest(page: Page): Promise<{ longest: number; over: number }> {
  await watchFrames(page)
  await page.waitForFunction(count => (window.framesOfBatch?.length ?? 0) >= count, framesOfRest, { timeout: 120_000 })
  return framesSeen(page)
}

/** The longest time between two frames since, and how many were longer than 100 ms. */
function framesSeen(page: Page): Promise<{ longest: number; over: number }> {
  return page.evaluate(() => {
    const seen = window.framesOfBatch ?? []
    delete window.framesOfBatch
    const gaps = seen.slice(1).map((at, n) => at - (seen[n] ?? at))
    return { longest: Math.max(...gaps), over: gaps.filter(gap => gap > 100).length }
  })
}
