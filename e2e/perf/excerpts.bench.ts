import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Page, test } from '@playwright/test'
import { ExcerptsView } from '../pages/excerpts-view'
import { freshFolder, launch } from '../pages/launch'
import { openBare } from './bare-electron'
import { Measurements, type Target } from './figures'
import { backUp, writeLargeWorkspace } from './large-workspace'
import { measureScroll, type Outcome, timedSession, timeToScreen } from './on-screen'

/** As much of the contract as is measured. */
interface Machine {
  call(name: string, request: unknown): Promise<{ readonly ok: boolean }>
}

const rounds = 3
/** Of each of them the same steps are done so often in a round. */
const repeats = 3
const documents = 2_000
const bench = `excerpts: ${documents * 100} in ${documents} documents`
const own = 'pressmark'
const plain = 'plain table'
const droppedFrames = 'dropped frames'
/** Pixels in each frame: two rows, which is what a wheel turned fast does. */
const scrollStep = 106

const targets: readonly Target[] = [
  { bench, subject: own, metric: 'view opened', atMost: 100 },
  { bench, subject: own, metric: 'sorted', atMost: 100 },
  { bench, subject: own, metric: 'filtered', atMost: 100 },
  { bench, subject: own, metric: 'words typed', atMost: 100 },
  { bench, subject: own, metric: 'call: all rows', atMost: 100 },
  { bench, subject: own, metric: 'call: facet', atMost: 100 },
  { bench, subject: own, metric: 'call: sort', atMost: 100 },
  { bench, subject: own, metric: 'call: words', atMost: 100 },
  { bench, subject: own, metric: 'facet counts', atMost: 100 },
  { bench, subject: own, metric: 'time of a frame while scrolling', peer: plain, atMost: 1.1 },
  { bench, subject: own, metric: '95th percentile of the frames', peer: plain, atMost: 1.1 },
  { bench, subject: own, metric: 'dropped frames beyond those of the plain table', atMost: 0.05 },
]

const rowsShown = { present: '[role=grid] [id^=pm-excerpt-]', absent: '[role=grid] [aria-busy]' }
const byKey: Outcome = { event: 'keydown', changes: '[role=grid] [role=row]', ...rowsShown }
const byPress: Outcome = { ...byKey, event: 'pointerdown' }
/** The counts beside the values that one can filter by. */
const counts: Outcome = { event: 'pointerdown', changes: '.pm-facet-value' }

test('the table of excerpts over a large workspace, beside a plain table', async () => {
  const { path, remove } = await freshFolder()
  try {
    const workspace = join(path, 'study')
    const userFolder = join(path, 'user')
    const size = { characters: 6_000, annotations: 100 }
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
    compareDropped(measurements)
    measurements.print(() => plain)
    measurements.judge(targets)
  } finally {
    await remove()
  }
})

async function measureOwn(measurements: Measurements, workspace: string, userFolder: string): Promise<void> {
  const add = (metric: string, value: number) => measurements.add({ bench, subject: own, metric, unit: 'ms' }, value)
  const begun = Date.now()
  const { page, window, close } = await launch({ userFolder, workspace })
  try {
    await window.text.waitFor({ timeout: 120_000 })
    add('workspace opened', Date.now() - begun)
    await whenIdle(page)
    // The machine puts the table together after the start; what is asked before that waits for all of it.
    add('call: first, right after the start', await call(page, all))
    await whenIdle(page)
    const excerpts = new ExcerptsView(page)
    add('view opened', await timeToScreen(page, byKey, () => page.keyboard.press('Control+2')))
    for (let n = 0; n < repeats; n += 1) {
      for (const title of ['Sort by document', 'Sort by speaker']) {
        const head = excerpts.grid.getByTitle(title).first()
        add('sorted', await timeToScreen(page, byPress, () => head.click()))
      }
      const quote = excerpts.filters.getByRole('checkbox', { name: 'Quote' })
      for (const _ of ['on', 'off']) add('filtered', await timeToScreen(page, byPress, () => quote.click()))
      for (const _ of ['on', 'off']) add('facet counts', await timeToScreen(page, counts, () => quote.click()))
      await excerpts.search.focus()
      for (const key of ['f', 'e', 'r']) {
        add('words typed', await timeToScreen(page, byKey, () => page.keyboard.press(key)))
      }
      await timeToScreen(page, byKey, () => page.keyboard.press('Escape'))
      await measureCalls(page, add, n)
    }
    await measureScrolling(measurements, page, own, '[role=grid]', '[role=grid] [aria-busy]')
  } finally {
    await close()
  }
}

const all = { filter: { text: '', facets: {} }, sort: { by: 'page', descending: false }, from: 0, count: 200 }

/** Milliseconds from a question to the machine to its answer in the page. */
function call(page: Page, query: typeof all): Promise<number> {
  return page.evaluate(async asked => {
    const begun = performance.now()
    const { pressmark } = window as unknown as { readonly pressmark: Machine }
    const answer = await pressmark.call('excerpts.query', asked)
    if (!answer.ok) throw new Error('the machine refused the question')
    return performance.now() - begun
  }, query)
}

/** Asks the machine what the table asks it. */
async function measureCalls(page: Page, add: (metric: string, value: number) => void, round: number): Promise<void> {
  const descending = round % 2 === 0
  const facets = { tag: [`t${round}`] }
  add('call: all rows', await call(page, all))
  add('call: facet', await call(page, { ...all, filter: { text: '', facets } }))
  const text = ['winter', 'crew', 'report'][round] ?? 'x'
  add('call: words', await call(page, { ...all, filter: { text, facets: {} } }))
  for (const by of ['date', 'tag', 'modified'])
    add('call: sort', await call(page, { ...all, sort: { by, descending } }))
}

async function measurePlain(measurements: Measurements): Promise<void> {
  const { page, close } = await openBare(pathToFileURL(join(import.meta.dirname, 'plain-table/index.html')).href)
  try {
    const press = async (metric: string, key: string) => {
      const outcome: Outcome = { event: 'keydown', changes: '.row' }
      const value = await timeToScreen(page, outcome, () => page.keyboard.press(key))
      measurements.add({ bench, subject: plain, metric, unit: 'ms' }, value)
    }
    for (let n = 0; n < 2 * repeats; n += 1) {
      await press('sorted', 's')
      await press('filtered', 'f')
    }
    await measureScrolling(measurements, page, plain, '#grid', '[aria-busy]')
  } finally {
    await close()
  }
}

async function measureScrolling(
  measurements: Measurements,
  page: Page,
  subject: string,
  scroller: string,
  waits: string,
): Promise<void> {
  await whenIdle(page)
  const session = await timedSession(page)
  const { frame, slowest, dropped, processor, waiting } = await measureScroll(
    page,
    session,
    scroller,
    scrollStep,
    waits,
  )
  await session.detach()
  measurements.add({ bench, subject, metric: 'time of a frame while scrolling', unit: 'ms' }, frame)
  measurements.add({ bench, subject, metric: '95th percentile of the frames', unit: 'ms' }, slowest)
  measurements.add({ bench, subject, metric: 'processor time of a frame', unit: 'ms' }, processor)
  measurements.add({ bench, subject, metric: droppedFrames, unit: 'share' }, dropped)
  measurements.add({ bench, subject, metric: 'frames with a row that waits', unit: 'share' }, waiting)
}

/** A ratio says nothing where the peer drops none: what is judged is how many more are dropped, round by round. */
function compareDropped(measurements: Measurements): void {
  const [ours, theirs] = [own, plain].map(subject => measurements.valuesOf({ bench, subject, metric: droppedFrames }))
  const more = (ours ?? []).map((share, round) => share - (theirs?.[round] ?? Number.NaN))
  const metric = 'dropped frames beyond those of the plain table'
  measurements.add({ bench, subject: own, metric, unit: 'share' }, ...more)
}

/** Resolves when the page has twice had nothing to do. */
async function whenIdle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise(resolve => requestIdleCallback(() => requestIdleCallback(() => resolve(undefined)))),
  )
}
