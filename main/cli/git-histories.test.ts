import fc from 'fast-check'
import { beforeAll, test } from 'vitest'
import { steps } from '#annotations/testing/histories'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { bundleCli } from './testing/bundle'
import { mergeWithGit, noneTried, toldTried } from './testing/git-team'

let driver = ''
beforeAll(async () => {
  const cleanUps: (() => Promise<void>)[] = []
  driver = await bundleCli(await temporaryFolder(cleanUp => void cleanUps.push(cleanUp)))
  return async () => {
    for (const cleanUp of cleanUps) await cleanUp()
  }
})

test('with the driver Git merges every history without a conflict, and loses no change', async () => {
  const tried = noneTried()
  await fc.assert(
    fc.asyncProperty(steps(30), wanted => mergeWithGit(wanted, { driver, style: 'merge' }, tried)),
    { numRuns: 3, endOnFailure: true },
  )
  console.log(toldTried('with the driver', tried))
})

test('without the driver nothing is lost either: what Git leaves between its marks is read', async () => {
  const tried = noneTried()
  const style = fc.constantFrom('merge', 'diff3')
  await fc.assert(
    fc.asyncProperty(steps(40), style, (wanted, shown) => mergeWithGit(wanted, { style: shown }, tried)),
    { numRuns: 8, endOnFailure: true },
  )
  console.log(toldTried('without it', tried))
})
