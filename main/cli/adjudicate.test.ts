import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ExchangeAnnotation } from '#annotations/formats/pressmark/exchange-annotation'
import type { AgreementJson } from '#app/contract/agreement-values'
import type { AdjudicateOutcome } from '#app/services/adjudicate'
import type { CompareJson } from '#app/services/compare-work'
import { openProfile } from '../profile/profile'
import { importSeed, type Study, startStudy } from './testing/study'

const keeper = { env: { PRESSMARK_ANNOTATOR: 'Dee Keeper' } }
const note = (start: number, end: number) => ({ kind: 'note', target: [{ start, end }] })

/** Ada and Bo agree on one note, differ in another, and each has one alone. */
async function marked(): Promise<{ readonly study: Study; readonly document: string }> {
  const study = await startStudy(onTestFinished)
  const document = await importSeed(study)
  for (const [name, entries] of [
    ['Ada', [note(0, 20), note(100, 140), note(300, 310)]],
    ['Bo', [note(0, 20), note(105, 140), note(400, 410)]],
  ] as const) {
    await study.run('annotate', 'w', document, '--from', await study.file(`${name}.json`, entries), '--annotator', name)
  }
  return { study, document }
}

async function run(study: Study, ...more: string[]): Promise<AdjudicateOutcome> {
  const ran = await study.runWith(
    keeper,
    'adjudicate',
    'w',
    '--annotators',
    'Ada,Bo',
    '--gold',
    'Gold',
    ...more,
    '--json',
  )
  expect(ran.err).toBe('')
  return JSON.parse(ran.out) as AdjudicateOutcome
}

const places = ({ cases }: AdjudicateOutcome) => cases.map(({ state, start, end }) => `${state} ${start}-${end}`)

/** Decisions about the cases that are left: the first is taken as Ada has it, nothing belongs to the others. */
async function decisionsFor(study: Study, { cases }: AdjudicateOutcome): Promise<string> {
  const open = cases.filter(({ state }) => state !== 'decided')
  const decisions = open.map(({ members }, n) => {
    const ids = members.map(({ annotation }) => annotation)
    return n === 0 ? { members: ids, take: ids[0], why: 'guideline-gap' } : { members: ids, nothing: true, why: 'slip' }
  })
  return study.file('decisions.json', decisions)
}

test('starts from all agreed, decides the rest, and again changes nothing', async () => {
  const { study } = await marked()
  const first = await run(study)
  expect(first).toMatchObject({ gold: { name: 'Gold', what: 'gold' }, agreed: 1, decided: 0 })
  expect(places(first)).toEqual(['decided 0-20', 'open 100-140', 'open 300-310', 'open 400-410'])
  const decided = await run(study, '--decide', await decisionsFor(study, first))
  expect(decided).toMatchObject({ agreed: 0, decided: 3, unchanged: 0 })
  expect(new Set(decided.cases.map(({ state }) => state))).toEqual(new Set(['decided']))
  expect(decided.cases.map(({ decision }) => decision?.why)).toEqual(['all-agreed', 'guideline-gap', 'slip', 'slip'])
  const files = await study.json('annotations', 'w')
  const again = await run(study, '--decide', 'decisions.json')
  expect(again).toMatchObject({ agreed: 0, decided: 0, unchanged: 3, cases: decided.cases })
  expect(await study.json('annotations', 'w')).toEqual(files)
  expect(JSON.parse((await study.run('doctor', 'w', '--json')).out)).toMatchObject({ ok: true })
})

test('after new work what was decided stays, and what changed returns with the decision', async () => {
  const { study, document } = await marked()
  await run(study, '--decide', await decisionsFor(study, await run(study)))
  const mine = await study.json<ExchangeAnnotation[]>('annotations', 'w', '--annotator', 'Bo')
  const changed = mine.map(one => (one.target[0]?.start === 105 ? { ...one, tags: ['War'] } : one))
  const from = await study.file('again.json', [...changed, note(500, 510)])
  await study.run('annotate', 'w', document, '--from', from, '--annotator', 'Bo')
  const after = await run(study)
  expect(places(after)).toEqual([
    'decided 0-20',
    'returned 100-140',
    'decided 300-310',
    'decided 400-410',
    'open 500-510',
  ])
  expect(after.cases[1]?.decision).toMatchObject({ why: 'guideline-gap' })
  const shown = await study.runWith(keeper, 'adjudicate', 'w', '--annotators', 'Ada,Bo', '--gold', 'Gold')
  expect(shown.out).toContain('2 cases to decide:')
  expect(shown.out).toContain('returned (was taken: guideline-gap)')
})

test('gold is an annotator in compare and agreement, and is exported', async () => {
  const { study } = await marked()
  await run(study, '--decide', await decisionsFor(study, await run(study)))
  const compared = await study.json<CompareJson>('compare', 'w', '--annotators', 'Ada,Gold')
  expect(compared.counts).toMatchObject([{ alike: 2, differ: 0, onlyA: 1, onlyB: 0 }])
  const measured = await study.json<AgreementJson>('agreement', 'w', '--annotators', 'Bo,Gold', '--layer', 'all')
  expect(measured.layers[0]?.measures.spanF1Exact).toMatchObject({
    value: 2 / 5,
    counts: { matched: 1, onlyA: 2, onlyB: 1 },
  })
  expect((await study.run('adjudicate', 'w', '--gold', 'Gold', '--export', 'gold.json')).out).toContain(
    '2 annotations of Gold',
  )
  const written = JSON.parse(await readFile(join(study.folder, 'gold.json'), 'utf8')) as ExchangeAnnotation[]
  expect(written.map(({ author, target }) => [author, target[0]?.start])).toEqual([
    ['Gold', 0],
    ['Gold', 100],
  ])
})

test('a document of which all is decided is done by the gold set', async () => {
  const { study, document } = await marked()
  const outcome = await run(study, '--decide', await decisionsFor(study, await run(study)))
  expect(outcome.documents).toMatchObject([{ id: document, missing: [] }])
  const file = join(study.folder, 'w/documents', document, 'annotations', `${outcome.gold.id}.json`)
  expect(await readFile(file, 'utf8')).toContain('"progress":"done"')
})

test('refused, with nothing written: no keeper, a person as gold, the gold set itself, decisions about no case', async () => {
  const { study } = await marked()
  const refusal = async (...args: string[]) => {
    const ran = await study.runWith(keeper, 'adjudicate', 'w', ...args)
    return [ran.status, ran.err.split('\n')[0]]
  }
  const names = ['--annotators', 'Ada,Bo']
  const nobody = await study.run('adjudicate', 'w', ...names, '--gold', 'Gold')
  expect([nobody.status, nobody.err]).toEqual([2, expect.stringContaining('Who is writing?')])
  expect(await refusal('--gold', 'Gold')).toEqual([2, expect.stringContaining('Name those whose work')])
  expect(await refusal(...names, '--gold', 'Ada')).toEqual([2, expect.stringContaining('Ada is no gold set')])
  const decide = async (value: unknown) =>
    refusal(...names, '--gold', 'Gold', '--decide', await study.file('d.json', value))
  expect(await decide({})).toEqual([2, expect.stringContaining('JSON array')])
  expect(await decide([{ members: ['x'], take: 'x' }])).toEqual([2, expect.stringContaining('Entry [0], field why')])
  expect(await decide([{ members: ['x'], why: 'slip', take: 'x' }])).toEqual([
    2,
    expect.stringContaining('no annotations of one case'),
  ])
  expect(await study.json('annotations', 'w')).toHaveLength(6)
  expect((await openProfile(study.userFolder)).read().annotators.map(({ name }) => name)).toEqual(['Ada', 'Bo'])
  await run(study)
  expect(await refusal('--annotators', 'Ada,Gold', '--gold', 'Gold')).toEqual([
    2,
    expect.stringContaining('gold set itself'),
  ])
})
