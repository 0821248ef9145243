import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeRevision } from '#annotations/workspace/revision-file'
import { answerRequest, nowhere, type ReaderRequest } from '#app/intake/answer-request'
import { readNow } from '#app/intake/read-file'
import { createProcessIntake, usualLimits } from './process-intake'
import type { ReaderListener } from './reader-process'

const at = '2024-01-01T00:00:00.000Z'
const file = (name: string, content = `What ${name} says.`) => ({ name, bytes: new TextEncoder().encode(content) })

type Reading = (request: ReaderRequest, listener: ReaderListener) => void

/** Processes that read by what the name of the file says, in place of real ones; how many were started and killed. */
function processes(readings: { readonly [name: string]: Reading } = {}) {
  const seen = { started: 0, killed: 0, held: 0 }
  const intake = createProcessIntake(async listener => {
    seen.started += 1
    return {
      send: request => {
        const reading = readings[request.file.name]
        if (reading !== undefined) reading(request, listener)
        else void answerRequest(request, answer => listener.said(answer))
      },
      memory: () => seen.held,
      kill: () => {
        seen.killed += 1
      },
    }
  })
  return { intake, seen }
}

const silent: Reading = () => undefined
const breaksDown: Reading = (_request, listener) => listener.ended('stopped')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('several files are read in one process, which is gone when nothing more comes', async () => {
  const { intake, seen } = processes()
  const outcomes = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map(name => intake.read(file(name), at)))
  expect(outcomes.map(outcome => outcome.ok && outcome.value.revision.text)).toEqual([
    'What a.txt says.',
    'What b.txt says.',
    'What c.txt says.',
  ])
  expect(seen).toMatchObject({ started: 1, killed: 0 })
  await vi.advanceTimersByTimeAsync(usualLimits.idle)
  expect(seen).toMatchObject({ started: 1, killed: 1 })
  await intake.read(file('d.txt'), at)
  intake.rest()
  expect(seen).toMatchObject({ started: 2, killed: 2 })
})

test('a file without progress is stopped, one with progress is not, and the next is read', async () => {
  const { intake, seen } = processes({ 'silent.txt': silent })
  const silence = intake.read(file('silent.txt'), at)
  const next = intake.read(file('next.txt'), at)
  await vi.advanceTimersByTimeAsync(usualLimits.stall)
  expect(await silence).toEqual({ ok: false, error: { code: 'timed-out', facts: { seconds: 30 } } })
  expect((await next).ok).toBe(true)
  expect(seen).toMatchObject({ started: 2, killed: 1 })
})

test('what is slow and tells how far it is may take its time', async () => {
  const shares: number[] = []
  const { intake } = processes({
    'slow.txt': (request, listener) => {
      for (const n of [1, 2, 3]) setTimeout(() => listener.said({ id: request.id, share: n / 4 }), n * 20_000)
      setTimeout(() => void answerRequest(request, answer => listener.said(answer)), 80_000)
    },
  })
  const slow = intake.read(file('slow.txt'), at, { onProgress: share => shares.push(share) })
  await vi.advanceTimersByTimeAsync(80_000)
  expect((await slow).ok).toBe(true)
  expect(shares).toEqual([0.25, 0.5, 0.75, 1])
})

test('a process that holds too much memory is killed', async () => {
  const { intake, seen } = processes({ 'eats.txt': silent })
  const eats = intake.read(file('eats.txt'), at)
  seen.held = usualLimits.memory + 1
  await vi.advanceTimersByTimeAsync(usualLimits.look)
  expect(await eats).toMatchObject({ error: { code: 'too-much-memory' } })
  expect(seen.killed).toBe(1)
})

test('a file on which the process breaks down fails after a second try, and those around it come in', async () => {
  const { intake, seen } = processes({ 'bad.txt': breaksDown })
  const names = ['a.txt', 'bad.txt', 'c.txt']
  const codes = (await Promise.all(names.map(name => intake.read(file(name), at)))).map(outcome =>
    outcome.ok ? 'ok' : outcome.error.code,
  )
  expect(codes).toEqual(['ok', 'reader-stopped', 'ok'])
  expect(seen.started).toBe(3)
})

test('a file is not blamed for what was read before it', async () => {
  let tries = 0
  const { intake } = processes({
    'b.txt': (request, listener) => {
      tries += 1
      if (tries === 1) listener.ended('memory')
      else void answerRequest(request, answer => listener.said(answer))
    },
  })
  await intake.read(file('a.txt'), at)
  expect((await intake.read(file('b.txt'), at)).ok).toBe(true)
})

test('a cancelled file ends its process, and those that wait are not begun', async () => {
  const { intake, seen } = processes({ 'silent.txt': silent })
  const stop = new AbortController()
  const all = ['silent.txt', 'b.txt'].map(name => intake.read(file(name), at, { signal: stop.signal }))
  await vi.advanceTimersByTimeAsync(1_000)
  stop.abort()
  for (const one of all) expect(await one).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(seen).toMatchObject({ started: 1, killed: 1 })
})

test('a process that cannot be started is a code', async () => {
  const intake = createProcessIntake(() => Promise.reject(new Error('no')))
  expect(await intake.read(file('a.txt'), at)).toMatchObject({ error: { code: 'reader-stopped' } })
})

const revision = (of: { name: string; bytes: Uint8Array }) => {
  const read = readNow(of, at)
  if (!read.ok) throw new Error(read.error.code)
  return writeRevision(read.value.revision, nowhere)
}

const lies: readonly [string, (id: number) => unknown][] = [
  ['nothing', () => undefined],
  [
    'a revision of other bytes',
    id => ({ id, outcome: { ok: true, value: { revision: revision(file('x')), warnings: [] } } }),
  ],
  [
    'a text that its hash does not prove',
    id => ({
      id,
      outcome: { ok: true, value: { revision: revision(file('lies.txt')).replace('says', 'said'), warnings: [] } },
    }),
  ],
  ['more than an answer has', id => ({ id, outcome: { ok: false, error: { code: 'x' } }, path: '/etc' })],
  ['a share of two', id => ({ id, share: 2 })],
]

test.each(lies)('a process that says %s is not believed', async (_what, lie) => {
  const { intake, seen } = processes({ 'lies.txt': ({ id }, listener) => listener.said(lie(id)) })
  expect(await intake.read(file('lies.txt'), at)).toMatchObject({ error: { code: 'reader-stopped' } })
  expect(seen.killed).toBeGreaterThan(0)
})
