import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { givenRelease } from '../pages/given-release'
import { freshFolder, root } from '../pages/launch'
import { runPressmark } from '../pages/pressmark-cli'
import { Measurements, type Target } from './figures'
import { measureStart, type TimedApp } from './timed-app'

const rounds = 7
/** Starts that are not counted: they fill the caches of disk and profile. */
const warmUps = 2
const bench = 'start'
const text = 'Syrian Democratic Forces'

const targets: readonly Target[] = [
  { bench, subject: 'pressmark', metric: 'first paint', peer: 'bare window', atMost: 1.5 },
  { bench, subject: 'pressmark', metric: 'memory', peer: 'bare window', atMost: 1.5 },
]

test('start and memory with the given release, beside a bare window', async () => {
  test.skip(process.platform !== 'linux', 'memory is read from /proc')
  const { path, remove } = await freshFolder()
  try {
    const workspace = join(path, 'study')
    const profile = ['--user-data-dir', join(path, 'pressmark')]
    const made = await runPressmark(['init', workspace])
    expect(made.status, made.err).toBe(0)
    process.env.PRESSMARK_ANNOTATOR = 'Bench'
    const imported = await runPressmark([...profile, 'import', workspace, givenRelease.file])
    expect(imported.status, imported.err).toBe(0)

    const apps: readonly (TimedApp & { readonly subject: string })[] = [
      {
        subject: 'bare window',
        folder: join(import.meta.dirname, 'bare-app'),
        element: 'p',
        userFolder: join(path, 'bare'),
      },
      {
        subject: 'pressmark',
        folder: root,
        element: '[role=textbox]',
        userFolder: join(path, 'pressmark'),
        args: [`--workspace=${workspace}`],
      },
    ]
    const measurements = new Measurements()
    for (let round = -warmUps; round < rounds; round += 1) {
      for (const app of round % 2 === 0 ? apps : [...apps].reverse()) {
        const { times, processor, memory, workingSets } = await measureStart(app, text)
        if (round < 0) continue
        const { subject } = app
        measurements.add({ bench, subject, metric: 'first paint', unit: 'ms' }, times.paint)
        measurements.add({ bench, subject, metric: 'own code begins', unit: 'ms' }, times.code)
        measurements.add({ bench, subject, metric: 'window made', unit: 'ms' }, times.window)
        measurements.add({ bench, subject, metric: 'page loaded', unit: 'ms' }, times.page)
        measurements.add({ bench, subject, metric: 'window shown', unit: 'ms' }, times.shown)
        measurements.add({ bench, subject, metric: 'processor time to first paint', unit: 'ms' }, processor)
        measurements.add({ bench, subject, metric: 'memory', unit: 'MB' }, memory)
        measurements.add({ bench, subject, metric: 'working sets', unit: 'MB' }, workingSets)
      }
    }
    measurements.print(() => 'bare window')
    measurements.judge(targets)
  } finally {
    await remove()
  }
})
