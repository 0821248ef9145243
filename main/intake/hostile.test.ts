import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { endlessPdf } from '#app/intake/testing/hostile/pdfs'
import { hostileFiles } from '#app/intake/testing/hostile-files'
import { bundleReader } from '../cli/testing/bundle'
import { samples } from '../cli/testing/study'
import { forkReader } from './fork-reader'
import { createProcessIntake, type ProcessIntake, usualLimits } from './process-intake'
import type { ReaderProcess } from './reader-process'

const at = '2024-01-01T00:00:00.000Z'

/** What asks for something outside is counted here. */
const asked: string[] = []
const outside = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.end()
})

let folder = ''
let intake: ProcessIntake
const seen = { started: 0, peak: 0 }
let address = ''

beforeAll(async () => {
  await new Promise<void>(resolve => void outside.listen(0, '127.0.0.1', resolve))
  folder = await mkdtemp(join(tmpdir(), 'pressmark-hostile-'))
  const start = forkReader(await bundleReader(folder))
  intake = createProcessIntake(
    async listener => {
      seen.started += 1
      return watched(await start(listener))
    },
    { ...usualLimits, look: 25, idle: 3_600_000 },
  )
})

/** The process, whose memory is remembered whenever it is looked at. */
function watched(reader: ReaderProcess): ReaderProcess {
  const memory = () => {
    const held = reader.memory()
    seen.peak = Math.max(seen.peak, held ?? 0)
    return held
  }
  return { ...reader, memory }
}

afterAll(() => {
  intake.stop()
  outside.close()
  rmSync(folder, { recursive: true, force: true })
})

async function outcomeOf(name: string, bytes: Uint8Array) {
  if (name.endsWith('.zip')) {
    const unpacked = await intake.unpack({ name, bytes })
    if (!unpacked.ok) return { comes: unpacked.error.code, text: '' }
    const lines = unpacked.value.map(file => ('problem' in file ? `${file.name} ${file.problem.code}` : file.name))
    return { comes: 'files', text: lines.join('\n') }
  }
  const read = await intake.read({ name, bytes }, at)
  return read.ok ? { comes: 'text', text: read.value.revision.text } : { comes: read.error.code, text: '' }
}

/** The address is only known when the server runs, and the tests have their names before. */
const files = hostileFiles('http://127.0.0.1:0').map(({ what }, n) => [what, n] as const)

describe('a hostile file', () => {
  test.each(files)('%s', async (_what, n) => {
    address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
    const file = hostileFiles(address)[n]
    if (file === undefined) throw new Error('no such file')
    const { comes, text } = await outcomeOf(file.name, file.bytes())
    expect(comes).toBe(file.comes)
    if (file.has !== undefined) expect(text).toContain(file.has)
    if (file.lacks !== undefined) expect(text).not.toContain(file.lacks)
  })

  test('leaves the process alive, its memory below the limit, and asks for nothing outside', () => {
    console.log(
      `hostile files: most memory ${Math.round(seen.peak / 1024 / 1024)} MB, processes started ${seen.started}`,
    )
    expect(seen.started).toBe(1)
    expect(seen.peak).toBeLessThan(usualLimits.memory)
    expect(asked).toEqual([])
  })
})

test('a file that would never be read to its end is stopped, and the next one is read', async () => {
  const impatient = createProcessIntake(forkReader(join(folder, 'reader.cjs')), { ...usualLimits, stall: 2_000 })
  onTestFinished(() => impatient.stop())
  const [endless, next] = await Promise.all([
    impatient.read({ name: 'endless.pdf', bytes: endlessPdf() }, at),
    impatient.read({ name: 'next.txt', bytes: new TextEncoder().encode('The company said so.') }, at),
  ])
  expect(endless).toMatchObject({ error: { code: 'timed-out' } })
  expect(next.ok).toBe(true)
})

const fixtures = join(import.meta.dirname, '../../app/intake/fixtures')
const sound = [fixtures, samples].flatMap(place =>
  readdirSync(place)
    .filter(name => /\.(?:txt|md|html|docx|odt|rtf|eml|pdf)$/.test(name) && !name.includes('expected'))
    .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(place, name))) })),
)

test('every kind of file, cut anywhere or with bytes changed, is a text or a code', async () => {
  const damage = fc.record({
    file: fc.constantFrom(...sound),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 6 }),
  })
  const came = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, cut, changes }) => {
      const bytes = file.bytes.slice(0, changes.length === 0 ? Math.floor(cut * file.bytes.length) : undefined)
      for (const [place, value] of changes) bytes[Math.floor(place * bytes.length)] = value
      const { comes } = await outcomeOf(file.name, bytes)
      came.set(comes, (came.get(comes) ?? 0) + 1)
      expect(['reader-stopped', 'timed-out', 'too-much-memory']).not.toContain(comes)
    }),
    { numRuns: 200 },
  )
  console.log(`damaged files: ${[...came].map(([code, count]) => `${code} ${count}`).join(', ')}`)
  expect(seen.started).toBe(1)
})
