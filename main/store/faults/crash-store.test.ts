import { expect, test } from 'vitest'
import { sweep, told } from './testing/crash-sweep'
import { judgeStore, storeCrashPoints, sweepStoreAfterFailures } from './testing/store-scenario'

const seed = 20261125

test('a workspace keeps all that it acknowledged, whenever the machine stops', async () => {
  const tally = await sweep(await storeCrashPoints(2), judgeStore, { bound: 24, seed })
  expect(told('workspace', tally)).toMatch(/: 0 lost$/)
})

test('a folder that could not be synced is synced before anything in it is acknowledged', async () => {
  const options = { commits: 1, bound: 2, seed }
  const tally = await sweepStoreAfterFailures('EIO', ({ operation }) => operation === 'syncDirectory', options)
  expect(told('workspace', tally)).toMatch(/: 0 lost$/)
})
