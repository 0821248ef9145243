import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { editOf } from '#annotations/testing/build'
import { facetNames, type sortNames } from '#app/contract/excerpt-facets'
import type { ExcerptFilter, ExcerptSort } from '#app/contract/excerpt-query'
import { annotators, beginSession, documents, filter, type Known, step, texts } from '#app/testing/excerpt-histories'
import { createMemoryStore } from '#app/testing/memory-store'
import { fits, naiveCounts, naiveExcerpts } from '#app/testing/naive-excerpts'
import { createExcerptIndex, type ExcerptIndex } from './excerpt-index'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const everything: ExcerptFilter = { text: '', facets: {} }
const inPageOrder: ExcerptSort = { by: 'page', descending: false }

function expectAsCounted(session: WorkspaceSession, index: ExcerptIndex, filter: ExcerptFilter): void {
  const excerpts = naiveExcerpts(session)
  const wanted = excerpts.filter(excerpt => fits(excerpt, filter))
  const page = index.query({ filter, sort: inPageOrder, from: 0, count: 500 })
  expect([...page.rows.map(row => row.id)].sort()).toEqual(wanted.map(({ id }) => id).sort())
  expect(page.rows.map(row => row.document)).toEqual(wanted.map(({ document }) => document))
  expect(page).toMatchObject({
    total: wanted.length,
    all: excerpts.length,
    documents: new Set(wanted.map(({ document }) => document)).size,
  })
  for (const name of facetNames) {
    const counts = (page.facets?.[name] ?? []).map(({ value, count }) => [value, count] as const)
    expect([name, Object.fromEntries([...counts].sort())]).toEqual([name, naiveCounts(excerpts, filter, name)])
  }
  const few = index.query({ filter, sort: inPageOrder, from: 0, count: 0, values: 2 })
  for (const name of facetNames) {
    const [all, first] = [page.facets?.[name] ?? [], few.facets?.[name] ?? []]
    const chosen = filter.facets[name] ?? []
    const wanted = all.filter(({ value }, n) => name === 'tag' || n < 2 || chosen.includes(value))
    expect([name, first, few.moreValues?.[name] ?? 0]).toEqual([name, wanted, all.length - wanted.length])
  }
}

test('rows and facets equal a naive count, whatever was done and asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.constantFrom(...annotators)), { maxLength: 24 }),
      fc.array(filter, { minLength: 1, maxLength: 3 }),
      fc.nat(24),
      async (steps, filters, early) => {
        const session = await beginSession()
        const index = createExcerptIndex(session, 'ann')
        const known: { [annotator: string]: Known[] } = { ann: [], bo: [] }
        let made = 0
        const next = (prefix: string) => {
          made += 1
          return `${prefix}${made}`
        }
        for (const [n, [take, by]] of steps.entries()) {
          // The index must follow what changes after it was asked for the first time.
          if (n === early) expectAsCounted(session, index, filters[0] ?? everything)
          // Part of it is prepared before the next change, part after it.
          if (n > early) for (let left = n; left > 0 && index.prepare(1); left -= 1) {}
          const act = take(next, known[by] ?? [], known[by === 'ann' ? 'bo' : 'ann'] ?? [])
          if (act === undefined) continue
          const done = await session.edit(editOf(next('e'), by, act))
          if (done.ok && act.do === 'create') known[by]?.push({ document: act.document, annotation: act.annotation })
        }
        for (const one of [...filters, everything]) expectAsCounted(session, index, one)
        index.close()
      },
    ),
    { numRuns: 600 },
  )
})

describe('an order', () => {
  const created = (annotation: string, document: number, start: number, more: Partial<Act> = {}): Act =>
    ({
      do: 'create',
      document: documents[document] ?? '',
      annotation,
      kind: 'note',
      revision: texts[document]?.id ?? '',
      segments: [{ part: 'content', start, end: start + 3 }],
      ...more,
    }) as Act

  async function filled(): Promise<ExcerptIndex> {
    const session = await beginSession()
    const at = (minute: string) => `2026-05-01T09:${minute}:00.000Z`
    await session.edit({
      ...editOf('e1', 'ann', created('a', 0, 9, { kind: 'claim', tags: ['t2'] }), created('b', 0, 0, { tags: ['t4'] })),
      at: at('31'),
    })
    await session.edit({
      ...editOf('e2', 'bo', created('c', 2, 0, { kind: 'quote', tags: ['t3'] }), created('d', 1, 4)),
      at: at('30'),
    })
    await session.edit(
      editOf('e3', 'bo', { do: 'set-fact', document: 'd1', fields: { 'meta.published': '2020-02-02' } }),
    )
    await session.edit(
      editOf('e4', 'bo', { do: 'set-fact', document: 'd2', fields: { 'meta.published': '2019-02-02' } }),
    )
    return createExcerptIndex(session, 'ann')
  }

  const expected: { readonly [Name in (typeof sortNames)[number]]?: readonly [string, string] } = {
    page: ['b a d c', 'c d a b'],
    // Harbour closes, Harbour opens early, River count
    document: ['c b a d', 'd b a c'],
    // Those without a date come last both ways.
    date: ['c d b a', 'd c b a'],
    kind: ['c a b d', 'b d a c'],
    // By the path of the tag: t1 / t2, t3, t4, none
    tag: ['a c b d', 'b c a d'],
    annotator: ['b a d c', 'd c b a'],
    modified: ['d c b a', 'b a d c'],
  }

  test.each(Object.entries(expected))('by %s is stable, both ways', async (by, [up, down]) => {
    const index = await filled()
    const ids = (descending: boolean) =>
      index.ids({ filter: everything, sort: { by: by as ExcerptSort['by'], descending } }).join(' ')
    expect([ids(false), ids(true)]).toEqual([up, down])
  })

  test('gives the same rows page by page as at once', async () => {
    const index = await filled()
    const sort: ExcerptSort = { by: 'tag', descending: true }
    const page = (from: number, count: number) =>
      index.query({ filter: everything, sort, from, count, rowsOnly: true }).rows.map(({ id }) => id)
    expect([...page(0, 1), ...page(1, 2), ...page(3, 9)]).toEqual(page(0, 4))
    expect(index.ids({ filter: everything, sort }, 1, 2)).toEqual(page(1, 2))
    expect(index.query({ filter: everything, sort, from: 0, count: 1, rowsOnly: true }).facets).toBeUndefined()
  })
})

test('a row has the words around the excerpt, names instead of ids, and whose it is', async () => {
  const session = await beginSession()
  const sentence = 'Harbour opens early\n\n'.length
  await session.edit(
    editOf('e1', 'bo', {
      do: 'create',
      document: 'd0',
      annotation: 'a',
      kind: 'quote',
      revision: texts[0]?.id ?? '',
      segments: [
        { part: 'content', start: sentence + 4, end: sentence + 8 },
        { part: 'content', start: sentence + 19, end: sentence + 21 },
      ],
      tags: ['t2'],
      quote: { type: 'indirect', speakers: [{ name: 'it', speaker: 's1', roleAsWritten: 'harbour master' }] },
    }),
  )
  const index = createExcerptIndex(session, 'ann')
  expect(index.query({ filter: everything, sort: inPageOrder, from: 0, count: 9 }).rows).toMatchObject([
    {
      id: 'a',
      headline: 'Harbour opens early',
      paragraph: 2,
      kind: 'quote',
      quoteType: 'indirect',
      before: 'The ',
      pieces: ['port', 'it'],
      after: ' would return.',
      speakers: ['Speaker s1'],
      speakerNote: 'harbour master',
      tags: [{ id: 't2', path: ['t1', 't2'] }],
      author: 'Annotator bo',
      mine: false,
    },
  ])
  expect(index.find('a')).toEqual({ document: 'd0', author: 'bo' })
  expect(index.find('b')).toBeUndefined()
})

test('an edit whose write failed is shown all the same', async () => {
  const store = createMemoryStore()
  await store.addRevision('d0', texts[0] as (typeof texts)[0])
  const session = await openSession(store)
  if (!session.ok) throw new Error(session.error.code)
  const index = createExcerptIndex(session.value, 'ann')
  const total = () => index.query({ filter: everything, sort: inPageOrder, from: 0, count: 9 }).total
  expect(total()).toBe(0)
  store.failWith = 'disk-full'
  await session.value.edit(
    editOf('e1', 'ann', {
      do: 'create',
      document: 'd0',
      annotation: 'a',
      kind: 'note',
      revision: texts[0]?.id ?? '',
      segments: [{ part: 'content', start: 0, end: 3 }],
    }),
  )
  expect(total()).toBe(1)
})

test('preparing reads a few documents at a time, and then puts the table together step by step', async () => {
  const index = createExcerptIndex(await beginSession(), 'ann')
  const asked: boolean[] = []
  do asked.push(index.prepare(2))
  while (asked.at(-1) === true)
  const reading = Math.ceil(documents.length / 2)
  expect(asked.length).toBeGreaterThan(reading + 3)
  expect(index.prepare(2)).toBe(false)
})

test('the status is what reviews come to, and follows them', async () => {
  const session = await beginSession()
  const index = createExcerptIndex(session, 'ann')
  const [document, text] = [documents[0] ?? '', texts[0]?.id ?? '']
  const statuses = () => {
    const { rows, facets } = index.query({ filter: everything, sort: inPageOrder, from: 0, count: 10 })
    return { rows: rows.map(({ status }) => status), facet: facets?.status }
  }
  const segments = [{ part: 'content' as const, start: 0, end: 7 }]
  const made = { do: 'create', document, annotation: 'a1', kind: 'note', revision: text, segments } as const
  await session.edit(editOf('e1', 'ann', made))
  expect(statuses()).toEqual({ rows: ['draft'], facet: [{ value: 'draft', count: 1 }] })

  await session.edit(editOf('e2', 'bo', { do: 'review', document, id: 'r1', about: ['a1'], decision: 'dispute' }))
  expect(statuses()).toEqual({ rows: ['disputed'], facet: [{ value: 'disputed', count: 1 }] })
  const disputed = { text: '', facets: { status: ['disputed'] } }
  expect(index.ids({ filter: disputed, sort: inPageOrder })).toEqual(['a1'])

  await session.edit(editOf('e3', 'bo', { do: 'withdraw', document, id: 'r1' }))
  expect(statuses()).toEqual({ rows: ['draft'], facet: [{ value: 'draft', count: 1 }] })
  expect(index.ids({ filter: disputed, sort: inPageOrder })).toEqual([])
})
