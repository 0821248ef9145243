import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { toCoded } from '#annotations/agreement/coded-annotation'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { readRegister } from '#annotations/changes/resolve'
import { readAnnotation } from '#annotations/model/read-annotation'
import { compareAnnotations } from '#annotations/review/compare'
import { writeBundle } from '#annotations/review/write-bundle'
import { writeBundleFile } from '../../main/bundle/bundle-file'
import { freshFolder, root } from '../pages/launch'
import { runToEnd } from '../pages/pressmark-cli'
import { Measurements } from './figures'
import { colleagueOf, writeLargeWorkspace } from './large-workspace'

const colleagues = 20
const size = { characters: 6_000, annotations: 200 }
/** Of how many documents bundles are received; all 500 take hours and more memory than most machines give a program. */
const received = Number(process.env.PRESSMARK_REVIEW_DOCUMENTS ?? 50)
const compared = 500

test('receiving the bundles of many colleagues, one after the other', async () => {
  test.setTimeout(7_200_000)
  const bench = `receive: ${colleagues} annotators, ${received} documents, ${size.annotations} annotations`
  const measurements = new Measurements()
  const folder = await freshFolder()
  const [workspace, userFolder] = [join(folder.path, 'w'), join(folder.path, 'user')]
  const sizes = Array.from({ length: received }, () => size)
  writeLargeWorkspace(workspace, userFolder, sizes)
  const add = (metric: string, unit: string, value: number): void =>
    measurements.add({ bench, subject: 'pressmark', metric, unit }, value)
  for (let n = 0; n < colleagues; n += 1) {
    const { id, state, documents } = colleagueOf(n, sizes)
    const files = writeBundle(state, { annotator: id, made: '2026-05-01T09:30:00.000Z', documents, texts: false })
    const file = join(folder.path, `${id}.pressmark`)
    await writeBundleFile(file, files)
    const begun = performance.now()
    const program = [process.execPath, join(root, 'e2e/perf/with-peak.cjs'), join(root, 'out/main/pressmark.cjs')]
    const ran = await runToEnd(
      [...program, '--user-data-dir', userFolder, 'receive', workspace, file, '--json'],
      process.env,
    )
    add('time of a bundle', 'ms', performance.now() - begun)
    add('greatest memory', 'MB', Number(/peak (\d+)/.exec(ran.err)?.[1]) / 1024)
    expect([ran.status, ran.err.replace(/\s*peak \d+\s*/, '')]).toEqual([0, ''])
  }
  await folder.remove()
  measurements.print(() => undefined)
})

test('comparing many colleagues with oneself, document by document', () => {
  const bench = `compare: ${colleagues} annotators, ${compared} documents, ${size.annotations} annotations`
  const measurements = new Measurements()
  const codebook = readRegister(emptyScope)
  const registers = { codebook, speakers: codebook }
  let time = 0
  let pairs = 0
  let most = 0
  for (let document = 0; document < compared; document += 1) {
    // Made anew for each document, and not measured.
    const all = Array.from({ length: colleagues + 1 }, (_, n) => colleagueOf(n, [size], document))
    const revision = all[0]?.documents[0]?.current ?? ''
    const scope = documentScope(all[0]?.documents[0]?.id ?? '')
    const begun = performance.now()
    const coded = all.map(({ id, state }) =>
      [...(state.scopes.get(scope)?.journals.get(id)?.entries.values() ?? [])].flatMap(entry => {
        const annotation = readAnnotation(entry)
        return annotation === undefined ? [] : (toCoded(annotation, revision, registers) ?? [])
      }),
    )
    const [own = [], ...others] = coded
    for (const other of others) pairs += compareAnnotations(own, other).length
    const took = performance.now() - begun
    time += took
    most = Math.max(most, took)
  }
  const add = (metric: string, unit: string, value: number): void =>
    measurements.add({ bench, subject: 'pressmark', metric, unit }, value)
  add('time', 'ms', time)
  add('longest document', 'ms', most)
  add('rows', 'rows', pairs)
  add('heap afterwards', 'MB', process.memoryUsage().heapUsed / 2 ** 20)
  measurements.print(() => undefined)
})
