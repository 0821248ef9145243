import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentScope, type ScopeKey } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { problem } from '#annotations/model/result'
import { editOf, revisionOf } from '#annotations/testing/build'
import { createMemoryStore, type MemoryStore } from '#app/testing/memory-store'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const names = ['c', 'a', 'd', 'b']
const text = (document: string) => revisionOf(`The coalition said in ${document} that it would return.`)

function mark(document: string, annotation: string): Act {
  const segments = [{ part: 'content' as const, start: 0, end: 13 }]
  return { do: 'create', document, annotation, kind: 'note', revision: text(document).id, segments }
}

/** A workspace of four documents with a note in each, of which Bo removed the first. */
async function workspace(): Promise<MemoryStore> {
  const store = createMemoryStore()
  for (const name of names) await store.addRevision(name, text(name))
  const session = await opened(store)
  for (const name of names) await session.edit(editOf(`e-${name}`, 'bo', mark(name, `bo-${name}`)))
  await session.edit(editOf('e-removed', 'bo', { do: 'remove-document', document: 'c' }))
  return store
}

async function opened(store: MemoryStore, atOnce?: number): Promise<WorkspaceSession> {
  const session = await openSession(store, atOnce === undefined ? {} : { atOnce })
  if (!session.ok) throw new Error(session.error.code)
  return session.value
}

/** Counts what is read of each scope from here on. */
function countingReads(store: MemoryStore): Map<ScopeKey, number> {
  const counts = new Map<ScopeKey, number>()
  const { loadScope } = store
  store.loadScope = scope => {
    counts.set(scope, (counts.get(scope) ?? 0) + 1)
    return loadScope(scope)
  }
  return counts
}

test('a large workspace is opened with its registers and the documents up to the first that is not removed', async () => {
  const store = await workspace()
  const reads = countingReads(store)
  const session = await opened(store, 3)
  expect(session.documents()).toEqual(['c', 'a'])
  expect(session.unread()).toEqual(['d', 'b'])
  expect([...reads.keys()].filter(scope => scope.startsWith('document:'))).toEqual(['document:c', 'document:a'])
  expect((await opened(store, 4)).unread()).toEqual([])
})

test('however a document is asked for, it is read once, and they keep their order', async () => {
  const store = await workspace()
  const session = await opened(store, 3)
  const reads = countingReads(store)
  await Promise.all([
    session.ready(['b']),
    session.ready(['b', 'a']),
    session.edit(editOf('e1', 'ann', mark('b', 'x'))),
  ])
  expect(session.unread()).toEqual(['d'])
  await session.ready(session.unread())
  expect(session.documents()).toEqual(names)
  expect([...reads.values()]).toEqual([1, 1])
})

test('an edit of a document that is not read yet reads it first, and later edits come after it', async () => {
  const session = await opened(await workspace(), 3)
  const done: string[] = []
  const edit = async (id: string, act: Act) => {
    const outcome = await session.edit(editOf(id, 'ann', act))
    expect(outcome.ok).toBe(true)
    done.push(id)
  }
  await Promise.all([edit('e1', mark('b', 'x')), edit('e2', mark('a', 'y')), edit('e3', mark('b', 'z'))])
  expect(done).toEqual(['e1', 'e2', 'e3'])
  expect([...(session.state().scopes.get(documentScope('b'))?.journals.keys() ?? [])].sort()).toEqual(['ann', 'bo'])
})

test('where it cannot be read the edit is refused, and done once it can be', async () => {
  const store = await workspace()
  const session = await opened(store, 3)
  const { loadScope } = store
  store.loadScope = async () => problem('io')
  const edit = editOf('e1', 'ann', mark('b', 'x'))
  expect(await session.edit(edit)).toEqual({ ok: false, error: { code: 'io' } })
  expect(session.unread()).toEqual(['d', 'b'])
  expect((await session.edit(editOf('e2', 'ann', mark('a', 'y')))).ok).toBe(true)
  store.loadScope = loadScope
  expect((await session.edit(edit)).ok).toBe(true)
})

test('closing waits for what is being read', async () => {
  const store = await workspace()
  const session = await opened(store, 3)
  const order: string[] = []
  store.close = async () => void order.push('closed')
  const reading = session.ready(['b']).then(() => order.push('read'))
  await session.close()
  await reading
  expect(order).toEqual(['read', 'closed'])
})

test('a document that came from outside can be marked', async () => {
  const store = await workspace()
  const session = await opened(store)
  await store.addRevision('new', text('new'))
  const other = await opened(store)
  await other.edit(editOf('e1', 'bo', mark('new', 'bo-new')))
  const journal = store.journal(documentScope('new'), 'bo')
  if (journal !== undefined) store.writeFromOutside(documentScope('new'), journal)
  await session.refresh()
  expect((await session.edit(editOf('e2', 'ann', mark('new', 'x')))).ok).toBe(true)
})

test('read little by little or at once, with edits in between: the workspace is the same', async () => {
  const steps = fc.array(
    fc.record({ reads: fc.subarray(names), edits: fc.constantFrom(...names), waits: fc.boolean() }),
    { maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async wanted => {
      const outcomes = await Promise.all(
        [0, undefined].map(async atOnce => {
          const store = await workspace()
          const session = await opened(store, atOnce)
          const edits: Promise<unknown>[] = []
          for (const [n, { reads, edits: document, waits }] of wanted.entries()) {
            const reading = session.ready(reads)
            edits.push(session.edit(editOf(`f${n}`, 'ann', mark(document, `x${n}`))))
            if (waits) await reading
          }
          const answers = await Promise.all(edits)
          await session.ready(session.unread())
          const { state, ...rest } = {
            state: session.state(),
            documents: session.documents(),
            rows: session.rows('ann'),
          }
          const journals = names.flatMap(name => [...(state.scopes.get(documentScope(name))?.journals.values() ?? [])])
          return { ...rest, answers, journals, texts: [...state.revisions.keys()].sort() }
        }),
      )
      expect(outcomes[0]).toEqual(outcomes[1])
    }),
    { numRuns: 60 },
  )
})
