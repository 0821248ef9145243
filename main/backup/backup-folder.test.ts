import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemError } from '../store/file-system'
import { acquireLock } from '../store/lock'
import { sha256 } from '../store/place-file'
import { faultyFileSystem, type Operation } from '../store/testing/faulty-file-system'
import { makeImmutable } from '../store/testing/make-immutable'
import { identity, press, put, source } from '../store/testing/workspaces'
import { backupsOf } from './backup-folder'
import { type BackedUp, startBackedUp } from './testing/backed-up'

const journal = 'documents/doc/annotations/ann.json'
const text = `documents/doc/revisions/${sha256(press)}.json`
const hour = 60 * 60 * 1000

const folderOf = ({ userFolder }: BackedUp) => join(userFolder, 'backups', identity.id)
const copyOf = async ({ backups, root }: BackedUp, file: string) => {
  const bytes = await backups.sparesFor(root).newestCopy(file)
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8')
}

test('a backup holds every file that Pressmark wrote, byte for byte, and none beside', async () => {
  const place = await startBackedUp(onTestFinished)
  await put(place.root, 'quarantine/a.json', 'x')
  await put(place.root, 'notes.txt', 'mine')
  await put(place.root, 'documents/doc/annotations/ann (conflicted copy).json', 'x')
  await put(place.root, 'documents/doc/annotations/.pressmark-1-2.tmp', 'x')
  const { made, backup } = await place.make()
  expect(made).toBe(true)
  expect(backup).toMatchObject({ reason: 'daily', workspace: 'w', name: 'Press', path: place.root, unread: [] })
  expect(backup.files.map(({ path }) => path)).toEqual([
    'codebook/ann.json',
    journal,
    text,
    `documents/doc/sources/${sha256(source)}.txt`,
    'workspace.json',
  ])
  for (const file of backup.files) {
    const read = await place.backups.read(file)
    expect(read.ok && Buffer.from(read.value)).toEqual(await readFile(join(place.root, file.path)))
  }
  expect(await place.list()).toEqual([backup])
  expect(await place.backups.list()).toMatchObject({ value: [{ missing: 0 }] })
})

test('where nothing has changed none is made; what has not changed is stored once', async () => {
  const place = await startBackedUp(onTestFinished)
  const { backup } = await place.make()
  expect(await place.make()).toEqual({ made: false, backup })
  await place.note('second')
  expect(await place.make()).toMatchObject({ made: true })
  expect((await place.list()).length).toBe(2)
  expect((await place.objects()).length).toBe(backup.files.length + 1)
})

test.each([
  ['a moment', 60_000],
  ['years', 3 * 365 * 24 * hour],
])('the clock is set back by %s: what is made after that is the newest, and stays', async (_name, back) => {
  const place = await startBackedUp(onTestFinished)
  await place.make()
  await place.note('second')
  const clock = { now: () => new Date(Date.now() - back).toISOString() }
  const made = await place.backups.create({ reason: 'daily', root: place.root, name: 'Press' }, clock)
  const id = made.ok ? made.value.backup.id : ''
  expect((await place.list())[0]?.id).toBe(id)
  expect(await copyOf(place, journal)).toContain('second')
})

test('one before an act is made although nothing has changed since an ordinary one, so that it stays', async () => {
  const place = await startBackedUp(onTestFinished)
  await place.make()
  expect(await place.make('purge')).toMatchObject({ made: true, backup: { reason: 'purge' } })
  expect(await place.make('restore')).toMatchObject({ made: false, backup: { reason: 'purge' } })
})

test('the newest sound copy of a file, although it is gone or damaged by now and in the newest backup', async () => {
  const place = await startBackedUp(onTestFinished)
  expect(await copyOf(place, journal)).toBeUndefined()
  await place.make()
  await place.note('second')
  const second = await readFile(join(place.root, journal), 'utf8')
  await place.make()
  await writeFile(join(place.root, journal), second.slice(0, 100))
  const { backup } = await place.make()
  expect(backup.files.find(({ path }) => path === journal)).toMatchObject({ state: 'kept', sha256: sha256(second) })
  expect(await copyOf(place, journal)).toBe(second)
  await rm(join(place.root, journal))
  await place.make()
  expect(await copyOf(place, journal)).toBe(second)
  expect(await copyOf(place, 'codebook/bob.json')).toBeUndefined()
  expect(await copyOf(place, '../../profile.json')).toBeUndefined()
})

test('a damaged file of which no sound copy is known is kept as it is, and given to nobody', async () => {
  const place = await startBackedUp(onTestFinished)
  await writeFile(join(place.root, journal), '{"format"')
  const { backup } = await place.make()
  expect(backup.files.find(({ path }) => path === journal)).toMatchObject({ state: 'damaged', bytes: 9 })
  expect(await copyOf(place, journal)).toBeUndefined()
})

test('a stored file that has rotted is told, passed over, and mended by the next backup', async () => {
  const place = await startBackedUp(onTestFinished)
  const first = await readFile(join(place.root, journal), 'utf8')
  await place.make()
  await place.note('second')
  const second = await readFile(join(place.root, journal), 'utf8')
  const { backup } = await place.make()
  const rotten = join(folderOf(place), 'objects', sha256(second))
  await writeFile(rotten, 'rotten')
  expect(await copyOf(place, journal)).toBe(first)
  expect(await place.backups.list()).toMatchObject({ value: [{ missing: 1 }, { missing: 0 }] })
  expect(await place.make()).toEqual({ made: false, backup })
  expect(await copyOf(place, journal)).toBe(second)
})

test('of two folders of one workspace each has its own copies first', async () => {
  const place = await startBackedUp(onTestFinished)
  const mine = await readFile(join(place.root, journal), 'utf8')
  await place.make()
  const other = await startBackedUp(onTestFinished)
  await other.note('elsewhere')
  const clock = { now: () => new Date(Date.now() + hour).toISOString() }
  await place.backups.create({ reason: 'daily', root: other.root, name: 'Copy' }, clock)
  expect(await copyOf(place, journal)).toBe(mine)
  const copy = await place.backups.sparesFor(other.root).newestCopy(journal)
  expect(copy).toEqual(await readFile(join(other.root, journal)))
  const moved = await place.backups.sparesFor('/elsewhere').newestCopy(journal)
  expect(moved).toEqual(copy)
})

test('what only thinned backups had is swept, a day later and never while a manifest cannot be read', async () => {
  const place = await startBackedUp(onTestFinished)
  await place.make()
  await place.note('second')
  await place.make()
  const second = sha256(await readFile(join(place.root, journal)))
  await place.note('third')
  await place.make()
  expect(await place.list()).toHaveLength(2)
  expect(await place.objects()).toContain(second)
  const unreadable = join(folderOf(place), '2024-01-01T00-00-00.000Z-daily.json')
  await writeFile(unreadable, '{')
  place.pass(25 * hour)
  await place.note('fourth')
  await place.make()
  expect(await place.objects()).toContain(second)
  await rm(unreadable)
  await place.make()
  expect(await place.objects()).not.toContain(second)
  for (const backup of await place.list()) {
    for (const file of backup.files) expect(await place.backups.read(file)).toMatchObject({ ok: true })
  }
})

test('while another process makes a backup nobody else does', async () => {
  const place = await startBackedUp(onTestFinished)
  await place.make()
  await place.note('second')
  const self = { id: `backups-${identity.id}`, path: folderOf(place), role: 'command', pid: process.pid } as const
  const lock = await acquireLock(self)
  if (!lock.ok) throw new Error('no lock')
  const waiting = place.make()
  expect(await place.list()).toHaveLength(1)
  await lock.value.release()
  expect(await waiting).toMatchObject({ made: true })
})

const changing: readonly Operation[] = [
  'create',
  'write',
  'sync',
  'link',
  'rename',
  'unlink',
  'syncDirectory',
  'readFile',
]

test('whatever fails on the way, earlier backups stay whole, and the next one is made', async () => {
  for (let failing = 1, done = false; !done; failing += 1) {
    let n = Number.NEGATIVE_INFINITY
    const fs = faultyFileSystem((operation: Operation, _name, path) => {
      if (!changing.includes(operation) || !path.includes('backups')) return
      n += 1
      if (n === failing) throw systemError('ENOSPC', `operation ${failing}`)
    })
    const place = await startBackedUp(onTestFinished, fs)
    const { backup } = await place.make()
    await place.note('second')
    n = 0
    const clock = { now: () => new Date(Date.now() + 2 * hour).toISOString() }
    const wish = { reason: 'daily', root: place.root, name: 'Press' } as const
    const outcome = await place.backups.create(wish, clock)
    done = n < failing
    n = Number.NEGATIVE_INFINITY
    if (!outcome.ok) expect(outcome.error.code).toBe('disk-full')
    const listed = await place.list()
    expect(listed.at(-1)).toEqual(backup)
    for (const one of listed) for (const file of one.files) expect((await place.backups.read(file)).ok).toBe(true)
    expect(await place.backups.create(wish, clock)).toMatchObject({ ok: true })
    expect(await place.list()).toHaveLength(2)
  }
})

test('a folder that cannot be written is told, and the workspace is read all the same', async () => {
  const place = await startBackedUp(onTestFinished)
  await mkdir(place.userFolder)
  if (!(await makeImmutable(onTestFinished, place.userFolder))) return
  const clock = { now: () => new Date().toISOString() }
  const made = await place.backups.create({ reason: 'daily', root: place.root, name: 'Press' }, clock)
  expect(made).toMatchObject({ error: { code: 'no-permission' } })
  expect(await place.backups.list()).toEqual({ ok: true, value: [] })
})

test('unfinished files of a crash are swept a day later', async () => {
  const place = await startBackedUp(onTestFinished)
  await place.make()
  const left = join(folderOf(place), 'objects', '.pressmark-1-abc.tmp')
  await writeFile(left, 'half')
  await place.make()
  expect(await readdir(join(folderOf(place), 'objects'))).toContain('.pressmark-1-abc.tmp')
  await utimes(left, 0, 0)
  await place.make()
  expect(await readdir(join(folderOf(place), 'objects'))).not.toContain('.pressmark-1-abc.tmp')
})

test('a workspace whose id is no id has no folder', () => {
  expect(() => backupsOf('/user', '../x')).toThrow()
})
