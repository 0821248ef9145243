import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { lockPlace } from '../lock-place'
import { bundledProcess } from '../testing/bundled-process'
import { temporaryFolder } from '../testing/temporary-folder'
import { newWorkspace } from '../testing/workspaces'
import { type Kind, nameOf } from './testing/counted'
import { thorough } from './testing/effort'
import { numbersOf } from './testing/rival-process'

/** How many numbers each of the two has to add. */
const wanted = thorough ? 500 : 40
/** Stock lowdb may never come so far: each of the two may leave what the other cannot read. */
const tries = { pressmark: Number.POSITIVE_INFINITY, lowdb: 2 * wanted }
const names = ['a', 'b'] as const
const patiently = { interval: 20, timeout: 1_800_000 }

/**
 * As where somebody empties the run-time folder, or two machines have a network folder: both processes believe that they
 * are alone, and write one annotator's files. They end one after the other, so that nobody writes in another's last moment.
 */
test(`two processes without a lock write the same files, ${wanted} times each: both together are there at the end`, async () => {
  const told: string[] = []
  for (const kind of ['pressmark', 'lowdb'] as const) {
    const folder = await newWorkspace(onTestFinished)
    const acks = join(folder, '..')
    const acknowledged = await race(kind, folder, acks)
    const found = await numbersOf(kind, folder)
    const lost = acknowledged.flatMap(({ name, numbers }) => numbers.filter(n => found[name]?.includes(n) !== true))
    const total = acknowledged.reduce((sum, { numbers }) => sum + numbers.length, 0)
    told.push(`${nameOf[kind]}, two processes without a lock: ${lost.length} of ${total} acknowledged saves lost`)
    if (kind === 'lowdb') continue
    expect(lost).toEqual([])
    expect(acknowledged.every(({ numbers }) => numbers.length >= wanted)).toBe(true)
  }
  console.log(told.join('\n'))
})

interface Acknowledged {
  readonly name: string
  readonly numbers: readonly number[]
}

async function race(kind: Kind, folder: string, acks: string): Promise<readonly Acknowledged[]> {
  const runtime = await temporaryFolder(onTestFinished)
  vi.stubEnv('XDG_RUNTIME_DIR', runtime)
  onTestFinished(() => void vi.unstubAllEnvs())
  const script = await bundledProcess(onTestFinished, join(import.meta.dirname, 'testing/rival-process.ts'))
  const rivals: Rival[] = []
  for (const name of names) {
    await writeFile(join(acks, name), '')
    const rival = startRival([script, kind, name, folder, join(acks, name), `${tries[kind]}`])
    await rival.said('begun')
    rivals.push(rival)
    const lock = await lockPlace('w', folder)
    if (kind === 'pressmark' && lock !== undefined) await unlink(lock.path)
  }
  const numbers = () => Promise.all(names.map(name => numbersIn(join(acks, name))))
  const isDone = async () => expect((await numbers()).every(({ length }) => length >= wanted)).toBe(true)
  const done = kind === 'lowdb' ? Promise.all(rivals.map(rival => rival.said('tried'))) : vi.waitFor(isDone, patiently)
  await Promise.race([done, ...rivals.map(rival => rival.diedEarly)])
  for (const rival of rivals) await rival.stop()
  for (const rival of rivals) await rival.close()
  return (await numbers()).map((of, i) => ({ name: names[i] ?? '', numbers: of }))
}

interface Rival {
  /** Rejects when it ends before it was closed. */
  readonly diedEarly: Promise<never>
  said(word: string): Promise<void>
  stop(): Promise<void>
  close(): Promise<void>
}

function startRival(args: readonly string[]): Rival {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'exit')
  let mayEnd = false
  const diedEarly = ended.then(status =>
    mayEnd ? new Promise<never>(() => undefined) : Promise.reject(new Error(`${status}`)),
  )
  diedEarly.catch(() => undefined)
  const said = async (word: string) => expect((await lines.next()).value).toBe(word)
  return {
    diedEarly,
    said,
    stop: async () => {
      child.stdin.write('stop\n')
      await said('stopped')
    },
    close: async () => {
      mayEnd = true
      child.stdin.write('close\n')
      expect(await ended).toEqual([0, null])
    },
  }
}

async function numbersIn(file: string): Promise<readonly number[]> {
  return (await readFile(file, 'utf8')).split('\n').slice(0, -1).map(Number)
}
