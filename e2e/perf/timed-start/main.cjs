'use strict'
// Runs the app folder that PRESSMARK_TIMED_APP names, unchanged, and tells on standard output, one JSON line each, when
// its first window had painted what PRESSMARK_TIMED_ELEMENT selects, and what it is asked for on standard input.
const { openSync, readFileSync, readSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { createInterface } = require('node:readline')
const { monitorEventLoopDelay } = require('node:perf_hooks')
const { app } = require('electron')

const mainAt = Date.now()
const tell = line => process.stdout.write(`${JSON.stringify(line)}\n`)

/** Runs in the page: wall-clock time at which the first large text inside such an element was on the screen. */
const firstPaint = selector =>
  new Promise(resolve => {
    new PerformanceObserver(list => {
      const found = list.getEntries().find(entry => entry.element?.closest(selector))
      if (found !== undefined) resolve(performance.timeOrigin + found.startTime)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })

/** Runs in the page: resolves when it has twice had nothing to do. */
const twiceIdle = () =>
  new Promise(resolve => requestIdleCallback(() => requestIdleCallback(() => resolve(document.body.innerText))))

/** Runs in the page: from here on the longest tasks are noted, which the browser tells of 50 ms and more. */
const noteTasks = () => {
  globalThis.longestTask = 0
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration)
  }).observe({ type: 'longtask' })
}

/** How long this thread was busy at a stretch, in nanoseconds. */
const busy = monitorEventLoopDelay({ resolution: 1 })

/** The processor time of this thread so far, in milliseconds: of a task, what it took without waiting for the machine. */
const schedule = openSync('/proc/thread-self/schedstat', 'r')
const digits = Buffer.alloc(64)
const processorTime = () =>
  Number(digits.toString('latin1', 0, readSync(schedule, digits, 0, 64, 0)).split(' ')[0]) / 1e6

/** Looks every two milliseconds how much processor time went by since: the most is that of the longest task. */
let longestOfProcessor = 0
const noteProcessorTime = () => {
  let last = processorTime()
  setInterval(() => {
    const now = processorTime()
    longestOfProcessor = Math.max(longestOfProcessor, now - last)
    last = now
  }, 2)
}

const inPage = (contents, task, argument) => contents.executeJavaScript(`(${task})(${JSON.stringify(argument)})`)

app.once('browser-window-created', (_event, window) => {
  const createdAt = Date.now()
  const shown = window.isVisible()
    ? Promise.resolve(createdAt)
    : new Promise(resolve => window.once('show', () => resolve(Date.now())))
  const contents = window.webContents
  contents.once('dom-ready', async () => {
    const domReadyAt = Date.now()
    const painted = await inPage(contents, firstPaint, process.env.PRESSMARK_TIMED_ELEMENT)
    await inPage(contents, noteTasks)
    busy.enable()
    noteProcessorTime()
    tell({ mainAt, createdAt, domReadyAt, shownAt: await shown, paintedAt: painted })
  })
  createInterface({ input: process.stdin }).on('line', async line => {
    if (line === 'idle') tell({ idle: await inPage(contents, twiceIdle) })
    if (line === 'tasks') {
      const page = await contents.executeJavaScript('globalThis.longestTask')
      tell({ longestInMain: busy.max / 1e6, longestOfProcessor, longestInPage: page })
    }
    if (line === 'memory') tell({ workingSets: app.getAppMetrics().map(metric => metric.memory.workingSetSize) })
    if (line === 'quit') app.quit()
  })
})

const folder = process.env.PRESSMARK_TIMED_APP
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(manifest.name)
createRequire(join(folder, 'package.json'))(join(folder, manifest.main))
