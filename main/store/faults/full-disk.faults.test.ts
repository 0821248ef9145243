import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countIn, type Kind, nameOf, openCounted } from './testing/counted'
import { thorough } from './testing/effort'
import { smallDisk } from './testing/mounts'

const size = 2 * 1024 * 1024
/** Bytes that are free when writing begins; a file takes pages of 4,096. */
const rooms = Array.from({ length: thorough ? 128 : 16 }, (_, i) => (i + 1) * 4096)

test(`${rooms.length} full disks: what was acknowledged stays, and what was not is written once there is room`, async context => {
  const told: string[] = []
  for (const kind of ['pressmark', 'lowdb'] as const) {
    const disk = await smallDisk(onTestFinished, size)
    if (typeof disk === 'string') return context.skip(disk)
    const outcomes: Filled[] = []
    for (const room of rooms) outcomes.push(await fill(kind, disk.path, room))
    const sum = (of: 'acknowledged' | 'lost' | 'refused') => outcomes.reduce((total, one) => total + one[of], 0)
    told.push(
      `${nameOf[kind]}: ${rooms.length} full disks, ${sum('refused')} saves refused, ${sum('lost')} of ${sum('acknowledged')} acknowledged lost`,
    )
    if (kind === 'lowdb') continue
    expect(outcomes.filter(one => one.said.some(word => !word.startsWith('disk-full ')))).toEqual([])
    expect(outcomes.map(one => one.refused > 0)).toEqual(rooms.map(() => true))
    expect(outcomes.filter(one => one.lost > 0 || !one.goesOn)).toEqual([])
    expect(sum('acknowledged')).toBeGreaterThan(rooms.length)
  }
  console.log(told.join('\n'))
})

test('a disk that has room and takes no more files: what was acknowledged stays, and what was not is written later', async context => {
  const disk = await smallDisk(onTestFinished, size, 200)
  if (typeof disk === 'string') return context.skip(disk)
  let saved = 0
  let refused = 0
  for (let left = 0; left < 12; left += 1) {
    const folder = join(disk.path, `press-${left}`)
    const counted = await openCounted('pressmark', folder)
    expect(await counted.add()).toBe(1)
    const ballast = join(disk.path, 'ballast')
    await mkdir(ballast)
    const names: string[] = []
    for (let full = false; !full; ) {
      const name = join(ballast, `${names.length}`)
      full = await writeFile(name, '').then(
        () => names.push(name) === 0,
        () => true,
      )
    }
    for (const name of names.splice(0, left)) await rm(name)
    const outcome = await counted.add()
    if (typeof outcome === 'number') saved += 1
    else {
      refused += 1
      expect(outcome).toContain('disk-full')
      expect(await countIn('pressmark', folder)).toBe(1)
    }
    await rm(ballast, { recursive: true })
    const next = await counted.add()
    expect(await countIn('pressmark', folder)).toBe(next)
    expect(next).toBeGreaterThan(1)
    await rm(folder, { recursive: true })
  }
  console.log(`Pressmark, no more files: ${saved} saved, ${refused} refused, 0 acknowledged lost`)
  expect([saved, refused].map(count => count > 0)).toEqual([true, true])
})

interface Filled {
  readonly room: number
  /** What was said of saves that failed. */
  readonly said: readonly string[]
  readonly acknowledged: number
  readonly refused: number
  readonly lost: number
  /** Whether the next save, once there is room, is there and holds all. */
  readonly goesOn: boolean
}

/** Writes until the disk is full, looks at what is there, makes room and writes on. */
async function fill(kind: Kind, disk: string, room: number): Promise<Filled> {
  const folder = join(disk, `press-${room}`)
  const ballast = join(disk, 'ballast')
  await writeFile(ballast, new Uint8Array(size - room))
  const said: string[] = []
  let acknowledged = 0
  const counted = await openCounted(kind, folder).catch(error => String(error))
  if (typeof counted !== 'string') {
    while (said.length < 2) {
      const outcome = await counted.add()
      if (typeof outcome === 'number') acknowledged = outcome
      else said.push(outcome)
    }
  }
  const refused = typeof counted === 'string' ? 1 : said.length
  const found = acknowledged === 0 ? 0 : await countIn(kind, folder)
  await rm(ballast)
  const again = typeof counted === 'string' ? await openCounted(kind, folder).catch(() => undefined) : counted
  const next = await again?.add()
  const after = await countIn(kind, folder)
  await rm(folder, { recursive: true })
  return {
    room,
    said,
    acknowledged,
    refused,
    lost: typeof found === 'string' ? acknowledged : Math.max(0, acknowledged - found),
    goesOn: next === after && typeof next === 'number' && next > acknowledged,
  }
}
