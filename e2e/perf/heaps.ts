import type { CDPSession } from '@playwright/test'
import type { RunningApp } from '../pages/launch'

/** Heaps in use after a collection, in MB. */
export interface Heaps {
  readonly page: number
  readonly main: number
}

/** The app was started with `--js-flags=--expose-gc`; `session` is one of its page. */
export async function heapsOf({ app }: RunningApp, session: CDPSession): Promise<Heaps> {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const main = await app.evaluate(() => {
    for (let n = 0; n < 3; n += 1) gc?.()
    return process.memoryUsage().heapUsed
  })
  return { page: usedSize / 2 ** 20, main: main / 2 ** 20 }
}
