import { beforeEach, describe, expect, test } from 'vitest'
import { entryKey } from '#annotations/changes/entry'
import { documentScope } from '#annotations/changes/journal'
import { readRegister, textOf } from '#annotations/changes/resolve'
import type { Act } from '#annotations/edit/edit'
import { readAnnotation } from '#annotations/model/read-annotation'
import { at, editOf, revisionOf, scopeIn } from '#annotations/testing/build'
import { createMemoryStore } from '#app/testing/memory-store'
import { bulkEdit } from './bulk-edit'
import { createExcerptIndex, type ExcerptIndex } from './excerpt-index'
import { openSession } from './open-session'
import type { WorkspaceSession } from './workspace-session'
import { nextToUndo, scopesOfEdit, withAllScopes } from './workspace-undo'

const texts = { d1: revisionOf('The port is open.'), d2: revisionOf('The port is closed.') }
let session: WorkspaceSession
let index: ExcerptIndex

const created = (document: 'd1' | 'd2', annotation: string, tags: readonly string[] = []): Act => ({
  do: 'create',
  document,
  annotation,
  kind: 'note',
  revision: texts[document].id,
  segments: [{ part: 'content', start: 4, end: 8 }],
  tags,
})

beforeEach(async () => {
  const store = createMemoryStore()
  await store.addRevision('d1', texts.d1)
  await store.addRevision('d2', texts.d2)
  const opened = await openSession(store)
  if (!opened.ok) throw new Error(opened.error.code)
  session = opened.value
  index = createExcerptIndex(session, 'ann')
  const tag = { do: 'add-entry', register: 'codebook', type: 'tag' } as const
  await session.edit(
    editOf('e1', 'ann', { ...tag, id: 't1', fields: { name: 'old' } }, { ...tag, id: 't2', fields: { name: 'kept' } }),
  )
  await session.edit(editOf('e2', 'ann', created('d1', 'a', ['t1']), created('d2', 'b', ['t1', 't2'])))
  await session.edit(editOf('e3', 'bo', created('d2', 'c', ['t1'])))
})

function shown(document: 'd1' | 'd2', annotation: string, by = 'ann') {
  const entry = scopeIn(session.state(), documentScope(document)).journals.get(by)?.entries
  const found = entry?.get(entryKey('annotation', annotation))
  const read = found === undefined ? undefined : readAnnotation(found)
  return read === undefined ? undefined : { tags: [...read.tags].sort(), status: read.status }
}

const make = (bulk: Partial<Parameters<typeof bulkEdit>[3]>) =>
  bulkEdit(session, id => index.find(id), 'ann', { edit: { id: 'e9', at }, annotations: ['a', 'b', 'c', 'x'], ...bulk })

describe('one edit for many', () => {
  test('changes the own ones of all documents, leaves those of others, and makes the tags that are missing', async () => {
    const made = make({
      create: [
        { id: 't3', name: 'new' },
        { id: 't4', name: 'below', parent: 't3' },
      ],
      add: ['t4'],
      drop: ['t1'],
      status: 'submitted',
    })
    expect(made).toMatchObject({ changed: 2, left: 2 })
    if (made === undefined) throw new Error('no edit')
    expect(await session.edit(made.edit)).toMatchObject({ ok: true })
    expect(shown('d1', 'a')).toEqual({ tags: ['t4'], status: 'submitted' })
    expect(shown('d2', 'b')).toEqual({ tags: ['t2', 't4'], status: 'submitted' })
    expect(shown('d2', 'c', 'bo')).toEqual({ tags: ['t1'], status: 'draft' })
    const codebook = readRegister(scopeIn(session.state(), 'codebook'))
    expect(textOf(codebook.entries.get('t4'), 'name')).toBe('below')
  })

  test('drops with a tag those that were merged into it', async () => {
    await session.edit(editOf('e4', 'ann', { do: 'merge-entry', register: 'codebook', id: 't1', into: 't2' }))
    await session.edit(make({ drop: ['t2'] })?.edit ?? editOf('e', 'ann'))
    expect([shown('d1', 'a')?.tags, shown('d2', 'b')?.tags]).toEqual([[], []])
  })

  test('is none where nothing is the annotator’s own', () => {
    expect(make({ annotations: ['c', 'x'], status: 'submitted' })).toBeUndefined()
  })
})

describe('taking it back', () => {
  beforeEach(async () => {
    const made = make({ add: ['t2'], drop: ['t1'] })
    if (made !== undefined) await session.edit(made.edit)
  })

  test('the last edit of the workspace is found, whatever it was about, and redo finds its undo', async () => {
    expect(nextToUndo(session, 'ann', 'undo')).toBe('e9')
    expect(nextToUndo(session, 'bo', 'undo')).toBe('e3')
    const scopes = scopesOfEdit(session, 'ann', 'e9')
    expect([...scopes].sort()).toEqual([documentScope('d1'), documentScope('d2')])
    await session.edit(editOf('e91', 'ann', { do: 'undo', edit: 'e9', scopes }))
    expect([shown('d1', 'a')?.tags, shown('d2', 'b')?.tags]).toEqual([['t1'], ['t1', 't2']])
    expect(nextToUndo(session, 'ann', 'redo')).toBe('e91')
  })

  test('an undo by a window that has one document open takes it back in all of them', async () => {
    const half = editOf('e91', 'ann', { do: 'undo', edit: 'e9', scopes: [documentScope('d1')] })
    expect(await session.edit(withAllScopes(session, half))).toMatchObject({ ok: true })
    expect([shown('d1', 'a')?.tags, shown('d2', 'b')?.tags]).toEqual([['t1'], ['t1', 't2']])
  })

  test('any other edit stays as it is', () => {
    const edit = editOf('e91', 'ann', created('d1', 'z'))
    expect(withAllScopes(session, edit)).toBe(edit)
  })
})
