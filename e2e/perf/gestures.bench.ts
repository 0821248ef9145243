import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { freshFolder, launch, type RunningApp } from '../pages/launch'
import { openBare } from './bare-electron'
import { serveEditorPage } from './editor-page-server'
import { measureEditor, type Size } from './editor-run'
import { Measurements, median, type Target } from './figures'
import { backUp, writeLargeWorkspace } from './large-workspace'
import { type Outcome, taskTime, timedSession, timeToScreen } from './on-screen'

const rounds = 3
const repeats = 5
const sizes: readonly Size[] = [
  { name: '20 kB, 200 annotations', characters: 20_000, annotations: 200 },
  { name: '200 kB, 5000 annotations', characters: 200_000, annotations: 5_000 },
  { name: '800 kB, 20000 annotations', characters: 800_000, annotations: 20_000 },
]
/** Gestures are to be on the screen within so many frames more than a key in a bare editor. */
const frames = 2
const frameTime = 1000 / 60
const own = 'pressmark'
const bare = 'bare editor'
const gestures = ['mark', 'tag', 'undo a tag', 'undo a mark', 'type a note'] as const
type Gesture = (typeof gestures)[number]

const inText: Outcome = { event: 'keydown', changes: '.editor-text span, .margin-label' }
const inTags: Outcome = { event: 'keydown', changes: '[aria-label="Tags set"]' }
const inFields: Outcome = { event: 'keydown', changes: '.pm-inspector-position' }
const inField: Outcome = { event: 'keydown' }

let server: Awaited<ReturnType<typeof serveEditorPage>> | undefined
test.beforeAll(async () => {
  server = await serveEditorPage()
})
test.afterAll(async () => {
  await server?.close()
})

for (const size of sizes) {
  test(`gestures in an open document of ${size.name}, beside a key in a bare editor`, async () => {
    const { path, remove } = await freshFolder()
    try {
      writeLargeWorkspace(join(path, 'study'), join(path, 'user'), [size])
      await backUp(join(path, 'study'), join(path, 'user'))
      await compare(path, server?.url ?? '', size)
    } finally {
      await remove()
    }
  })
}

async function compare(path: string, url: string, size: Size): Promise<void> {
  const bench = `gestures: ${size.name}`
  const measurements = new Measurements()
  const measureBare = async (): Promise<void> => {
    const { page, close } = await openBare(url)
    try {
      const { keyToFrame } = await measureEditor(page, url, 'bare', size)
      for (const metric of gestures) measurements.add({ bench, subject: bare, metric, unit: 'ms' }, keyToFrame)
    } finally {
      await close()
    }
  }
  const measureOwn = async (): Promise<void> => {
    const running = await launch({ userFolder: join(path, 'user'), workspace: join(path, 'study') })
    try {
      await measureGestures(running, measurements, bench)
    } finally {
      await running.close()
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const measure of round % 2 === 0 ? [measureBare, measureOwn] : [measureOwn, measureBare]) await measure()
  }
  measurements.print(({ metric }) => (gestures.some(gesture => gesture === metric) ? bare : undefined))
  measurements.judge(gestures.map(metric => targetOf(measurements, bench, metric)))
}

/** Two frames more than the peer, as a ratio to it. */
function targetOf(measurements: Measurements, bench: string, metric: Gesture): Target {
  const peer = measurements.medianOf({ bench, subject: bare, metric }) ?? Number.NaN
  return { bench, subject: own, metric, peer: bare, atMost: (peer + frames * frameTime) / peer }
}

async function measureGestures({ app, page, window }: RunningApp, found: Measurements, bench: string): Promise<void> {
  await window.text.waitFor({ timeout: 120_000 })
  await window.annotations.waitFor({ timeout: 120_000 })
  const session = await timedSession(page)
  const times = new Map<Gesture, number[]>(gestures.map(gesture => [gesture, []]))
  const cost = { page: 0, main: 0 }
  await placeCaret(page)
  for (let n = -1; n < repeats; n += 1) {
    const time = async (gesture: Gesture, outcome: Outcome, key: string): Promise<void> => {
      const value = await timeToScreen(page, outcome, () => page.keyboard.press(key))
      if (n >= 0) times.get(gesture)?.push(value)
    }
    await page.keyboard.press('Alt+ArrowDown')
    await window.toolbar.waitFor()
    const before = { page: await taskTime(session), main: await mainTime(app) }
    await time('mark', inText, 'q')
    await window.saved()
    if (n >= 0) {
      cost.page += (await taskTime(session)) - before.page
      cost.main += (await mainTime(app)) - before.main
    }
    await time('tag', inTags, '1')
    await window.saved()
    await time('undo a tag', inTags, 'Control+z')
    await window.saved()
    await time('undo a mark', inText, 'Control+z')
    await window.saved()
  }
  const fields: number[] = []
  for (let n = 0; n < repeats; n += 1) {
    fields.push(await timeToScreen(page, inFields, () => page.keyboard.press('j')))
    await page.keyboard.press('e')
    await expect(window.inspector.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    for (const letter of 'note') {
      const value = await timeToScreen(page, inField, () => page.keyboard.press(letter))
      if (n > 0) times.get('type a note')?.push(value)
    }
    await page.keyboard.press('Escape')
    await expect(window.text).toBeFocused()
  }
  await session.detach()
  for (const [metric, values] of times) found.add({ bench, subject: own, metric, unit: 'ms' }, median(values))
  found.add({ bench, subject: own, metric: 'fields of the next annotation', unit: 'ms' }, median(fields))
  found.add({ bench, subject: own, metric: 'processor time of the page for a mark', unit: 'ms' }, cost.page / repeats)
  found.add(
    { bench, subject: own, metric: 'processor time of the machine side for a mark', unit: 'ms' },
    cost.main / repeats,
  )
}

async function placeCaret(page: Page): Promise<void> {
  const paragraph = page.locator('.editor-text > p').nth(2)
  // In the words: beside them a press asks for the paragraph's role.
  await paragraph.click({ position: { x: 160, y: 12 } })
}

/** Processor time of the main process so far, in milliseconds. */
async function mainTime(app: RunningApp['app']): Promise<number> {
  const { user, system } = await app.evaluate(() => process.cpuUsage())
  return (user + system) / 1000
}
