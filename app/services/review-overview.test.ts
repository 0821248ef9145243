import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { openSession } from './open-session'
import { reviewOverview } from './review-overview'

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

/** Ann and Bo have one alike and one apart in `d`, Bo one in `e`; Cy has one in `d`. */
async function open() {
  const store = createMemoryStore()
  for (const [document, revision] of Object.entries(texts)) await store.addRevision(document, revision)
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  let edits = 0
  const does = async (by: string, ...acts: readonly Act[]) => {
    edits += 1
    const done = await session.value.edit(editOf(`e${edits}`, by, ...acts))
    if (!done.ok) throw new Error(JSON.stringify(done.error))
  }
  await does('ann', mark('d', 'a1', 0, 13), mark('d', 'a2', 14, 18))
  await does('bo', mark('d', 'b1', 0, 13), mark('e', 'b2', 0, 12))
  await does('cy', mark('d', 'c1', 0, 4))
  const pauses: number[] = []
  const ask = (mine = 'ann', theirs?: string, also?: readonly string[]) =>
    reviewOverview(session.value, { mine, theirs, also }, async () => void pauses.push(1))
  return { session: session.value, does, ask, pauses }
}

test('everybody else is told, most annotations first, and how far one is with the first of them', async () => {
  const { ask, pauses } = await open()
  const { colleagues, theirs, rows } = await ask()
  expect(colleagues.map(({ id, documents, annotations, guest }) => [id, documents, annotations, guest])).toEqual([
    ['bo', 2, 2, false],
    ['cy', 1, 1, false],
  ])
  expect(theirs).toBe('bo')
  expect(rows).toEqual([
    { document: 'd', cases: 1, settled: 0, alike: 1 },
    { document: 'e', cases: 1, settled: 0, alike: 0 },
  ])
  expect(pauses).toHaveLength(2)
})

test('of a colleague who is named, of others too, and of one who is not there the first', async () => {
  const { ask } = await open()
  expect((await ask('ann', 'cy')).rows).toEqual([{ document: 'd', cases: 3, settled: 0, alike: 0 }])
  expect((await ask('bo', 'ann')).rows).toEqual([{ document: 'd', cases: 1, settled: 0, alike: 1 }])
  expect((await ask('ann', 'nobody')).theirs).toBe('bo')
})

test('what is asked again knows what changed since: decisions, new marks, removed documents', async () => {
  const { ask, does } = await open()
  await ask()
  await does('ann', { do: 'review', document: 'e', id: 'r1', about: ['b2'], decision: 'agree' })
  expect((await ask()).rows[1]).toEqual({ document: 'e', cases: 1, settled: 1, alike: 0 })
  await does('ann', mark('e', 'a3', 0, 12))
  expect((await ask()).rows[1]).toEqual({ document: 'e', cases: 0, settled: 0, alike: 1 })
  await does('ann', { do: 'remove-document', document: 'e' })
  const after = await ask()
  expect(after.rows.map(({ document }) => document)).toEqual(['d'])
  expect(after.colleagues[0]).toMatchObject({ id: 'bo', documents: 1, annotations: 1 })
})

test('whoever has only spoken of marks is a colleague too, where that waits for me', async () => {
  const { ask, does } = await open()
  await does('dee', { do: 'review', document: 'd', id: 'r1', about: ['a1'], decision: 'dispute', text: 'Why?' })
  expect((await ask('ann', 'dee')).colleagues.map(({ id }) => id)).toContain('dee')
  const { rows } = await ask('ann', 'dee')
  expect(rows).toEqual([{ document: 'd', cases: 1, settled: 0, alike: 0 }])
})

test('of several at the same time the cases are counted together; who is not there is left out', async () => {
  const { ask } = await open()
  const { also, rows } = await ask('ann', 'bo', ['cy', 'bo', 'nobody'])
  expect(also).toEqual(['cy'])
  expect(rows).toEqual([
    { document: 'd', cases: 4, settled: 0, alike: 1 },
    { document: 'e', cases: 1, settled: 0, alike: 0 },
  ])
  expect((await ask('ann', 'bo')).rows[0]).toEqual({ document: 'd', cases: 1, settled: 0, alike: 1 })
})
