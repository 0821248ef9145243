import { expect, test } from 'vitest'
import { ok } from '#annotations/model/result'
import { DurableFile } from '../durable-file'
import { type FileSystem, patience, patientRename, syncWherePossible } from '../file-system'
import { bytes, neverAsked } from '../testing/durable-place'
import { writeOnce } from '../written-once'
import { sweep, told } from './testing/crash-sweep'
import { type BeforeCall, type Call, FaultFs, overriding } from './testing/fault-fs'
import { fileCrashPoints, judgeFile, ours } from './testing/file-scenario'

/** Renames as on Windows, on a clock that only notes what it was asked to wait. */
function onWindows(fs: FileSystem, waited: number[] = []): FileSystem {
  const pause = async (milliseconds: number) => void waited.push(milliseconds)
  return overriding(fs, { rename: patientRename((from, to) => fs.rename(from, to), pause) })
}

/** Fails the first renames to a name. */
function held(name: string, code: string, times: number): BeforeCall {
  let left = times
  return call => {
    if (call.operation !== 'rename' || call.name !== name || left === 0) return undefined
    left -= 1
    return { error: code }
  }
}

/** A file with the content `one`, on a disk where this happens before each operation. */
async function placed(before: BeforeCall, wrap: (fs: FileSystem) => FileSystem = fs => fs) {
  let watching = false
  const disk = new FaultFs(call => (watching ? before(call) : undefined))
  const file = new DurableFile(wrap(disk), '/a.json', 'a.json')
  await file.write(bytes('one'), neverAsked)
  watching = true
  const text = async (name: string) => Buffer.from(await disk.readFile(`/${name}`)).toString()
  const names = async () => (await disk.readdir('/')).map(item => item.name).sort()
  return { disk, file, text, names }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  'a file that is held for a moment (%s) is waited for, longer each time',
  async code => {
    const waited: number[] = []
    const { file, text, names } = await placed(held('a.json', code, 3), fs => onWindows(fs, waited))
    expect(await file.write(bytes('two'), neverAsked)).toEqual(ok(undefined))
    expect(waited).toEqual(patience.slice(0, 3))
    expect([await text('a.json'), await text('a.json.prev')]).toEqual(['two', 'one'])
    expect(await names()).toEqual(['a.json', 'a.json.prev'])
  },
)

test('a file that is held for longer is told, and stands as it was until a later try', async () => {
  const waited: number[] = []
  const { file, text, names } = await placed(held('a.json', 'EBUSY', patience.length + 1), fs => onWindows(fs, waited))
  expect(await file.write(bytes('two'), neverAsked)).toMatchObject({ error: { code: 'io', facts: { code: 'EBUSY' } } })
  expect(waited).toEqual(patience)
  expect(await text('a.json')).toBe('one')
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
  expect(await file.write(bytes('two'), neverAsked)).toEqual(ok(undefined))
  expect(await text('a.json')).toBe('two')
})

test('what waiting cannot mend is told at once', async () => {
  const waited: number[] = []
  const { file } = await placed(held('a.json', 'ENOSPC', 1), fs => onWindows(fs, waited))
  expect(await file.write(bytes('two'), neverAsked)).toMatchObject({ error: { code: 'disk-full' } })
  expect(waited).toEqual([])
})

test('while it waits the machine may stop: nothing is lost', async () => {
  const contender = { ...ours, open: (fs: FileSystem) => ours.open(onWindows(fs)) }
  const before = ({ operation, n }: Call) => (operation === 'rename' && n % 2 === 0 ? { error: 'EACCES' } : undefined)
  const points = await fileCrashPoints(contender, { contents: 3, before })
  const tally = await sweep(points, judgeFile(contender), { bound: 512, seed: 20261125 })
  expect(told('held files', tally)).toMatch(/: 0 lost$/)
})

const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK']

test.each(noLinks)('where links fail with %s the generation before is a copy of its own', async code => {
  const { disk, file, text, names } = await placed(({ operation }) =>
    operation === 'link' ? { error: code } : undefined,
  )
  for (const content of ['two', 'three']) expect(await file.write(bytes(content), neverAsked)).toEqual(ok(undefined))
  expect([await text('a.json'), await text('a.json.prev')]).toEqual(['three', 'two'])
  expect((await disk.stat('/a.json')).inode).not.toBe((await disk.stat('/a.json.prev')).inode)
  expect(await names()).toEqual(['a.json', 'a.json.prev'])
})

test.each(noLinks)('where links fail with %s a text is written once all the same', async code => {
  const disk = new FaultFs(({ operation }) => (operation === 'link' ? { error: code } : undefined))
  const isSound = (found: Uint8Array) => bytes('text').equals(found)
  for (let n = 0; n < 2; n += 1) {
    expect(await writeOnce(disk, '/text.json', 'text.json', bytes('text'), isSound)).toEqual(ok(undefined))
  }
  expect(
    await writeOnce(disk, '/text.json', 'text.json', bytes('other'), found => bytes('other').equals(found)),
  ).toEqual({
    ok: false,
    error: { code: 'damaged', facts: { file: 'text.json' } },
  })
  expect((await disk.readdir('/')).map(item => item.name)).toEqual(['text.json'])
})

test('a link that fails for another reason is no reason to copy: it is told', async () => {
  const { file, text } = await placed(({ operation }) => (operation === 'link' ? { error: 'EIO' } : undefined))
  expect(await file.write(bytes('two'), neverAsked)).toMatchObject({ error: { code: 'io' } })
  expect(await text('a.json')).toBe('one')
})

/** A file system as some of networks are. */
function onNetwork(fs: FileSystem): FileSystem {
  return overriding(fs, { syncDirectory: syncWherePossible(path => fs.syncDirectory(path)) })
}

test.each(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
  'where folders cannot be synced (%s) a file is written all the same, with its generation before',
  async code => {
    const { file, text } = await placed(
      ({ operation }) => (operation === 'syncDirectory' ? { error: code } : undefined),
      onNetwork,
    )
    expect(await file.write(bytes('two'), neverAsked)).toEqual(ok(undefined))
    expect([await text('a.json'), await text('a.json.prev')]).toEqual(['two', 'one'])
  },
)

test('a folder that could be synced and was not (EIO) is told', async () => {
  const { file, text } = await placed(
    ({ operation }) => (operation === 'syncDirectory' ? { error: 'EIO' } : undefined),
    onNetwork,
  )
  expect(await file.write(bytes('two'), neverAsked)).toMatchObject({ error: { code: 'io', facts: { code: 'EIO' } } })
  expect(await text('a.json')).toBe('two')
})

test.each(['EPERM', 'ENOTSUP', 'EINVAL'])(
  'where files have no permission bits (%s) they are written with those that they get',
  async code => {
    const { file, text } = await placed(({ operation }) => (operation === 'setMode' ? { error: code } : undefined))
    expect(await file.write(bytes('two'), neverAsked)).toEqual(ok(undefined))
    expect(await text('a.json')).toBe('two')
  },
)

test('where a file system has neither links nor bits nor syncs of folders and holds files for a moment, no content is torn', async () => {
  const contender = { ...ours, open: (fs: FileSystem) => ours.open(onNetwork(onWindows(fs))) }
  const missing: { readonly [operation: string]: string } = {
    link: 'ENOTSUP',
    setMode: 'EPERM',
    syncDirectory: 'EINVAL',
  }
  const before = ({ operation, n }: Call) => {
    const error = operation === 'rename' && n % 3 === 0 ? 'EBUSY' : missing[operation]
    return error === undefined ? undefined : { error }
  }
  const points = await fileCrashPoints(contender, { contents: 3, before })
  const tally = await sweep(points, judgeFile(contender), { bound: 512, seed: 20261125 })
  // Names are as durable as the file system makes them, and then the former content stands: never half of one, never none.
  expect([tally.wrong.get('torn'), tally.wrong.get('never written'), tally.wrong.get('stuck')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(points.length).toBeGreaterThan(30)
})
