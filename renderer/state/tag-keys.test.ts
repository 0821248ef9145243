import { expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import type { FieldActions } from './actions/field-actions'
import { type AppState, initialState } from './app-state'
import { startQueue } from './pending-edits'
import { createStore } from './store'
import { repeatLastTags, toggleTagOfKey } from './tag-keys'

const revision = revisionOf('One two three four')
const document = 'd'

function mark(annotation: string, start: number, tags: readonly string[]): Act {
  const segments = [{ part: 'content' as const, start, end: start + 3 }]
  return { do: 'create', document, annotation, kind: 'note', revision: revision.id, segments, tags }
}

function tag(id: string, fields: { readonly [name: string]: string }): Act {
  return { do: 'add-entry', register: 'codebook', type: 'tag', id, fields }
}

/** A document with three annotations, of which one is active, and what is wished of its fields. */
function desk(active: string | null) {
  const state = afterEdits(
    workspaceWith(revision),
    editOf('e1', 'me', tag('t1', { name: 'border', shortcut: '1' }), tag('t2', { name: 'threat' })),
    { ...editOf('e2', 'me', mark('a', 0, ['t1'])), at: '2026-05-01T09:31:00.000Z' },
    { ...editOf('e3', 'me', mark('b', 4, ['t1', 't2'])), at: '2026-05-01T09:32:00.000Z' },
    { ...editOf('e4', 'me', mark('c', 8, ['t1'])), at: '2026-05-01T09:33:00.000Z' },
  )
  expect(state.scopes.has(documentScope(document))).toBe(true)
  const open = { id: document, revision: revision.id, revisions: [revision] }
  const store = createStore<AppState>({ ...initialState, queue: startQueue(state), document: open, active })
  const wishes: unknown[] = []
  const wish =
    (name: string) =>
    (...given: unknown[]) =>
      wishes.push([name, ...given])
  const fields = { addTags: wish('addTags'), addTag: wish('addTag'), dropTag: wish('dropTag') }
  return { ports: { store, fields: fields as unknown as FieldActions }, store, wishes }
}

test('the last tags are those of the annotation that was changed last, less what is there already', () => {
  const { ports, store, wishes } = desk('c')
  repeatLastTags(ports)
  expect(wishes).toEqual([['addTags', 'c', ['t2']]])
  expect(store.get().announcement?.text).toBe('Tagged: threat')
})

test('where there is nothing to repeat it is said', () => {
  const { ports, store, wishes } = desk('b')
  repeatLastTags(ports)
  expect(wishes).toEqual([])
  expect(store.get().announcement?.text).toBe('There are no tags to repeat.')
})

test('a tag with a key of its own is given by it, and taken away by it', () => {
  const { ports, wishes } = desk('c')
  expect(toggleTagOfKey(ports, '1')).toBe(true)
  expect(wishes).toEqual([['dropTag', 'c', 't1']])
  expect(toggleTagOfKey(ports, '2')).toBe(false)
})

test('without an active annotation the key of a tag asks for one', () => {
  const { ports, store } = desk(null)
  expect(toggleTagOfKey(ports, '1')).toBe(true)
  expect(store.get().notice?.problem?.code).toBe('nothing-active')
})
