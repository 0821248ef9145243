import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { measureAgreement, reportMeasure } from '#annotations/agreement/agreement'
import { drawDocuments } from '#annotations/agreement/bootstrap'
import type { Study } from '#annotations/agreement/study'
import { marksOn, tokensOf } from '#annotations/agreement/units'
import { emptyScope } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import { pythonWithPeers } from '../../scripts/agreement/python.mjs'
import { root } from '../pages/launch'
import { runToEnd } from '../pages/pressmark-cli'
import { madeStudy } from './agreement/study'
import { Measurements, type Target } from './figures'

const rounds = 1_000
/** Rounds that the other programs are given; their times are those of so many, times what is missing. */
const peerRounds = 20
const size = { annotators: 5, documents: 50, annotations: 40, characters: 6_000 }
const bench = `agreement: ${size.annotators} annotators, ${size.documents} documents, ${rounds} rounds`
const own = 'pressmark'

interface PeerFigure {
  readonly program: string
  readonly measure: string
  readonly value: number
  readonly seconds: number
}

test('agreement with intervals, beside the programs in Python', async () => {
  const measurements = new Measurements()
  const targets: Target[] = []
  const study = madeStudy(size)
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-agreement-'))
  try {
    const found = pythonWithPeers(join(folder, 'python'))
    if ('missing' in found) console.error(`The programs in Python are not measured: ${found.missing}`)
    for (let round = 0; round < 3; round += 1) {
      const figures = measureOwn(study, measurements)
      const peers = 'missing' in found ? [] : await measurePeers(found.python, folder, study)
      for (const { program, measure, value, seconds } of peers) {
        expect(Math.abs((figures.get(measure) ?? 2) - value)).toBeLessThan(1e-9)
        const time = (seconds * 1_000 * rounds) / peerRounds
        measurements.add({ bench, subject: program, metric: `time of ${measure}`, unit: 'ms' }, time)
        targets.push({ bench, subject: own, metric: `time of ${measure}`, peer: program, atMost: 1 })
      }
      const all = peers.reduce((sum, { seconds }) => sum + (seconds * 1_000 * rounds) / peerRounds, 0)
      if (all > 0)
        measurements.add({ bench, subject: 'these three in Python', metric: 'time of all figures', unit: 'ms' }, all)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  measurements.print(({ metric, subject }) => {
    if (subject !== own) return undefined
    return targets.find(target => target.metric === metric)?.peer ?? 'these three in Python'
  })
  const peer = 'these three in Python'
  const unique = new Map(
    [...targets, { bench, subject: own, metric: 'time of all figures', peer, atMost: 1 }].map(one => [one.metric, one]),
  )
  measurements.judge([...unique.values()])
})

/** All figures of all layers with their intervals; then those alone that the other programs have. */
function measureOwn(study: Study, measurements: Measurements): ReadonlyMap<string, number> {
  const weights = study.documents.map(() => 1)
  const codebook = readRegister(emptyScope)
  const begun = performance.now()
  const draws = drawDocuments(study.documents.length, { rounds, seed: 1 })
  const layers = measureAgreement(study, codebook)
  const made = performance.now()
  const values = new Map<string, number>()
  let figures = 0
  for (const { layer, measures } of layers) {
    for (const measure of measures) {
      const { value, pairs = [] } = reportMeasure(measure, weights, draws)
      figures += 1 + pairs.length
      if (layer === 'all' && value !== null) values.set(measure.id, value)
    }
  }
  const add = (metric: string, unit: string, value: number) =>
    measurements.add({ bench, subject: own, metric, unit }, value)
  add('time of all figures', 'ms', performance.now() - begun)
  add('of this, counting', 'ms', made - begun)
  add('figures with intervals', 'figures', figures)
  const all = layers.find(({ layer }) => layer === 'all')?.measures ?? []
  for (const id of ['tokenKappaCohen', 'tokenKappaFleiss', 'tokenAlphaNominal']) {
    const start = performance.now()
    // With its own counting, as the others count each time.
    const measure =
      measureAgreement(study, codebook, layer => layer === 'all')[0]?.measures.find(one => one.id === id) ?? all[0]
    if (measure !== undefined) reportMeasure(measure, weights, draws)
    add(`time of ${id}`, 'ms', performance.now() - start)
  }
  return values
}

async function measurePeers(python: string, folder: string, { documents }: Study): Promise<readonly PeerFigure[]> {
  const marks = documents.map(({ text, codings }) => {
    const tokens = tokensOf(text)
    return codings.map(coding => marksOn(tokens, coding?.annotations.flatMap(({ content }) => content) ?? []).join(''))
  })
  const file = join(folder, 'study.json')
  await writeFile(file, JSON.stringify({ rounds: peerRounds, documents: marks }))
  const ran = await runToEnd([python, join(root, 'scripts', 'agreement', 'time_peers.py'), file], process.env)
  if (ran.status !== 0) throw new Error(ran.err)
  return JSON.parse(ran.out) as readonly PeerFigure[]
}
