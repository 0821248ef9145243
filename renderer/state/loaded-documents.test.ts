import { expect, test } from 'vitest'
import { documentScope, type Scope, type WorkspaceState } from '#annotations/changes/journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import { editOf, revisionOf } from '#annotations/testing/build'
import { mostUnchanged, withLoaded } from './loaded-documents'

const empty: WorkspaceState = { workspace: 'w', scopes: new Map(), revisions: new Map() }
const textOf = (n: number) => revisionOf(`Release ${n}`)

function opened(state: WorkspaceState, n: number, waiting: readonly string[] = []): WorkspaceState {
  const scope: Scope = { journals: new Map() }
  return withLoaded(state, { key: documentScope(`d${n}`), scope, revisions: [textOf(n)] }, new Set(waiting))
}

/** After so many documents more than are kept. */
function afterMany(state: WorkspaceState, waiting: readonly string[] = []): WorkspaceState {
  return Array.from({ length: mostUnchanged + 3 }, (_, n) => n + 1).reduce((now, n) => opened(now, n, waiting), state)
}

test('documents that were only read are let go with their texts, the oldest first', () => {
  const state = afterMany(empty)
  expect([...state.scopes.keys()]).toEqual(Array.from({ length: mostUnchanged }, (_, n) => documentScope(`d${n + 4}`)))
  expect([...state.revisions.keys()]).toEqual(Array.from({ length: mostUnchanged }, (_, n) => textOf(n + 4).id))
})

test('a document that was opened again is a new one', () => {
  const state = afterMany(opened(opened(opened(empty, 0), 1), 0))
  expect(state.scopes.has(documentScope('d0'))).toBe(false)
  const again = opened(state, 4)
  expect([...again.scopes.keys()].at(-1)).toBe(documentScope('d4'))
  expect(again.scopes.size).toBe(mostUnchanged)
})

test('a document that was changed stays with its text', () => {
  const marked = applyEdit(
    opened(empty, 0),
    editOf('e', 'ann', {
      do: 'create',
      document: 'd0',
      annotation: 'a',
      kind: 'note',
      revision: textOf(0).id,
      segments: [{ part: 'content', start: 0, end: 4 }],
    }),
  )
  if (!marked.ok) throw new Error(marked.error.code)
  const state = afterMany(marked.value.state)
  expect(state.scopes.has(documentScope('d0'))).toBe(true)
  expect(state.revisions.has(textOf(0).id)).toBe(true)
})

test('a document stays while an edit of it waits for the disk', () => {
  const key = documentScope('d0')
  expect(afterMany(opened(empty, 0), [key]).scopes.has(key)).toBe(true)
  expect(afterMany(opened(empty, 0)).scopes.has(key)).toBe(false)
})
