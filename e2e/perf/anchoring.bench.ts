import { test } from '@playwright/test'
import { syntheticRelease } from '../../renderer/editor/testing/synthetic-release'
import { classesOfEdits } from './anchoring/edits'
import { methods, own } from './anchoring/methods'
import { releases, versionPairs } from './anchoring/releases'
import { count, newTally, type Tally, tableOf, upperBound } from './anchoring/tally'
import { editedTransfers, type Transfers, versionTransfers } from './anchoring/transfers'
import { Measurements, type Target } from './figures'

/** So many transfers of each class of edits, and of each pair of versions. */
const wanted = Number(process.env.PRESSMARK_TRANSFERS ?? 20_000)
const perText = 60
const peers = [...methods.keys()].filter(name => name !== own)

/** With `tuning` the figures are of the texts that the engine was tuned on. */
const tuning = process.env.PRESSMARK_ANCHORING === 'tuning'

for (const edits of classesOfEdits.keys()) {
  test(`annotations carried over seeded edits: ${edits}`, () => {
    const texts = releases(tuning)
    compare(`anchoring: ${edits}`, seed => editedTransfers(texts, edits, { seed, count: perText }))
  })
}

for (const { name, versions } of versionPairs()) {
  test(`annotations carried between two versions of ${name}`, () => {
    const [first, second] = versions
    compare(`anchoring: ${name}`, seed =>
      versionTransfers(seed % 2 === 0 ? [first, second] : [second, first], { seed, count: perText }),
    )
  })
}

test('the time of 1,000 annotations on 200 kB', () => {
  const bench = 'anchoring: 1,000 annotations on 200 kB'
  const measurements = new Measurements()
  const text = { name: 'synthetic', text: syntheticRelease(200_000).text }
  const other = { name: 'other', text: syntheticRelease(20_000, 9).text }
  for (let round = 0; round < 5; round += 1) {
    const { before, after, segments } = editedTransfers([text, other], 'medium', { seed: round * 2, count: 1_000 })
    for (const [subject, carry] of methods) {
      if (round > 2 && subject !== own) continue
      const begun = performance.now()
      carry(before, after, segments)
      measurements.add({ bench, subject, metric: 'time', unit: 'ms' }, performance.now() - begun)
    }
  }
  measurements.print(() => own)
  measurements.judge([{ bench, subject: own, metric: 'time', peer: 'hypothesis', atMost: 0.1 }])
})

function compare(bench: string, transfersOf: (seed: number) => Transfers): void {
  const measurements = new Measurements()
  const tallies = new Map([...methods.keys()].map(name => [name, newTally()]))
  for (let seed = 1; (tallies.get(own)?.all ?? 0) < wanted; seed += 1) {
    const { before, after, segments, truth } = transfersOf(seed)
    for (const [subject, carry] of methods) {
      const begun = performance.now()
      const answers = carry(before, after, segments)
      measurements.add({ bench, subject, metric: 'time of a text', unit: 'ms' }, performance.now() - begun)
      for (const [n, place] of truth.entries()) count(tallies.get(subject) ?? newTally(), place, answers[n])
    }
  }
  for (const [subject, tally] of tallies) addShares(measurements, { bench, subject, tally })
  measurements.print(() => undefined)
  console.error(`\n${bench}, %\n${tableOf(tallies)}`)
  measurements.judge(targetsOf(bench))
}

function addShares(
  measurements: Measurements,
  { bench, subject, tally }: { readonly bench: string; readonly subject: string; readonly tally: Tally },
): void {
  const add = (metric: string, value: number, unit = '%') => measurements.add({ bench, subject, metric, unit }, value)
  add('transfers', tally.all, '')
  for (const metric of ['good', 'near', 'wrong', 'missed', 'asked'] as const)
    add(metric, (100 * tally[metric]) / tally.all)
  add('silently wrong', tally.silent, '')
  add('silently wrong, at most', 100 * upperBound(tally.silent, tally.all))
}

function targetsOf(bench: string): Target[] {
  const subject = own
  return [
    { bench, subject, metric: 'silently wrong, at most', atMost: 0.1 },
    ...peers.map(peer => ({ bench, subject: peer, metric: 'good', peer: subject, atMost: 1 })),
    ...peers.map(peer => ({ bench, subject, metric: 'silently wrong, at most', peer, atMost: 1 })),
  ]
}
