import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { atRest, memoryOf, processorTime, processTree } from './process-memory'

/** An app folder to start and what of its page is waited for. */
export interface TimedApp {
  readonly folder: string
  /** Selects what holds the text that must be on the screen. */
  readonly element: string
  readonly userFolder: string
  /** Words in the window as long as it is not done with its start. */
  readonly busy?: string
  readonly args?: readonly string[]
}

/** Times in milliseconds since the program was spawned. */
export interface StartTimes {
  /** The app's own code begins: before it, runtime and loader. */
  readonly code: number
  readonly window: number
  readonly page: number
  readonly shown: number
  /** The text is on the screen: painted in a window that is shown. */
  readonly paint: number
}

export interface Start {
  readonly times: StartTimes
  /** Processor time of all processes until the paint, in milliseconds. */
  readonly processor: number
  /** All processes at rest, in MB: as `memoryOf` says, and the sum of working sets as Electron tells them. */
  readonly memory: number
  readonly workingSets: number
  /** Milliseconds since the program was spawned until the window had nothing left to do. */
  readonly settled: number
  /**
   * The longest that a thread was busy at a stretch between the paint and rest, in milliseconds; of the page 0 below 50.
   * `processor`: the most processor time that one task of main took. On a busy machine the others have waits in them.
   */
  readonly longestTask: { readonly main: number; readonly processor: number; readonly page: number }
}

/** The runtime and what stands before the app folder on its command line; the scripts of the checkout set them. */
export function electronCommand(): { readonly executable: string; readonly before: readonly string[] } {
  const executable = process.env.PRESSMARK_ELECTRON
  if (executable === undefined) throw new Error('Run this through npm run bench: it says which Electron to use.')
  return { executable, before: JSON.parse(process.env.PRESSMARK_ELECTRON_ARGS ?? '[]') }
}

/** Starts an app, waits for its text, measures it at rest and ends it. No debugger is attached. */
export async function measureStart(app: TimedApp, text: string): Promise<Start> {
  const { executable, before } = electronCommand()
  const spawnedAt = Date.now()
  const child = spawn(
    executable,
    [...before, join(import.meta.dirname, 'timed-start'), `--user-data-dir=${app.userFolder}`, ...(app.args ?? [])],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, PRESSMARK_TIMED_APP: app.folder, PRESSMARK_TIMED_ELEMENT: app.element },
    },
  )
  const exited = once(child, 'exit')
  try {
    const told = await next(child, 'paintedAt')
    const processor = await processorTime(await processTree(child.pid ?? 0))
    const since = (name: string) => Number(told[name]) - spawnedAt
    const shown = since('shownAt')
    const times = {
      code: since('mainAt'),
      window: since('createdAt'),
      page: since('domReadyAt'),
      shown,
      paint: Math.max(shown, since('paintedAt')),
    }
    let seen = ''
    do seen = String((await ask(child, 'idle')).idle)
    while (app.busy !== undefined && seen.includes(app.busy))
    const settled = Date.now() - spawnedAt
    const idle = async () => {
      seen = String((await ask(child, 'idle')).idle)
      if (!seen.includes(text)) throw new Error(`the window does not show "${text}"`)
    }
    const read = async () => memoryOf(await processTree(child.pid ?? 0))
    const memory = await atRest(read, idle)
    const tasks = await ask(child, 'tasks')
    const longestTask = {
      main: Number(tasks.longestInMain),
      processor: Number(tasks.longestOfProcessor),
      page: Number(tasks.longestInPage),
    }
    const sizes = (await ask(child, 'memory')).workingSets as readonly number[]
    child.stdin?.write('quit\n')
    await exited
    return {
      times,
      processor,
      memory,
      settled,
      longestTask,
      workingSets: sizes.reduce((sum, size) => sum + size, 0) / 1024,
    }
  } finally {
    child.kill('SIGKILL')
  }
}

const answers = { idle: 'idle', memory: 'workingSets', tasks: 'longestInMain' } as const

async function ask(child: ChildProcess, question: keyof typeof answers): Promise<Record<string, unknown>> {
  const answer = next(child, answers[question])
  child.stdin?.write(`${question}\n`)
  return answer
}

/** The next line of the program that is an object with such a member. */
async function next(child: ChildProcess, member: string): Promise<Record<string, unknown>> {
  if (child.stdout === null) throw new Error('the program has no output')
  const lines = createInterface({ input: child.stdout })
  try {
    for await (const line of lines) {
      if (!line.startsWith('{')) continue
      const told: unknown = JSON.parse(line)
      if (typeof told === 'object' && told !== null && member in told) return told as Record<string, unknown>
    }
  } finally {
    lines.close()
  }
  throw new Error('the program ended before it told what it was asked')
}
