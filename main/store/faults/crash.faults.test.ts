import { expect, test } from 'vitest'
import { sweep, type Tally, told, wrongIn } from './testing/crash-sweep'
import { seed, thorough } from './testing/effort'
import {
  type Contender,
  fileCrashPoints,
  judgeFile,
  ours,
  stockLowdb,
  sweepAfterFailures,
} from './testing/file-scenario'
import { judgeStore, storeCrashPoints, sweepStoreAfterFailures } from './testing/store-scenario'

/** Subsets at one crash point that are all tried; beyond, so many are sampled. */
const bound = thorough ? 2 ** 14 : 2 ** 12
const errors = thorough ? ['EIO', 'ENOSPC', 'EACCES', 'EBUSY', 'EPERM'] : ['EIO']

test('a file: every crash point, every subset of what was not synced; lowdb alone by the same measure', async () => {
  const ourTally = await swept(ours)
  const lowdbTally = await swept(stockLowdb)
  console.log([told(ours.name, ourTally), told(stockLowdb.name, lowdbTally)].join('\n'))
  expect([wrongIn(ourTally), ourTally.first, ourTally.sampled]).toEqual([0, undefined, 0])
  expect(lowdbTally.wrong.get('lost')).toBeGreaterThan(0)
  expect(lowdbTally.wrong.get('torn')).toBeGreaterThan(0)
})

test(`a file, after each operation failed once with ${errors.join(', ')}, and a crash on top`, async () => {
  const tally = await sweepAfterFailures(ours, errors, { contents: 3, bound: thorough ? 128 : 64, seed })
  console.log(told(`${ours.name}, after a failure`, tally))
  expect([wrongIn(tally), tally.first]).toEqual([0, undefined])
})

test('a workspace: registers and documents, texts and originals, written at the same time', async () => {
  const points = await storeCrashPoints(thorough ? 4 : 2)
  const tally = await sweep(points, judgeStore, { bound: thorough ? 1024 : 64, seed })
  console.log(told('Pressmark, a workspace', tally))
  expect([wrongIn(tally), tally.first]).toEqual([0, undefined])
})

if (thorough) {
  test('a workspace, after each operation failed once, and a crash on top', async () => {
    const tally = await sweepStoreAfterFailures('EIO', () => true, { commits: 2, bound: 8, seed })
    console.log(told('Pressmark, a workspace, after a failure', tally))
    expect([wrongIn(tally), tally.first]).toEqual([0, undefined])
  })
}

async function swept(contender: Contender): Promise<Tally> {
  const points = await fileCrashPoints(contender, { contents: thorough ? 6 : 4 })
  return sweep(points, judgeFile(contender), { bound, seed })
}
