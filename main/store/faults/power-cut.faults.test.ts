import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { chanceFrom } from './testing/chance'
import type { Kind } from './testing/counted'
import { seed, thorough } from './testing/effort'
import { type Losses, noLosses, noteLosses, toldLosses } from './testing/losses'
import { type CutDisk, cutDisk } from './testing/mounts'
import { prepareWriters, type Writers } from './testing/writer'

const cuts = thorough ? 20 : 5

test.for(['ext4', 'xfs'] as const)(
  `${cuts} power cuts on %s: all that was acknowledged is there; lowdb alone loses`,
  async (kind, context) => {
    const disk = await cutDisk(onTestFinished, kind)
    if (typeof disk === 'string') return context.skip(disk)
    const writers = await prepareWriters(onTestFinished)
    const ours = await afterCuts(disk, writers, 'pressmark')
    const lowdb = await afterCuts(disk, writers, 'lowdb')
    console.log([ours, lowdb].map(losses => toldLosses(`power cut on ${kind}`, losses)).join('\n'))
    expect(ours).toMatchObject({ rounds: cuts, lost: 0, unreadable: [] })
    expect(ours.acknowledged).toBeGreaterThan(cuts)
    expect(lowdb.lost).toBeGreaterThan(0)
  },
)

async function afterCuts(disk: CutDisk, writers: Writers, kind: Kind): Promise<Losses> {
  const chance = chanceFrom(seed)
  const losses = noLosses(kind)
  for (let n = 0; n < cuts; n += 1) {
    const folder = join(disk.path, `${kind}-${n}`)
    const writer = writers.start({ kind, folder })
    await writer.said(2 + chance(30))
    disk.cut()
    await writer.kill()
    disk.mountAgain()
    await noteLosses(losses, writer, folder)
  }
  return losses
}
