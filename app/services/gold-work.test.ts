import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import type { AdjudicateRequest } from './adjudicate'
import { decideGold, peopleWithWork, runGold, undoGold } from './gold-work'
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

const gold = { id: 'gold', name: 'Gold', what: 'gold', keeper: 'ann' } as const
const annotators = ['ann', 'bo']

/** Of `d` both have one alike and one apart; `e` is Bo's alone. */
async function open() {
  const store = createMemoryStore()
  for (const [document, revision] of Object.entries(texts)) await store.addRevision(document, revision)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  const session = opened.value
  let made = 0
  const nextId = () => {
    made += 1
    return `n${String(made).padStart(3, '0')}`
  }
  const does = async (by: string, ...acts: readonly Act[]) => {
    const done = await session.edit(editOf(nextId(), by, ...acts))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  await does('ann', mark('d', 'a1', 0, 13), mark('d', 'a2', 14, 18))
  await does('bo', mark('d', 'b1', 0, 13), mark('e', 'b2', 0, 12))
  const ports = { clock: { now: () => '2026-05-01T09:30:00.000Z' }, ids: { next: nextId } }
  const run = async () => {
    const answer = await runGold(session, ports, { gold, annotators })
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  }
  const decide = (decision: AdjudicateRequest['decisions'][number]) =>
    decideGold(session, ports, { gold, annotators, documents: ['d'], decisions: [decision] })
  const undo = (which: 'undo' | 'redo') => undoGold(session, ports, { gold, annotators, which })
  return { session, does, run, decide, undo }
}

test('what all say alike is taken in at once, and told is what is left, and which documents fewer than two did', async () => {
  const { run } = await open()
  const first = await run()
  expect(first).toMatchObject({ agreed: 1, left: 1, withoutCase: 0 })
  expect(first.rows).toEqual([{ document: 'd', cases: 2, decided: 1, returned: 0 }])
  expect(first.annotators.map(({ id, ids }) => [id, ids])).toEqual([
    ['ann', ['ann']],
    ['bo', ['bo']],
  ])
  expect(await run()).toMatchObject({ agreed: 0, rows: first.rows })
})

test('a decision, its undo and its redo tell how far the document is then', async () => {
  const { run, decide, undo } = await open()
  await run()
  const row = (decided: number) => ({ ok: true, value: { rows: [{ document: 'd', cases: 2, decided, returned: 0 }] } })
  expect(await decide({ members: ['a2'], take: 'a2', why: 'slip' })).toEqual(row(2))
  expect(await undo('undo')).toEqual(row(1))
  expect(await undo('redo')).toEqual(row(2))
  expect(await undo('redo')).toEqual({ ok: true, value: { rows: [] } })
})

test('a decision comes back when what it was about has changed', async () => {
  const { run, decide, does } = await open()
  await run()
  await decide({ members: ['a2'], why: 'slip' })
  await does('ann', { do: 'set-kind', document: 'd', annotation: 'a2', kind: 'note' })
  expect((await run()).rows).toEqual([{ document: 'd', cases: 2, decided: 1, returned: 1 }])
})

test('everybody with annotations is told; of a gold set that is one’s own, of whose work it was made', async () => {
  const { session, run } = await open()
  await run()
  const people = peopleWithWork(session, ['ann', 'gold'])
  expect(people.map(({ id, annotations, madeOf }) => [id, annotations, madeOf])).toEqual([
    ['ann', 2, undefined],
    ['bo', 2, undefined],
    ['gold', 1, ['ann', 'bo']],
  ])
  expect(peopleWithWork(session, ['bo']).find(({ id }) => id === 'gold')?.madeOf).toBeUndefined()
})
