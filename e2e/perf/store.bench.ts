import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { JSONFilePreset } from 'lowdb/node'
import { freshFolder, root } from '../pages/launch'
import { Measurements, type Target } from './figures'
import { backUp, writeLargeWorkspace } from './large-workspace'
import { type Contender, openLowdb, openPressmark } from './store-contenders'
import { measureStart } from './timed-app'

const own = 'pressmark'
const oneFile = 'lowdb, one file'
const perDocument = 'lowdb, a file per document'
const annotator = 'annotator'
const rounds = 60
/** Saves of each that are not counted. */
const warmUps = 10
const withoutSync = 'save without fsync'
const saves = (annotations: number) => `store: a document with ${annotations} annotations`
const large = 'store: 500 documents with 200 annotations each'

const targets: readonly Target[] = [
  { bench: saves(200), subject: own, metric: withoutSync, peer: perDocument, atMost: 2.5 },
  { bench: saves(1_000), subject: own, metric: withoutSync, peer: perDocument, atMost: 1.5 },
  { bench: saves(5_000), subject: own, metric: withoutSync, peer: perDocument, atMost: 1.5 },
  { bench: large, subject: own, metric: withoutSync, peer: oneFile, atMost: 0.02 },
]

// lowdb's presets keep everything in memory where this says that a test runs.
const { NODE_ENV: environment } = process.env

test.beforeAll(() => {
  process.env.NODE_ENV = 'production'
})

test.afterAll(() => {
  if (environment === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = environment
})

test('saving one note, beside stock lowdb that never syncs', async () => {
  const measurements = new Measurements()
  for (const annotations of [50, 200, 1_000, 5_000]) {
    const { path, remove } = await freshFolder()
    try {
      const workspace = join(path, 'study')
      writeLargeWorkspace(workspace, join(path, 'user'), [{ characters: annotations * 60, annotations }])
      const pressmark = await openPressmark(workspace, annotator)
      const lowdb = await openLowdb(join(path, 'lowdb'), pressmark.session, 'per document')
      const contenders = { [own]: pressmark, [perDocument]: lowdb }
      await alternate(measurements, saves(annotations), contenders, rounds, n => ['d00000', `a0-${n % annotations}`])
      await pressmark.close()
    } finally {
      await remove()
    }
  }
  measurements.print(() => perDocument)
  measurements.judge(targets)
})

test('a workspace of 500 documents: opened, and a note saved', async () => {
  const { path, remove } = await freshFolder()
  try {
    const workspace = join(path, 'study')
    const size = { characters: 6_000, annotations: 200 }
    writeLargeWorkspace(
      workspace,
      join(path, 'user'),
      Array.from({ length: 500 }, () => size),
    )
    const measurements = new Measurements()
    const first = await openPressmark(workspace, annotator)
    const lowdb = await openLowdb(join(path, 'one'), first.session, 'one')
    const files = await openLowdb(join(path, 'many'), first.session, 'per document')
    for (let round = 0; round < 3; round += 1) {
      await timed(measurements, own, async () => (await openPressmark(workspace, annotator)).close())
      await timed(measurements, oneFile, () => readAll(lowdb.paths))
      await timed(measurements, perDocument, () => readAll(files.paths))
    }
    const placeOf = (n: number) => {
      const document = (n * 7) % 500
      return [`d${String(document).padStart(5, '0')}`, `a${document}-${n % 200}`] as const
    }
    const contenders = { [own]: first, [oneFile]: lowdb, [perDocument]: files }
    await alternate(measurements, large, contenders, 50, placeOf)
    await first.close()
    measurements.print(() => oneFile)
    measurements.judge(targets)
  } finally {
    await remove()
  }
})

const start = 'store: start'
const one = 'one document'
const kept = '2,000 documents'
const anew = '2,000 documents, no catalogue'

/** One document is an idle run: there is nothing to read after the first paint. */
const startTargets: readonly Target[] = [kept, anew].flatMap(subject => [
  { bench: start, subject, metric: 'first paint', peer: one, atMost: 1.2 },
  { bench: start, subject, metric: 'longest task in main', atMost: 50 },
  { bench: start, subject, metric: 'longest task in main, processor time', atMost: 50 },
  { bench: start, subject, metric: 'longest task in the window', atMost: 50 },
])

test('start of a workspace of 2,000 documents with and without its catalogue, beside one of a single document', async () => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc')
  const { path, remove } = await freshFolder()
  try {
    const measurements = new Measurements()
    const workspaces = [one, kept, anew].map(subject => {
      const workspace = join(path, subject === one ? 'one' : 'many')
      return { subject, workspace, userFolder: `${workspace}-user` }
    })
    for (const { subject, workspace, userFolder } of workspaces.slice(0, 2)) {
      const size = { characters: 3_000, annotations: 100 }
      const sizes = Array.from({ length: subject === one ? 1 : 2_000 }, () => size)
      writeLargeWorkspace(workspace, userFolder, sizes)
      await backUp(workspace, userFolder)
    }
    for (let round = -1; round < 5; round += 1) {
      for (const { workspace, userFolder, subject } of round % 2 === 0 ? workspaces : [...workspaces].reverse()) {
        if (subject === anew) await rm(join(userFolder, 'catalogues'), { recursive: true, force: true })
        const args = [`--workspace=${workspace}`]
        const app = { folder: root, element: '[role=textbox]', userFolder, args, busy: 'Reading the documents' }
        const { times, memory, settled, longestTask } = await measureStart(app, '.')
        if (round < 0) continue
        const add = (metric: string, unit: string, value: number) =>
          measurements.add({ bench: start, subject, metric, unit }, value)
        add('first paint', 'ms', times.paint)
        add('all read', 'ms', settled)
        add('longest task in main', 'ms', longestTask.main)
        add('longest task in main, processor time', 'ms', longestTask.processor)
        add('longest task in the window', 'ms', longestTask.page)
        add('memory', 'MB', memory)
      }
    }
    measurements.print(() => one)
    measurements.judge(startTargets)
  } finally {
    await remove()
  }
})

/** Saves in turn with each, in alternating order, and notes the milliseconds of each save with and without `fsync`. */
async function alternate(
  measurements: Measurements,
  bench: string,
  contenders: { readonly [subject: string]: Contender },
  count: number,
  placeOf: (n: number) => readonly [document: string, annotation: string],
): Promise<void> {
  for (let round = -Math.min(warmUps, count); round < count; round += 1) {
    const n = round + warmUps
    const order = Object.entries(contenders)
    for (const [subject, contender] of round % 2 === 0 ? order : order.reverse()) {
      const [document, annotation] = placeOf(n)
      const { all, synced } = await contender.save(document, annotation, `seen ${n} times`)
      if (round < 0) continue
      measurements.add({ bench, subject, metric: 'save', unit: 'ms' }, all)
      measurements.add({ bench, subject, metric: withoutSync, unit: 'ms' }, all - synced)
    }
  }
  for (const subject of Object.keys(contenders)) {
    const series = measurements.valuesOf({ bench, subject, metric: 'save' })
    measurements.add({ bench, subject, metric: 'save, 95th percentile', unit: 'ms' }, percentile(series, 0.95))
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function timed(measurements: Measurements, subject: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now()
  await work()
  measurements.add({ bench: large, subject, metric: 'opened', unit: 'ms' }, performance.now() - begun)
}

async function readAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await (await JSONFilePreset<object>(path, {})).read()
}
