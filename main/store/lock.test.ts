import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, readFile, readlink, symlink, unlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ok, problem } from '#annotations/model/result'
import type { Held } from './held-lock'
import { acquireLock, type Lock, type LockOptions, waitForLock } from './lock'
import { maxMessageLength } from './lock-channel'
import { lockPlace } from './lock-place'
import { bundledProcess } from './testing/bundled-process'
import { temporaryFolder } from './testing/temporary-folder'

let workspace = ''
let runtime = ''
let script = ''
let removeScript: () => Promise<void> = () => Promise.resolve()

beforeAll(async () => {
  const onFinished = (remove: () => Promise<void>) => {
    removeScript = remove
  }
  script = await bundledProcess(onFinished, join(import.meta.dirname, 'testing/lock-process.ts'))
})

afterAll(() => removeScript())

beforeEach(async () => {
  const folder = await temporaryFolder(onTestFinished)
  workspace = join(folder, 'press')
  await mkdir(workspace)
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  runtime = join(folder, 'pressmark')
  onTestFinished(() => void vi.unstubAllEnvs())
})

function options(): LockOptions {
  return { id: 'w', path: workspace, role: 'command', pid: process.pid }
}

function mine(taken: Awaited<ReturnType<typeof acquireLock>>): Lock {
  if (!taken.ok) throw new Error(`held: ${taken.error.reason}`)
  onTestFinished(() => taken.value.release())
  return taken.value
}

function theirs(taken: Awaited<ReturnType<typeof acquireLock>>): Held {
  if (taken.ok) throw new Error('the lock was free')
  onTestFinished(() => taken.error.close())
  return taken.error
}

interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly pid: number
  /** What came of taking the lock. */
  readonly said: Promise<{ readonly reason: string; readonly owner?: number }>
}

/** A process of `testing/lock-process.ts`; it takes the lock when it is told to. */
async function waitingChild(...args: string[]): Promise<Child> {
  const started = spawn(process.execPath, [script, 'w', workspace, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: started.stdout })
  onTestFinished(() => void started.kill('SIGKILL'))
  await once(lines, 'line')
  return {
    process: started,
    pid: started.pid ?? 0,
    said: once(lines, 'line').then(([line]) => JSON.parse(String(line))),
  }
}

/** So many processes that take the lock at the same time. */
async function children(count: number, ...args: string[]): Promise<Child[]> {
  const all = await Promise.all(Array.from({ length: count }, () => waitingChild(...args)))
  for (const one of all) one.process.stdin.write('go\n')
  return all
}

async function child(): Promise<Child> {
  const one = await waitingChild()
  one.process.stdin.write('go\n')
  return one
}

async function killed(owner: Child): Promise<void> {
  owner.process.kill('SIGKILL')
  await once(owner.process, 'exit')
}

test('who comes second is told who has the lock, and gets it once it was let go', async () => {
  const started = '2024-03-05T09:00:00.000Z'
  const lock = mine(await acquireLock({ ...options(), role: 'window', started }))
  const held = theirs(await acquireLock(options()))
  expect(held).toMatchObject({ reason: 'owned', owner: { role: 'window', pid: process.pid, started } })
  await lock.release()
  await held.closed
  mine(await acquireLock(options()))
})

test('a copy of the workspace in another folder, and another workspace, have locks of their own', async () => {
  await mkdir(`${workspace}-2`)
  await symlink(workspace, `${workspace}-link`)
  mine(await acquireLock(options()))
  mine(await acquireLock({ ...options(), path: `${workspace}-2` }))
  mine(await acquireLock({ ...options(), id: 'v' }))
  theirs(await acquireLock({ ...options(), path: `${workspace}-link` }))
})

test('nothing stays behind when the lock is let go, twice or once', async () => {
  const lock = mine(await acquireLock(options()))
  await Promise.all([lock.release(), lock.release()])
  await vi.waitFor(async () => expect(await readdir(runtime)).toEqual([]), { interval: 1 })
})

test('of twenty that ask at once in one process exactly one gets it', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => acquireLock(options())))
  expect(taken.filter(one => one.ok).length).toBe(1)
  for (const one of taken) one.ok ? mine(one) : expect(theirs(one).reason).toBe('owned')
})

test('of twenty that take over a dead owner at once in one process exactly one gets it', async () => {
  const place = await lockPlace('w', workspace)
  await symlink(`${basename(place?.path ?? '')}.dead0dead0`, place?.path ?? '')
  const taken = await Promise.all(Array.from({ length: 20 }, () => acquireLock(options())))
  expect(taken.filter(one => one.ok).length).toBe(1)
  for (const one of taken) one.ok ? mine(one) : expect(theirs(one).reason).toBe('owned')
})

test('who takes over a dead owner knows that it was killed, and nobody else', async () => {
  expect(mine(await acquireLock(options())).afterKill).toBe(false)
  const place = await lockPlace('v', workspace)
  await symlink(`${basename(place?.path ?? '')}.dead0dead0`, place?.path ?? '')
  expect(mine(await acquireLock({ ...options(), id: 'v' })).afterKill).toBe(true)
})

test('a dead owner that another process is about to remove is left to it', async () => {
  const place = await lockPlace('w', workspace)
  const link = place?.path ?? ''
  await symlink(`${basename(link)}.dead0dead0`, link)
  await symlink(`${process.pid}`, `${link}.dead.dead0dead0.0`)
  let taken = false
  const taking = acquireLock(options()).finally(() => {
    taken = true
  })
  for (let n = 0; n < 5; n += 1) await mine(await acquireLock({ ...options(), id: `${n}` })).release()
  expect([taken, await readlink(link)]).toEqual([false, `${basename(link)}.dead0dead0`])
  await unlink(`${link}.dead.dead0dead0.0`)
  mine(await taking)
})

describe('between processes', () => {
  test('a killed owner is taken over at once', async () => {
    const owner = await child()
    expect(await owner.said).toEqual({ reason: 'mine' })
    expect(theirs(await acquireLock(options())).owner?.pid).toBe(owner.pid)
    await killed(owner)
    mine(await acquireLock(options()))
    expect((await readdir(runtime)).length).toBe(2)
  })

  test('of twenty that take over a killed owner at once exactly one gets it', async () => {
    const owner = await child()
    await owner.said
    await killed(owner)
    const racers = await children(20)
    const said = await Promise.all(racers.map(racer => racer.said))
    const winners = racers.filter((_, i) => said[i]?.reason === 'mine')
    expect(winners.length).toBe(1)
    expect(said.filter(one => one.owner === winners[0]?.pid).length).toBe(19)
    expect((await readdir(runtime)).length).toBe(2)
  })

  test('twenty writers at once each finish, one after the other', async () => {
    const counter = join(workspace, 'counter')
    await writeFile(counter, '0')
    const said = await Promise.all((await children(20, counter)).map(one => one.said))
    expect(said).toEqual(Array.from({ length: 20 }, () => ({ reason: 'mine' })))
    expect(await readFile(counter, 'utf8')).toBe('20')
  })

  test('one who died while taking over does not stand in the way', async () => {
    const owner = await child()
    await owner.said
    await killed(owner)
    const link = (await readdir(runtime)).find(name => !name.includes('.')) ?? ''
    const claim = await readlink(join(runtime, link))
    await symlink(`${owner.pid}`, join(runtime, `${link}.dead${claim.slice(link.length)}.0`))
    mine(await acquireLock(options()))
    expect((await readdir(runtime)).length).toBe(2)
  })

  test.runIf(process.platform === 'linux')('a stopped owner keeps its lock, and answers when it goes on', async () => {
    const owner = await child()
    await owner.said
    owner.process.kill('SIGSTOP')
    const state = async () => (await readFile(`/proc/${owner.pid}/stat`, 'utf8')).replace(/.*\) /, '')[0]
    await vi.waitFor(async () => expect(await state()).toBe('T'), { interval: 1 })
    const held = theirs(await acquireLock({ ...options(), silentAfterMs: 20 }))
    expect([held.reason, held.owner]).toEqual(['silent', undefined])
    expect(theirs(await waitForLock({ ...options(), waitMs: 20 })).reason).toBe('silent')
    expect(await held.request('ping', null, { timeoutMs: 20 })).toMatchObject({ error: { code: 'timed-out' } })
    owner.process.kill('SIGCONT')
    expect(await held.request('ping', [1], { timeoutMs: 60_000 })).toEqual(ok({ call: 'ping', body: [1] }))
    await killed(owner)
    await held.closed
    mine(await acquireLock(options()))
  })
})

test('who waits gets the lock as soon as it is let go, and is told when the time is over', async () => {
  const lock = mine(await acquireLock(options()))
  expect(theirs(await waitForLock({ ...options(), waitMs: 20 })).reason).toBe('owned')
  const waiting = waitForLock({ ...options(), waitMs: 60_000 })
  await lock.release()
  mine(await waiting)
})

test('a window is not waited for', async () => {
  mine(await acquireLock({ ...options(), role: 'window' }))
  expect(theirs(await waitForLock({ ...options(), waitMs: 60_000 })).owner?.role).toBe('window')
})

test('the owner answers what it is asked, in good and in bad, before and after it knows how', async () => {
  const lock = mine(await acquireLock({ ...options(), role: 'window' }))
  const held = theirs(await acquireLock(options()))
  const early = held.request('echo', { text: 'ü\n"', of: [1, null] }, { timeoutMs: 60_000 })
  lock.serve(async (call, body, from) => {
    if (call === 'fail') return problem('disk-full', { file: 'a.json', n: 1 })
    if (call === 'throw') throw new TypeError('a bug')
    return ok({ call, body, from: from.role })
  })
  expect(await early).toEqual(ok({ call: 'echo', body: { text: 'ü\n"', of: [1, null] }, from: 'command' }))
  expect(await held.request('fail', null, { timeoutMs: 60_000 })).toEqual(
    problem('disk-full', { file: 'a.json', n: 1 }),
  )
  expect(await held.request('throw', null, { timeoutMs: 60_000 })).toEqual(problem('failed'))
  const long = 'x'.repeat(3_000_000)
  expect(await held.request('long', long, { timeoutMs: 60_000 })).toMatchObject({ value: { body: long } })
})

test('a question to an owner that lets go is closed, and so is the next', async () => {
  const lock = mine(await acquireLock(options()))
  const held = theirs(await acquireLock(options()))
  const asked = held.request('ping', null, { timeoutMs: 60_000 })
  await lock.release()
  expect(await asked).toEqual(problem('closed'))
  expect(await held.request('ping', null, { timeoutMs: 60_000 })).toEqual(problem('closed'))
})

const hello = `${JSON.stringify({ type: 'hello', role: 'command', pid: 1, started: 'now' })}\n`
test.each([
  ['no JSON', 'GET / HTTP/1.1\n'],
  ['no message', '[]\n'],
  ['a question before hello', `${JSON.stringify({ type: 'request', id: 1, call: 'ping' })}\n`],
  ['a hello without a role', '{"type":"hello"}\n'],
  ['an answer', `${hello}{"type":"answer","id":1,"ok":true}\n`],
  ['a line without an end', hello + 'x'.repeat(maxMessageLength + 1)],
])('who sends the owner %s is cut off; the others are not', async (_name, sent) => {
  const lock = mine(await acquireLock(options()))
  lock.serve(async () => ok('pong'))
  const held = theirs(await acquireLock(options()))
  const place = await lockPlace('w', workspace)
  const socket = connect(place?.path ?? '')
  socket.on('error', () => undefined)
  socket.resume()
  socket.write(sent)
  await once(socket, 'close')
  expect(await held.request('ping', null, { timeoutMs: 60_000 })).toEqual(ok('pong'))
})

test('the lock lies in a folder that is only ours, under a path that no system cuts', async () => {
  const place = await lockPlace('w', workspace)
  expect(place).toMatchObject({ kind: 'socket', folder: runtime })
  vi.stubEnv('TMPDIR', workspace)
  await chmod(runtime, 0o755)
  expect(await lockPlace('w', workspace)).not.toMatchObject({ folder: runtime })
  const long = join(workspace, 'x'.repeat(100))
  await mkdir(long)
  vi.stubEnv('XDG_RUNTIME_DIR', long)
  expect(Buffer.byteLength((await lockPlace('w', workspace))?.path ?? '')).toBeLessThanOrEqual(103 - 13)
})

test('where no workspace is, nobody gets a lock', async () => {
  expect(theirs(await acquireLock({ ...options(), path: join(workspace, 'missing') })).reason).toBe('unavailable')
})
