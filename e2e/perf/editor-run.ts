import type { CDPSession, Page } from '@playwright/test'
import { median } from './figures'
import { taskTime, timedSession } from './on-screen'

const keys = 100
/** Every so many keys the caret goes down a line, so that some keys scroll. */
const downEvery = 4

/** A subject of the editor bench; the names are those of `renderer/editor/testing/mounts`. */
export type Subject = 'bare' | 'bare-lazy' | 'all-decorations' | 'decorations' | 'highlights'

export interface Size {
  readonly name: string
  readonly characters: number
  readonly annotations: number
}

export interface EditorRun {
  /** From mounting to the first frame, in milliseconds. */
  readonly open: number
  /** Processor time of the page's main thread for one key, in milliseconds. */
  readonly processorPerKey: number
  /** From a key to the frame after it, in milliseconds; the median of all keys. */
  readonly keyToFrame: number
}

/** What the page of the bench puts on its window. */
interface BenchPage {
  open(name: Subject, characters: number, annotations: number): Promise<number>
  takeKeys(): { readonly times: readonly number[]; readonly moves: number }
}

/** Opens a text in a fresh page and walks through it with the arrow keys. */
export async function measureEditor(page: Page, url: string, subject: Subject, size: Size): Promise<EditorRun> {
  await page.goto(url)
  const open = await page.evaluate(
    ({ subject, size }) => (window as unknown as BenchPage).open(subject, size.characters, size.annotations),
    { subject, size },
  )
  const session = await timedSession(page)
  try {
    const frames = await listenToFrames(session)
    await pressKey(session, 'ArrowRight', frames)
    await page.evaluate(() => (window as unknown as BenchPage).takeKeys())
    const before = await taskTime(session)
    for (let i = 1; i <= keys; i += 1) {
      await pressKey(session, i % downEvery === 0 ? 'ArrowDown' : 'ArrowRight', frames)
    }
    const after = await taskTime(session)
    const { times, moves } = await page.evaluate(() => (window as unknown as BenchPage).takeKeys())
    if (times.length !== keys || moves < keys) {
      throw new Error(`of ${keys} keys ${times.length} came through and ${moves} moved the caret`)
    }
    return { open, processorPerKey: (after - before) / keys, keyToFrame: median(times) }
  } finally {
    await session.detach()
  }
}

/** A function that resolves at the next frame after a key that the page tells of. */
async function listenToFrames(session: CDPSession): Promise<() => Promise<void>> {
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'frameAfterKey' })
  let told = () => {}
  session.on('Runtime.bindingCalled', () => told())
  return () =>
    new Promise(resolve => {
      told = resolve
    })
}

const keyCodes = { ArrowRight: 39, ArrowDown: 40 } as const

async function pressKey(
  session: CDPSession,
  key: keyof typeof keyCodes,
  nextFrame: () => Promise<void>,
): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: keyCodes[key] }
  const frame = nextFrame()
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
  await frame
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}
