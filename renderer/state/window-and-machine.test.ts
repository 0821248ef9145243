import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openSession } from '#app/services/open-session'
import { begin, type Step, type Study, type Verb, verbs } from './testing/whole/steps'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const often: readonly Verb[] = [
  'mark',
  'mark',
  'open',
  'undo',
  'redo',
  'undo anywhere',
  'tag',
  'the machine takes one',
  'the window hears one',
  'all arrives',
]

const steps = fc.array(
  fc.record({
    verb: fc.constantFrom<Verb>(...(Object.keys(verbs) as Verb[]), ...often),
    a: fc.nat(40),
    b: fc.nat(40),
    c: fc.nat(40),
  }),
  { maxLength: 80, size: 'max' },
)

/** Maps as lists in the order of their keys. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].sort(([a], [b]) => (a < b ? -1 : 1)).map(pair => pair.map(plain))
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
}

async function expectEqual(study: Study): Promise<void> {
  const { model, session, store } = study
  store.failWith = undefined
  vi.runOnlyPendingTimers()
  await study.rest()
  if (model.store.get().save.is === 'failed') model.saving.retry()
  await study.rest()
  // What a colleague wrote on a full disk waits for the next who writes.
  await session.retry()
  await study.rest()
  const { queue, save, view, excerpts, documents: rows } = model.store.get()
  expect(study.complaints).toEqual([])
  expect([queue.pending, save.is === 'saved' || save.is === 'idle']).toEqual([[], true])
  expect(plain(queue.current.scopes)).toEqual(plain(queue.acknowledged.scopes))
  const machine = session.state().scopes
  for (const [key, scope] of queue.current.scopes)
    expect([key, plain(scope)]).toEqual([key, plain(machine.get(key) ?? { journals: new Map() })])
  for (const key of ['codebook', 'speakers'] as const)
    expect([key, plain(queue.current.scopes.get(key)?.journals)]).toEqual([
      key,
      plain(nonEmpty(machine.get(key)?.journals)),
    ])
  for (const [key, { journals }] of machine)
    for (const [annotator, journal] of journals)
      expect([key, annotator, plain(store.journal(key, annotator))]).toEqual([key, annotator, plain(journal)])
  expect(rows).toEqual(session.rows('ann'))
  const restarted = await openSession(store)
  expect(restarted.ok && plain(restarted.value.state().scopes)).toEqual(plain(machine))
  if (view === 'excerpts') {
    await study.rest()
    const { filter, sort } = excerpts
    void model.machine.call('excerpts.query', { filter, sort, from: 0, count: 200 }).then(answer => {
      const shown = model.store.get().excerpts.result
      if (answer.ok) expect([shown?.total, shown?.facets]).toEqual([answer.value.total, answer.value.facets])
    })
    await study.rest()
  }
}

function nonEmpty<T>(journals: ReadonlyMap<string, T> | undefined): ReadonlyMap<string, T> | undefined {
  return journals?.size === 0 ? undefined : journals
}

async function expectEqualAfter(list: readonly Step[]): Promise<void> {
  const study = await begin()
  for (const step of list) await verbs[step.verb](study, step)
  await expectEqual(study)
}

test('whatever is done in whatever order it arrives, window, machine and disk come to the same', async () => {
  await fc.assert(fc.asyncProperty(steps, expectEqualAfter), { numRuns: 200 })
})

/** What random steps found; each was a difference once. */
const found: { readonly [name: string]: readonly (Verb | Step)[] } = {
  'a mark while the workspace is opened again': ['open the workspace again', 'mark'],
  'progress of a document that the workspace, opened again, has not loaded': [
    { verb: 'remove a document', a: 1, b: 0, c: 0 },
    'all arrives',
    'open the workspace again',
    { verb: 'progress', a: 1, b: 0, c: 0 },
  ],
  'a mark whose save failed and is tried again': ['the disk is full', 'mark', 'all arrives'],
  'a mark that is saved after one that was not': ['the disk is full', 'mark', 'all arrives', 'mark'],
  'a refused edit after one that was not saved': [
    'mark',
    'all arrives',
    'undo anywhere',
    'the disk is full',
    'mark',
    'the machine takes one',
    { verb: 'note', a: 1, b: 0, c: 0 },
  ],
  'a note that goes on while what failed is sent again': [
    'mark',
    'all arrives',
    { verb: 'note', a: 1, b: 0, c: 0 },
    'retry',
    'the machine takes one',
    { verb: 'note', a: 2, b: 0, c: 0 },
  ],
  'undo in the table while a mark waits for the disk': [
    'the disk is full',
    'mark',
    'undo anywhere',
    'the machine takes one',
  ],
  'undo in the table that waits for the disk': [
    'mark',
    'all arrives',
    'the disk is full',
    'undo anywhere',
    'the machine takes one',
  ],
  'a mark before a tag, of which the tag came first': ['the disk is full', 'mark', 'new tag', 'the machine takes one'],
  'a new speaker, of whom the quote came first': [
    'mark',
    'mark',
    'speaker',
    'the disk is full',
    'the machine takes one',
  ],
  'a new tag while a removed one is not yet on disk': [
    'the disk is full',
    'new tag',
    'remove a tag',
    'mark',
    'tag',
    'the machine takes one',
    { verb: 'new tag', a: 0, b: 10, c: 0 },
    'the machine takes one',
  ],
  'undo in the table of what was done to a document that is being opened': [
    { verb: 'progress', a: 2, b: 0, c: 0 },
    'open the workspace again',
    'all arrives',
    { verb: 'open', a: 2, b: 0, c: 0 },
    'undo anywhere',
  ],
  'the first tag of a codebook, given in the table': ['mark', 'show excerpts', 'all arrives', 'tag rows'],
}

test.each(Object.entries(found))('%s', async (_name, list) => {
  await expectEqualAfter(list.map(step => (typeof step === 'string' ? { verb: step, a: 0, b: 0, c: 0 } : step)))
})
