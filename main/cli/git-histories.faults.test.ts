import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { steps } from '#annotations/testing/histories'
import { thorough } from '../store/faults/testing/effort'
import { temporaryFolder } from '../store/testing/temporary-folder'
import { bundleCli } from './testing/bundle'
import { mergeWithGit, noneTried, toldTried } from './testing/git-team'

const histories = thorough ? 150 : 4

test(`${histories} histories of three machines, merged by Git with the driver and without it: nothing is lost`, async () => {
  const driver = await bundleCli(await temporaryFolder(onTestFinished))
  const [withDriver, alone] = [noneTried(), noneTried()]
  const style = fc.constantFrom('merge', 'diff3')
  const wanted = fc.tuple(steps(60), style)
  await fc.assert(
    fc.asyncProperty(wanted, async ([history, shown]) => {
      await mergeWithGit(history, { driver, style: shown }, withDriver)
      await mergeWithGit(history, { style: shown }, alone)
    }),
    { numRuns: histories, endOnFailure: true },
  )
  console.log([toldTried('with the driver', withDriver), toldTried('without it', alone)].join('\n'))
  expect([withDriver.histories, withDriver.conflicts]).toEqual([histories, 0])
  // Without the driver there has to be something that it would have spared.
  expect(alone.conflicts).toBeGreaterThan(0)
})
