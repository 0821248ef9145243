import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { chanceFrom } from './testing/chance'
import type { Kind } from './testing/counted'
import { seed, thorough } from './testing/effort'
import { type Losses, noLosses, noteLosses, toldLosses } from './testing/losses'
import { prepareWriters } from './testing/writer'

const kills = thorough ? 100 : 12
/** A folder is written on after so many kills, and then left. */
const killsPerFolder = 10

test(`${kills} times kill -9: all that was acknowledged is there, and the next process goes on`, async () => {
  const [ours, lowdb] = await Promise.all([killed('pressmark'), killed('lowdb')])
  console.log([ours, lowdb].map(losses => toldLosses('kill -9', losses)).join('\n'))
  expect(ours).toMatchObject({ rounds: kills, lost: 0, unreadable: [] })
  expect(ours.acknowledged).toBeGreaterThan(kills)
})

async function killed(kind: Kind): Promise<Losses> {
  const place = await temporaryFolder(onTestFinished)
  const writers = await prepareWriters(onTestFinished)
  const chance = chanceFrom(seed)
  const losses = noLosses(kind)
  for (let n = 0; n < kills; n += 1) {
    const folder = join(place, `press-${Math.floor(n / killsPerFolder)}`)
    const writer = writers.start({ kind, folder })
    await writer.said(1 + chance(20))
    for (let turn = chance(50); turn > 0; turn -= 1) await new Promise(resolve => setImmediate(resolve))
    await writer.kill()
    await noteLosses(losses, writer, folder)
  }
  return losses
}
