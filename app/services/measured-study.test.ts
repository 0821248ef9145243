import { expect, test } from 'vitest'
import { usualBootstrap } from '#annotations/agreement/bootstrap'
import type { Act } from '#annotations/edit/edit'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { agreementReport } from './agreement-report'
import { chooseSeveral, studyOfWork } from './chosen-work'
import { measuredStudy } from './measured-study'
import { openSession } from './open-session'

const texts = {
  d: revisionOf('The coalition said that it would return.'),
  e: revisionOf('The ministry agreed on Monday.'),
} as const

const mark = (document: keyof typeof texts, annotation: string, start: number, end: number): Act => ({
  do: 'create',
  document,
  annotation,
  kind: 'quote',
  revision: texts[document].id,
  segments: [{ part: 'content', start, end }],
})

/** Three annotators; in `d` two agree on one place and one has another, in `e` two have marks that overlap. */
async function measured(shares: number[] = []) {
  const store = createMemoryStore()
  for (const [document, revision] of Object.entries(texts)) await store.addRevision(document, revision)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  for (const [n, [by, acts]] of Object.entries({
    ann: [mark('d', 'a1', 0, 13), mark('e', 'a2', 0, 12)],
    bo: [mark('d', 'b1', 0, 13), mark('e', 'b2', 0, 19)],
    cy: [mark('d', 'c1', 14, 18)],
  }).entries()) {
    const done = await session.edit(editOf(`e${n}`, by, ...acts))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  const annotators = chooseSeveral(session, ['ann', 'bo', 'cy'])
  if (!annotators.ok) throw new Error(annotators.error.code)
  const { study, registers } = studyOfWork(session, annotators.value)
  const job = { study, ids: ['ann', 'bo', 'cy'], codebook: registers.codebook, bootstrap: usualBootstrap }
  const request = { annotators: annotators.value, bootstrap: usualBootstrap }
  return {
    study: measuredStudy(job, share => shares.push(share)),
    report: agreementReport(session, { ...request, perDocument: true, cases: true }),
  }
}

test('its figures are those of the report, pooled and of each document', async () => {
  const { study, report } = await measured()
  const pooled = JSON.parse(JSON.stringify(report.layers), (key, value) => (key === 'cases' ? undefined : value))
  expect(JSON.parse(JSON.stringify(study.layers))).toEqual(pooled)
  for (const { id, layers } of report.documents) expect(study.ofDocument(id)).toEqual(layers)
  expect(study.ofDocument('nowhere')).toEqual([])
})

test('its progress never falls and ends at the whole', async () => {
  const shares: number[] = []
  await measured(shares)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('the places behind a figure are those of the report, those apart first, with their words', async () => {
  const { study, report } = await measured()
  const told = report.layers.find(({ layer }) => layer === 'all')?.measures.spanF1Exact?.pairs ?? []
  const page = study.cases({ layer: 'all', measure: 'spanF1Exact' })
  expect(page.all).toBe(told.flatMap(({ cases = [] }) => cases).length)
  expect(page.cases.map(({ agrees }) => agrees)).toEqual([...page.cases.map(({ agrees }) => agrees)].sort())
  expect(page.cases.filter(({ agrees }) => agrees).map(({ words }) => words)).toEqual(['The coalition'])
  const pair = study.cases({ layer: 'all', measure: 'spanF1Exact', pair: ['ann', 'bo'], document: 'e' })
  expect(pair.cases.map(({ words, annotators }) => [words, annotators])).toEqual([
    ['The ministry', ['ann', 'bo']],
    ['The ministry agreed', ['ann', 'bo']],
  ])
  expect(study.cases({ layer: 'all', measure: 'nothing' })).toEqual({ all: 0, apart: 0, cases: [] })
})
