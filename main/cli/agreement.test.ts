import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, onTestFinished, test } from 'vitest'
import type { AgreementJson } from '#app/contract/agreement-values'
import type { CompareJson } from '#app/services/compare-work'
import { importSeed, type Study, startStudy } from './testing/study'

const range = (start: number, end: number) => [{ start, end }]
const quote = (start: number, end: number, tags: readonly string[] = []) => ({
  kind: 'quote',
  target: range(start, end),
  tags,
})

/** A study in which Ada and Bo have marked the given release, and Cy has not begun. */
async function marked(): Promise<{ readonly study: Study; readonly document: string }> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  const read = async (name: string, entries: readonly unknown[]) =>
    study.run('annotate', 'w', document, '--from', await study.file(`${name}.json`, entries), '--annotator', name)
  await read('Ada', [quote(100, 140, ['War']), quote(200, 240), { kind: 'claim', target: range(300, 330) }])
  await read('Bo', [quote(100, 140), quote(205, 240), { kind: 'note', target: range(400, 410) }])
  return { study, document }
}

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  validateFormats: false,
})
for (const name of ['agreement', 'compare', 'adjudicate']) {
  const file = new URL(`../../docs/schemas/pressmark-${name}.schema.json`, import.meta.url)
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')) as object)
}

/** What is wrong with an output by its schema, or nothing. */
function flawsOf(name: 'agreement' | 'compare' | 'adjudicate', json: unknown): unknown {
  const validate = ajv.getSchema(`https://pressmark.invalid/schemas/pressmark-${name}.schema.json`)
  return validate?.(json) === true ? [] : validate?.errors
}

test('what is printed is as the schemas say', async () => {
  const { study, document } = await marked()
  const third = await study.file('cy.json', [quote(100, 140)])
  await study.run('annotate', 'w', document, '--from', third, '--annotator', 'Cy')
  const names = ['--annotators', 'Ada,Bo,Cy']
  expect(flawsOf('agreement', await study.json('agreement', 'w', ...names, '--cases', '--per-document'))).toEqual([])
  expect(flawsOf('compare', await study.json('compare', 'w', ...names, '--all'))).toEqual([])
  const keeper = { env: { PRESSMARK_ANNOTATOR: 'Dee Keeper' } }
  const adjudicated = await study.runWith(keeper, 'adjudicate', 'w', ...names, '--gold', 'Gold', '--json')
  expect(flawsOf('adjudicate', JSON.parse(adjudicated.out))).toEqual([])
  expect([flawsOf('compare', {}), flawsOf('adjudicate', {})]).not.toContainEqual([])
})

test('the figures of two annotators, with what they were made from', async () => {
  const { study, document } = await marked()
  const json = await study.json<AgreementJson>('agreement', 'w', '--annotators', 'Ada,Bo')
  expect(json.annotators.map(({ name }) => name)).toEqual(['Ada', 'Bo'])
  expect(json.documents).toMatchObject([{ id: document, missing: [], leftOut: {} }])
  const layers = new Map(json.layers.map(({ layer, measures }) => [layer, measures]))
  expect([...layers.keys()]).toEqual([
    'all',
    'kind:quote',
    'kind:claim',
    'kind:note',
    'tag:War',
    'source',
    'cue',
    'label:kind',
    'label:tags',
    'label:tag:War',
    'label:quoteType',
    'label:claimType',
  ])
  expect(layers.get('all')?.spanF1Exact).toEqual({
    value: 1 / 3,
    interval: null,
    noInterval: 'few-documents',
    counts: { matched: 1, onlyA: 2, onlyB: 2, leftOut: 0, documents: 1 },
  })
  expect(layers.get('kind:quote')?.annotationF1Jaccard50).toMatchObject({ value: 1, counts: { matched: 2 } })
  expect(layers.get('source')?.tokenF1).toMatchObject({ value: null, reason: 'no-units' })
  expect(layers.get('label:tag:War')?.labelKappaCohen).toMatchObject({ value: 0, counts: { units: 2, same: 1 } })
})

test('cases lead to the annotations, documents have figures of their own, layers can be chosen', async () => {
  const { study } = await marked()
  const args = ['agreement', 'w', '--annotators', 'Ada,Bo', '--layer', 'kind:quote', '--cases', '--per-document']
  const json = await study.json<AgreementJson>(...args)
  expect(json.layers).toHaveLength(1)
  const { spanF1Exact } = json.layers[0]?.measures ?? {}
  expect(
    spanF1Exact?.cases?.map(({ start, end, agrees, annotations }) => [
      start,
      end,
      agrees,
      annotations.map(list => list.length),
    ]),
  ).toEqual([
    [100, 140, true, [1, 1]],
    [200, 240, false, [1, 0]],
    [205, 240, false, [0, 1]],
  ])
  const listed = await study.json<{ id: string }[]>('annotations', 'w', '--annotator', 'Ada')
  expect(listed.map(({ id }) => id)).toContain(spanF1Exact?.cases?.[0]?.annotations[0]?.[0])
  expect(json.documents[0]?.layers?.[0]?.measures.spanF1Exact).toMatchObject({ value: 0.5 })
})

test('of three annotators every pair and their mean, as a square for people', async () => {
  const { study, document } = await marked()
  const third = await study.file('cy.json', [quote(100, 140)])
  await study.run('annotate', 'w', document, '--from', third, '--annotator', 'Cy')
  const json = await study.json<AgreementJson>('agreement', 'w', '--annotators', 'Ada,Bo', '--annotators', 'Cy')
  const { spanF1Exact } = json.layers[0]?.measures ?? {}
  expect(spanF1Exact?.pairs?.map(({ value }) => value)).toEqual([1 / 3, 0.5, 0.5])
  expect(spanF1Exact?.value).toBeCloseTo(4 / 9, 12)
  const { out } = await study.run('agreement', 'w', '--annotators', 'Ada,Bo,Cy', '--layer', 'kind:quote')
  expect(out).toContain('annotationF1Jaccard50\n       Ada    Bo     Cy\n  Ada  ·      1.000  0.667\n')
})

test('text says in words what is not defined, what is left out and who did not do a document', async () => {
  const { study } = await marked()
  const ran = await study.run('agreement', 'w', '--annotators', 'Ada,Bo')
  expect(ran.status).toBe(0)
  expect(ran.out).toContain('source\n  nobody marked anything')
  expect(ran.out).toContain('Ada, Bo: 1 document compared; no intervals, since they are fewer than 5')
  expect(ran.out).toMatch(/labelKappaCohen +not defined: nothing to compare/)
  expect(ran.out).toMatch(/spanF1Exact +0\.333 +matched 1, onlyA 2, onlyB 2/)
  expect(ran.out).not.toContain('NaN')
  const study2 = await startStudy(onTestFinished)
  const document = await importSeed(study2)
  await study2.run(
    'annotate',
    'w',
    document,
    '--from',
    await study2.file('a.json', [quote(1, 2)]),
    '--annotator',
    'Ada',
  )
  await study2.run('annotate', 'w', document, '--from', await study2.file('b.json', []), '--annotator', 'Bo')
  const alone = await study2.run('agreement', 'w', '--annotators', 'Ada,Bo')
  expect([alone.status, alone.err]).toEqual([2, expect.stringContaining('Nobody here is called Bo')])
})

test('one annotator beside their own work of a moment before', async () => {
  const { study } = await marked()
  const json = await study.json<AgreementJson>('agreement', 'w', '--annotators', 'Ada', '--before', '2999-01-01')
  expect(json.annotators).toMatchObject([
    { name: expect.stringContaining('2999'), asOf: '2999-01-01T00:00:00.000Z' },
    { name: 'Ada' },
  ])
  expect(json.layers[0]?.measures.spanF1Exact?.value).toBe(1)
  const earlier = await study.run('agreement', 'w', '--annotators', 'Ada', '--before', '2000-01-01')
  expect(earlier.err).toContain('1 document was done by fewer than two of them.')
})

test('refused: nobody to compare with, an unknown layer, no moment', async () => {
  const { study } = await marked()
  const refusal = async (...args: string[]) => {
    const ran = await study.run('agreement', 'w', ...args)
    return [ran.status, ran.err.split('\n')[0]]
  }
  expect(await refusal('--annotators', 'Ada')).toEqual([2, expect.stringContaining('At least two annotators')])
  expect(await refusal('--annotators', 'Ada,Bo', '--layer', 'kind:rumour')).toEqual([
    2,
    expect.stringContaining('no layer kind:rumour'),
  ])
  expect(await refusal('--annotators', 'Ada', '--before', 'soon')).toEqual([
    2,
    expect.stringContaining('soon is no moment'),
  ])
  expect(await refusal('--annotators', 'Ada,Bo', '--before', '2026-05-01')).toEqual([
    2,
    expect.stringContaining('name one'),
  ])
  expect(await refusal('--annotators', 'Ada,Bo', '--rounds', 'many')).toEqual([
    2,
    expect.stringContaining('whole number'),
  ])
})

test('compare lists what differs, and counts it', async () => {
  const { study } = await marked()
  const json = await study.json<CompareJson>('compare', 'w', '--annotators', 'Ada,Bo')
  expect(json.counts).toMatchObject([
    { alike: 0, differ: 2, onlyA: 1, onlyB: 1, aspects: { boundary: 1, tags: 1, kind: 0 } },
  ])
  expect(json.documents[0]?.differences).toMatchObject([
    { type: 'pair', differs: ['tags'], a: { tags: ['War'] }, b: { tags: [] } },
    { type: 'pair', differs: ['boundary'] },
    { type: 'only-a', a: { kind: 'claim', target: [{ start: 300, end: 330 }] } },
    { type: 'only-b', b: { kind: 'note' } },
  ])
  const { out } = await study.run('compare', 'w', '--annotators', 'Ada,Bo')
  expect(out).toMatch(/300-330 +only Ada +claim/)
  expect(out).toContain('Ada and Bo:  0 alike  2 differ  1 only Ada  1 only Bo')
})
