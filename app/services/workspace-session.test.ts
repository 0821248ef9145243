import { beforeEach, describe, expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, annotationIn, editOf, revisionOf, scopeIn, workspaceWith } from '#annotations/testing/build'
import { createMemoryStore, type MemoryStore } from '#app/testing/memory-store'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'

const text = revisionOf('The coalition said that it would return.', 'It gave no date.')
const scope = documentScope('d')

let store: MemoryStore
let session: WorkspaceSession

beforeEach(async () => {
  store = createMemoryStore()
  await store.addRevision('d', text)
  session = await opened(store)
})

async function opened(of: MemoryStore): Promise<WorkspaceSession> {
  const session = await openSession(of)
  if (!session.ok) throw new Error(session.error.code)
  return session.value
}

function create(annotation: string): Act {
  const segments = [{ part: 'content' as const, start: 0, end: 13 }]
  return { do: 'create', document: 'd', annotation, kind: 'note', revision: text.id, segments }
}

const note = (words: string): Act => ({ do: 'set-note', document: 'd', annotation: 'a', note: words })

describe('an edit', () => {
  test('is on disk when it is answered, and there for the next session', async () => {
    expect(await session.edit(editOf('e1', 'ann', create('a')))).toEqual({
      ok: true,
      value: { touched: [scope], behind: [] },
    })
    const next = await opened(store)
    expect(annotationIn(next.state(), 'ann', 'a')?.kind).toBe('note')
  })

  test('that is refused writes nothing', async () => {
    expect(await session.edit(editOf('e1', 'ann', note('x')))).toMatchObject({
      ok: false,
      error: { code: 'unknown-annotation' },
    })
    expect(store.commits).toEqual([])
  })

  test('that comes twice is done once', async () => {
    const edit = editOf('e1', 'ann', create('a'))
    await session.edit(edit)
    expect(await session.edit(edit)).toMatchObject({ ok: true })
    expect(store.journal(scope, 'ann')?.rev).toBe(1)
  })

  test('that comes again after a later one does not bring its value back', async () => {
    const first = editOf('e2', 'ann', note('x'))
    await session.edit(editOf('e1', 'ann', create('a')))
    await session.edit(first)
    await session.edit(editOf('e3', 'ann', note('y')))
    const before = store.journal(scope, 'ann')
    expect(await session.edit(first)).toMatchObject({ ok: true })
    expect(annotationIn(session.state(), 'ann', 'a')?.note).toBe('y')
    expect(session.state().scopes.get(scope)?.journals.get('ann')).toEqual(before)
  })

  test('of a read-only workspace is refused with the reason', async () => {
    const readOnly = createMemoryStore('newer-version')
    await readOnly.addRevision('d', text)
    const outcome = await (await opened(readOnly)).edit(editOf('e1', 'ann', create('a')))
    expect(outcome).toEqual({ ok: false, error: { code: 'read-only', facts: { reason: 'newer-version' } } })
  })
})

describe('a write that fails', () => {
  test('leaves the edit pending, and retry brings it to the disk', async () => {
    store.failWith = 'disk-full'
    expect(await session.edit(editOf('e1', 'ann', create('a')))).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    })
    expect(store.journal(scope, 'ann')).toBeUndefined()
    store.failWith = undefined
    expect(await session.retry()).toEqual({ ok: true, value: undefined })
    expect(store.journal(scope, 'ann')?.entries.size).toBe(1)
  })

  test('is made good by the same edit sent again, and by any later one', async () => {
    store.failWith = 'io'
    await session.edit(editOf('e1', 'ann', create('a')))
    store.failWith = undefined
    expect(await session.edit(editOf('e1', 'ann', create('a')))).toMatchObject({ ok: true })
    expect(store.journal(scope, 'ann')?.rev).toBe(1)
    store.failWith = 'io'
    await session.edit(editOf('e2', 'ann', note('x')))
    store.failWith = undefined
    await session.edit(editOf('e3', 'ann', create('b')))
    expect(store.journal(scope, 'ann')?.rev).toBe(3)
  })
})

test('an undo whose write failed is sent again and not refused as done', async () => {
  await session.edit(editOf('e1', 'ann', create('a')))
  await session.edit(editOf('e2', 'ann', note('x')))
  const undo = editOf('e3', 'ann', { do: 'undo', edit: 'e2', scopes: [scope] })
  store.failWith = 'io'
  await session.edit(undo)
  store.failWith = undefined
  expect(await session.edit(undo)).toMatchObject({ ok: true })
  expect(annotationIn((await opened(store)).state(), 'ann', 'a')?.note).toBe('')
})

describe('what others wrote', () => {
  test('is named where the caller had not seen it', async () => {
    await session.edit(editOf('e1', 'ann', create('a')))
    const outcome = await session.edit(editOf('e2', 'ann', note('x')), { [scope]: 0 })
    expect(outcome).toMatchObject({ ok: true, value: { behind: [scope] } })
    expect(await session.edit(editOf('e3', 'ann', note('y')), { [scope]: 2 })).toMatchObject({ value: { behind: [] } })
  })

  test('in the same file is united with what is written, and told', async () => {
    await session.edit(editOf('e1', 'ann', create('a')))
    const elsewhere = afterEdits(workspaceWith(text), editOf('e0', 'ann', create('other')))
    const journal = scopeIn(elsewhere, scope).journals.get('ann')
    if (journal !== undefined) store.writeFromOutside(scope, journal)
    const outcome = await session.edit(editOf('e2', 'ann', note('x')))
    expect(outcome).toMatchObject({ ok: true, value: { behind: [scope] } })
    expect(annotationIn(session.state(), 'ann', 'other')?.kind).toBe('note')
    expect(annotationIn(session.state(), 'ann', 'a')?.note).toBe('x')
  })
})

test('rows count annotations and tell the progress of the annotator', async () => {
  await session.edit(editOf('e1', 'ann', create('a')))
  expect(session.rows('ann')).toMatchObject([
    { id: 'd', counts: { quote: 0, claim: 0, note: 1 }, progress: 'in-work', share: 0.5, deleted: false },
  ])
  expect(session.rows('bo')).toMatchObject([{ progress: 'not-started', share: 0 }])
})

test('rows tell whose annotations are a colleague’s, and not those of an id that counts as the annotator', async () => {
  const others = { quote: 0, claim: 0, note: 1 }
  await session.edit(editOf('e1', 'ann', create('a')))
  expect(session.rows('ann')[0]?.others).toBeUndefined()
  expect(session.rows('bo')).toMatchObject([{ counts: others, others }])
  const person = { register: 'annotators', type: 'annotator', fields: { what: 'person', name: 'Ann' } } as const
  await session.edit(editOf('e2', 'ann', { do: 'add-entry', ...person, id: 'ann' }))
  await session.edit(editOf('e3', 'bo', { do: 'add-entry', ...person, id: 'bo' }))
  await session.edit(editOf('e4', 'bo', { do: 'merge-entry', register: 'annotators', id: 'bo', into: 'ann' }))
  expect(session.rows('bo')[0]?.others).toBeUndefined()
})

test('whoever listens is told of the scopes that changed', async () => {
  const told: (readonly string[])[] = []
  const stop = session.listen(scopes => told.push(scopes))
  await session.edit(editOf('e1', 'ann', create('a')))
  stop()
  await session.edit(editOf('e2', 'ann', note('x')))
  expect(told).toEqual([[scope]])
})

test('a text that comes back after a newer one stays the earlier one that it is', async () => {
  const newer = { ...revisionOf('The coalition said that it had returned.'), parent: text.id }
  expect(await session.addDocument('d', newer)).toEqual({ ok: true, value: undefined })
  expect(await session.addDocument('d', { ...text, parent: newer.id })).toEqual({ ok: true, value: undefined })
  expect(session.release('d')?.current.id).toBe(newer.id)
  expect(session.release('d')?.revisions.get(text.id)?.parent).toBeNull()
})
