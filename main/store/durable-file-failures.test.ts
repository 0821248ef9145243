import { readdir, writeFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ok } from '#annotations/model/result'
import { DurableFile } from './durable-file'
import { diskFileSystem, type FileSystem, systemError } from './file-system'
import { bytes, neverAsked, place, text, uniting } from './testing/durable-place'

test('a disk that takes few bytes at a time gets them all', async () => {
  const { path, file } = await place(onTestFinished, () => undefined, 3)
  await file.write(bytes('all of this'), neverAsked)
  expect(await text(path)).toBe('all of this')
})

/** The real disk, of which every new file takes `room` bytes and claims to have taken what `claims` says. */
function fullDisk(room: number, claims: (given: number, taken: number) => number): FileSystem {
  return {
    ...diskFileSystem,
    async create(path) {
      const file = await diskFileSystem.create(path)
      return {
        write: async (content, start) => {
          const end = Math.min(content.length, room)
          const taken = end > start ? await file.write(content.subarray(0, end), start) : 0
          return claims(content.length - start, taken)
        },
        setMode: mode => file.setMode(mode),
        sync: () => file.sync(),
        stat: () => file.stat(),
        close: () => file.close(),
      }
    },
  }
}

test.each([
  ['stops taking bytes', (_given: number, taken: number) => taken],
  ['takes fewer bytes than it says', (given: number) => given],
])('a full disk that %s leaves the old file, and no other', async (_name, claims) => {
  const { folder, path } = await place(onTestFinished)
  await writeFile(path, 'old')
  const file = new DurableFile(fullDisk(4, claims), path, 'a.json')
  await file.read()
  expect(await file.write(bytes('new and longer'), neverAsked)).toMatchObject({ error: { code: 'disk-full' } })
  expect(await text(path)).toBe('old')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test.each([
  ['write', 'ENOSPC', 'disk-full'],
  ['write', 'EDQUOT', 'disk-full'],
  ['write', 'EIO', 'io'],
  ['sync', 'EIO', 'io'],
  ['sync', 'ENOSPC', 'disk-full'],
  ['create', 'EACCES', 'no-permission'],
  ['create', 'EPERM', 'no-permission'],
  ['create', 'EROFS', 'no-permission'],
  ['rename', 'EACCES', 'no-permission'],
] as const)(
  '%s failing with %s is %s: the old file stands, a retry writes a fresh one',
  async (failing, code, told) => {
    let broken = false
    const created: string[] = []
    const { folder, path, file } = await place(onTestFinished, (operation, name) => {
      if (operation === 'create') created.push(name)
      if (broken && operation === failing) throw systemError(code, name)
    })
    await writeFile(path, 'old')
    await file.read()
    broken = true
    expect(await file.write(bytes('new'), neverAsked)).toMatchObject({
      error: { code: told, facts: { file: 'a.json' } },
    })
    expect(await text(path)).toBe('old')
    expect(await readdir(folder)).toEqual(['a.json'])
    broken = false
    expect(await file.write(bytes('new'), neverAsked)).toEqual(ok(undefined))
    expect(await text(path)).toBe('new')
    expect(new Set(created).size).toBe(created.length)
  },
)

test('whichever operation fails, the file is the old or the new one, and a retry is the new one', async () => {
  for (const first of [true, false]) {
    for (let failing = 1, done = false; !done; failing += 1) {
      let n = 0
      const { path, file, names } = await place(onTestFinished, () => {
        n += 1
        if (n === failing) throw systemError('EIO', `operation ${failing}`)
      })
      n = Number.NEGATIVE_INFINITY
      if (!first) await file.write(bytes('old'), neverAsked)
      n = 0
      const outcome = await file.write(bytes('new'), neverAsked)
      done = n < failing
      n = Number.NEGATIVE_INFINITY
      const found = await text(path).catch(() => 'absent')
      expect(outcome.ok ? ['new'] : ['new', first ? 'absent' : 'old']).toContain(found)
      expect(await file.write(bytes('new'), uniting('new'))).toEqual(ok(undefined))
      expect(await text(path)).toBe('new')
      expect((await names()).filter(name => name.endsWith('.tmp')).length).toBeLessThanOrEqual(1)
    }
  }
})

test('our own bugs are not taken for trouble with the disk', async () => {
  const { file } = await place(onTestFinished, () => {
    throw new TypeError('a bug')
  })
  await expect(file.write(bytes('a'), neverAsked)).rejects.toThrow('a bug')
})
