import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { makeDocx, paragraph } from '#app/intake/testing/make-docx'
import { pagesPdf } from '#app/intake/testing/make-pdf'
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

/** Letters that cannot be packed, as a picture is. */
function picture(bytes: number): string {
  const letters: string[] = []
  for (let n = 1, i = 0; i < bytes; i += 1) {
    n = (n * 48_271) % 2_147_483_647
    letters.push(String.fromCharCode(33 + (n % 94)))
  }
  return letters.join('')
}

const line = (n: number) => `Paragraph ${n} says that the company would invest ${n + 1} million in the region`
const lines = 3_600
const longFiles = {
  'a PDF of 300 pages': () => {
    const pages = Array.from({ length: 300 }, (_, page) =>
      Array.from({ length: 12 }, (_, n) => ({ text: `${line(page * 12 + n)}.`, x: 72, y: 780 - n * 24 })),
    )
    return { name: 'long.pdf', bytes: pagesPdf(pages) }
  },
  'a Word document of 5 MB': () => {
    const body = Array.from({ length: lines }, (_, n) => paragraph(`${line(n)}.`)).join('')
    return { name: 'long.docx', bytes: makeDocx(body, {}, [], { 'word/media/image1.png': picture(6_000_000) }) }
  },
}

describe.each(Object.entries(longFiles))('%s', (_what, make) => {
  const file = make()

  test('comes in whole, and how far it is is told on the way', async () => {
    const shares: number[] = []
    const intake = intakeOf(forkReader(reader))
    const read = await intake.read(file, at, { onProgress: share => shares.push(share) })
    if (!read.ok) throw new Error(read.error.code)
    // The lines of a page are sentences of one paragraph.
    expect(read.value.revision.text.split(/\n\n|(?<=\.) /)).toEqual(
      Array.from({ length: lines }, (_, n) => `${line(n)}.`),
    )
    expect(shares.length).toBeGreaterThan(5)
    expect([...shares].sort((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBe(1)
  })

  test('is given up in the midst of it when it is cancelled, and the next file is read', async () => {
    const stop = new AbortController()
    const shares: number[] = []
    const onProgress = (share: number) => {
      shares.push(share)
      if (share >= 0.2) stop.abort()
    }
    const intake = intakeOf(forkReader(reader))
    const long = intake.read(file, at, { signal: stop.signal, onProgress })
    const next = intake.read(text('Short.'), at)
    expect(codeOf(await long)).toBe('cancelled')
    expect(Math.max(...shares)).toBeLessThan(1)
    expect(codeOf(await next)).toBe('ok')
  })
})

test('a process is ended when it holds more memory than it may', async () => {
  const intake = intakeOf(forkReader(reader), { memory: 1, look: 1 })
  expect(codeOf(await intake.read(text(sentence.repeat(150_000)), at))).toBe(
    process.platform === 'linux' ? 'too-much-memory' : 'ok',
  )
})
