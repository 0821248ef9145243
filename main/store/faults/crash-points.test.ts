import { expect, test } from 'vitest'
import type { FileSystem } from '../file-system'
import { sweep, told, wrongIn } from './testing/crash-sweep'
import { type BeforeCall, overriding } from './testing/fault-fs'
import {
  type Contender,
  careless,
  fileCrashPoints,
  judgeFile,
  ours,
  stockLowdb,
  sweepAfterFailures,
} from './testing/file-scenario'

const seed = 20261125

async function swept(contender: Contender, before?: BeforeCall, bound = 512) {
  const scenario = { contents: 3, ...(before === undefined ? {} : { before }) }
  return sweep(await fileCrashPoints(contender, scenario), judgeFile(contender), { bound, seed })
}

test.each<[string, BeforeCall | undefined]>([
  ['a sound disk', undefined],
  ['a disk that takes five bytes at a time', ({ operation }) => (operation === 'write' ? { take: 5 } : undefined)],
  ...['EPERM', 'ENOTSUP', 'EXDEV'].map((error): [string, BeforeCall] => [
    `a disk without links (${error})`,
    ({ operation }) => (operation === 'link' ? { error } : undefined),
  ]),
])('on %s nothing is lost, whenever the machine stops and whatever of it reached the disk', async (_name, before) => {
  const tally = await swept(ours, before)
  expect(told(ours.name, tally)).toMatch(/: 0 lost$/)
  expect([tally.points > 30, tally.subsets > 300]).toEqual([true, true])
})

test('nor where an operation failed before, whichever it was, and was tried again', async () => {
  const tally = await sweepAfterFailures(ours, ['EIO', 'ENOSPC'], { contents: 2, bound: 32, seed })
  expect(told(ours.name, tally)).toMatch(/: 0 lost$/)
  expect(tally.points).toBeGreaterThan(1000)
})

test('lowdb alone loses what it acknowledged, by the same measure', async () => {
  const tally = await swept(stockLowdb)
  expect(tally.wrong.get('lost')).toBeGreaterThan(100)
  expect(tally.wrong.get('torn')).toBeGreaterThan(100)
})

test.each<[string, (fs: FileSystem) => FileSystem, string]>([
  ['syncs no file', fs => withFiles(fs, async () => undefined), 'torn'],
  ['syncs no folder', fs => overriding(fs, { syncDirectory: async () => undefined }), 'lost'],
  ['syncs the folder before the rename', syncingEarly, 'lost'],
])('who %s is found out', async (name, less, word) => {
  const tally = await swept(careless(name, less))
  expect(wrongIn(tally)).toBeGreaterThan(0)
  expect(tally.wrong.get(word)).toBeGreaterThan(0)
})

function withFiles(fs: FileSystem, sync: () => Promise<void>): FileSystem {
  return overriding(fs, { create: async path => ({ ...(await fs.create(path)), sync }) })
}

function syncingEarly(fs: FileSystem): FileSystem {
  return overriding(fs, {
    syncDirectory: async () => undefined,
    rename: async (from, to) => {
      await fs.syncDirectory('/press')
      await fs.rename(from, to)
    },
  })
}
