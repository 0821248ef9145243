import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
