import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { bundleReader } from '../cli/testing/bundle'
import { seedHash, seedRelease } from '../cli/testing/study'
import { forkReader } from './fork-reader'
import { createProcessIntake, type ReaderLimits, usualLimits } from './process-intake'
import type { StartReader } from './reader-process'
import { threadReader } from './thread-reader'

const at = '2024-01-01T00:00:00.000Z'
const text = (content: string) => ({ name: 'a.txt', bytes: new TextEncoder().encode(content) })
const sentence = 'The company said it would invest 25 million in the region, according to the mayor.\n\n'

let folder = ''
let reader = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pressmark-reader-'))
  reader = await bundleReader(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function intakeOf(start: StartReader, limits: Partial<ReaderLimits> = {}) {
  const intake = createProcessIntake(start, { ...usualLimits, ...limits })
  onTestFinished(() => intake.stop())
  return intake
}

const codeOf = (outcome: Awaited<ReturnType<ReturnType<typeof intakeOf>['read']>>) =>
  outcome.ok ? 'ok' : outcome.error.code

describe.each([
  ['a process', forkReader],
  ['a thread', threadReader],
])('%s of its own', (_what, startIn) => {
  test('reads the given release, and tells how far it is', async () => {
    const shares: number[] = []
    const bytes = new Uint8Array(await readFile(seedRelease))
    const intake = intakeOf(startIn(reader))
    const read = await intake.read({ name: 'release.txt', bytes }, at, { onProgress: share => shares.push(share) })
    expect(read.ok && read.value.revision).toMatchObject({ id: seedHash, at, source: { name: 'release.txt' } })
    expect(shares.at(-1)).toBe(1)
  })

  test('reads a text in the encoding that is chosen', async () => {
    const bytes = Uint8Array.of(0x50, 0x72, 0xe9, 0x73)
    const read = await intakeOf(startIn(reader)).read({ name: 'a.txt', bytes }, at, { encoding: 'windows-1250' })
    expect(read.ok && read.value.revision.text).toBe('Prés')
  })

  test('has an end when its memory is full, and the next file is read', async () => {
    const intake = intakeOf(startIn(reader, 24))
    const all = [text(sentence.repeat(150_000)), text('Short.')].map(file => intake.read(file, at))
    expect((await Promise.all(all)).map(codeOf)).toEqual(['too-much-memory', 'ok'])
  })

  test('is ended when it says nothing for too long, and when it is cancelled', async () => {
    const long = text(sentence.repeat(150_000))
    expect(codeOf(await intakeOf(startIn(reader), { stall: 5 }).read(long, at))).toBe('timed-out')
    const intake = intakeOf(startIn(reader))
    const stop = new AbortController()
    const read = intake.read(long, at, { signal: stop.signal })
    stop.abort()
    expect(codeOf(await read)).toBe('cancelled')
    expect(codeOf(await intake.read(text('Short.'), at))).toBe('ok')
  })
})

test('a process is ended when it holds more memory than it may', async () => {
  const intake = intakeOf(forkReader(reader), { memory: 1, look: 1 })
  expect(codeOf(await intake.read(text(sentence.repeat(150_000)), at))).toBe(
    process.platform === 'linux' ? 'too-much-memory' : 'ok',
  )
})
