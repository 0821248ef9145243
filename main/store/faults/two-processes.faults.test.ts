import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { expect, onTestFinished, test, vi } from 'vitest'
import { acquireLock, type LockOptions } from '../lock'
import { lockPlace } from '../lock-place'
import { bundledProcess } from '../testing/bundled-process'
import { textsIn } from '../testing/journals'
import { temporaryFolder } from '../testing/temporary-folder'
import { newWorkspace, opened } from '../testing/workspaces'
import { thorough } from './testing/effort'

/** How often an owner is stopped while it has the lock. */
const stops = thorough ? 50 : 10
const names = ['a', 'b'] as const

test.runIf(process.platform === 'linux')(
  `two writers take turns, ${stops} times one is stopped and goes on: neither loses anything`,
  async () => {
    const folder = await newWorkspace(onTestFinished)
    vi.stubEnv('XDG_RUNTIME_DIR', await temporaryFolder(onTestFinished))
    onTestFinished(() => void vi.unstubAllEnvs())
    const acks = join(folder, '..')
    const script = await bundledProcess(onTestFinished, join(import.meta.dirname, 'testing/turns-process.ts'))
    const writers = await Promise.all(names.map(name => startWriter(script, name, folder, acks)))
    const ended = Promise.all(writers.map(writer => once(writer, 'exit')))
    let stopped = 0
    while (stopped < stops && writers.every(writer => writer.exitCode === null)) {
      if (await stopOwner({ id: 'w', path: folder, role: 'command', pid: process.pid }, acks)) stopped += 1
      // Between one stop and the next each of them has had its turn.
      const had = await countsOf(acks)
      await vi.waitFor(
        async () => expect((await countsOf(acks)).every((n, i) => n > (had[i] ?? 0))).toBe(true),
        patiently,
      )
    }
    for (const writer of writers) writer.stdin.end()
    expect(await ended).toEqual(names.map(() => [0, null]))
    const loaded = await (await opened(folder)).loadScope('codebook')
    const found = textsIn(loaded.ok ? loaded.value.journals.get('ann') : undefined)
    const acknowledged = Object.fromEntries(
      await Promise.all(names.map(async name => [name, (await linesOf(acks, name)).slice(0, -1)])),
    )
    const total = Object.values(acknowledged).flat().length
    console.log(`two writers: stopped ${stopped} times with the lock, it was robbed 0 times; ${total} saves, 0 lost`)
    expect(found).toEqual(acknowledged)
    expect(Object.values(found).every(texts => texts.length > 0)).toBe(true)
    expect(stopped).toBe(stops)
  },
)

async function startWriter(
  script: string,
  name: string,
  folder: string,
  acks: string,
): Promise<ChildProcessByStdio<Writable, null, null>> {
  await writeFile(join(acks, name), '')
  const args = [script, name, folder, join(acks, name)]
  const writer = spawn(process.execPath, args, { stdio: ['pipe', 'inherit', 'inherit'] })
  onTestFinished(() => void writer.kill('SIGKILL'))
  return writer
}

const linesOf = async (acks: string, name: string) => (await readFile(join(acks, name), 'utf8')).split('\n')

const countsOf = (acks: string) => Promise.all(names.map(async name => (await linesOf(acks, name)).length))
const patiently = { interval: 5, timeout: 120_000 }

/** Stops whoever has the lock and lets it go on. True where it had the lock all the while; then nobody else wrote. */
async function stopOwner(options: LockOptions, acks: string): Promise<boolean> {
  const claim = await claimed(options)
  const pid = await ownerOf(options)
  if (pid === undefined || claim === undefined || (await claimed(options)) !== claim) return false
  process.kill(pid, 'SIGSTOP')
  try {
    await vi.waitFor(async () => expect(await stateOf(pid)).toMatch(/[TZX]/), patiently)
    if ((await claimed(options)) !== claim) return false
    const before = await Promise.all(names.map(name => linesOf(acks, name)))
    const taken = await acquireLock({ ...options, silentAfterMs: 20 })
    if (taken.ok) await taken.value.release()
    else taken.error.close()
    expect(taken).toMatchObject({ ok: false, error: { reason: 'silent' } })
    expect(await claimed(options)).toBe(claim)
    expect(await Promise.all(names.map(name => linesOf(acks, name)))).toEqual(before)
    return true
  } finally {
    process.kill(pid, 'SIGCONT')
  }
}

/** The claim by which somebody has the lock, each time another one. */
async function claimed({ id, path }: LockOptions): Promise<string | undefined> {
  return readlink((await lockPlace(id, path))?.path ?? '').catch(() => undefined)
}

/** `T` for a process that is stopped. */
async function stateOf(pid: number): Promise<string | undefined> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/.*\) /, '')[0]
}

async function ownerOf(options: LockOptions): Promise<number | undefined> {
  const taken = await acquireLock(options)
  if (taken.ok) {
    await taken.value.release()
    return undefined
  }
  taken.error.close()
  return taken.error.owner?.pid
}
