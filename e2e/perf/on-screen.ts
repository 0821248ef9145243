import type { CDPSession, Page } from '@playwright/test'

/** What shows that an input has come to its end. All are selectors. */
export interface Outcome {
  /** What was pressed or typed: the clock begins with the first such event. */
  readonly event: 'keydown' | 'pointerdown'
  /** Their texts, put together, must differ from what they were before. Without it the next frame counts. */
  readonly changes?: string
  /** Must be there. */
  readonly present?: string
  /** Must not be there: something that still waits. */
  readonly absent?: string
}

/** Milliseconds from the time stamp of an input event to the end of the frame in which its outcome is in the page. */
export async function timeToScreen(page: Page, outcome: Outcome, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watchOutcome, outcome)
  await act()
  return page.evaluate(() => (window as unknown as { readonly timed: Promise<number> }).timed)
}

/** Runs in the page: puts a promise of the milliseconds on its window. */
function watchOutcome({ event, changes, present, absent }: Outcome): void {
  const texts = (): string =>
    changes === undefined ? '' : Array.from(document.querySelectorAll(changes), found => found.textContent).join('\n')
  const before = texts()
  let from: number | undefined
  const timed = new Promise<number>((resolve, reject) => {
    setTimeout(
      () => reject(new Error(`nothing came of ${event} in ${changes}, which was: ${before.slice(-200)}`)),
      20_000,
    )
    const framePainted = (begun: number): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - begun)
        port2.postMessage(null)
      })
    }
    const begin = (pressed: Event): void => {
      from = pressed.timeStamp
      if (changes === undefined) framePainted(from)
    }
    document.addEventListener(event, begin, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (from === undefined || texts() === before) return
      if (present !== undefined && document.querySelector(present) === null) return
      if (absent !== undefined && document.querySelector(absent) !== null) return
      observer.disconnect()
      framePainted(from)
    })
    if (changes === undefined) return
    observer.observe(document.documentElement, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })
  Object.assign(window, { timed })
}

/** What scrolling through a list cost. */
export interface Scrolled {
  /** From one frame to the next in the middle, in milliseconds. */
  readonly frame: number
  /** The same of the slowest twentieth, at least. */
  readonly slowest: number
  /** Share of the frames that came late: more than half a frame after their time. */
  readonly dropped: number
  /** Processor time of the page's main thread for a frame, in milliseconds. */
  readonly processor: number
  /** Share of the frames in which a row in the page still waited for its content. */
  readonly waiting: number
}

const frames = 240
const frameTime = 1000 / 60

/** Scrolls an element by so many pixels in each of 240 frames. `waits`: selects what still waits. */
export async function measureScroll(
  page: Page,
  session: CDPSession,
  scroller: string,
  step: number,
  waits: string,
): Promise<Scrolled> {
  const before = await taskTime(session)
  const { times, waiting } = await page.evaluate(scrollByFrames, { scroller, step, waits, frames })
  const after = await taskTime(session)
  const sorted = [...times].sort((a, b) => a - b)
  return {
    frame: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    slowest: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    dropped: times.filter(time => time > 1.5 * frameTime).length / times.length,
    processor: (after - before) / frames,
    waiting: waiting / frames,
  }
}

interface Scrolling {
  readonly scroller: string
  readonly step: number
  readonly waits: string
  readonly frames: number
}

/** Runs in the page. */
async function scrollByFrames({ scroller, step, waits, frames: count }: Scrolling) {
  const element = document.querySelector(scroller)
  const times: number[] = []
  let waiting = 0
  const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
  let last = await nextFrame()
  for (let n = 0; n < count; n += 1) {
    element?.scrollBy(0, step)
    const now = await nextFrame()
    times.push(now - last)
    last = now
    if (document.querySelector(waits) !== null) waiting += 1
  }
  return { times, waiting }
}

/** A session that tells processor times of the page's main thread. */
export async function timedSession(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Processor time of all tasks of the page's main thread so far, in milliseconds. */
export async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}
