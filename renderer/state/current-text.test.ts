import { expect, test } from 'vitest'
import { documentScope } from '#annotations/changes/journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Revision } from '#annotations/model/revision'
import { editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { writeRevision } from '#annotations/workspace/revision-file'
import { type AppState, initialState } from './app-state'
import { followCurrent, withTexts } from './current-text'
import { startQueue, takeJournals } from './pending-edits'
import { createStore } from './store'

const scope = documentScope('d')
const first = revisionOf('The port is open.')
const second: Revision = { ...revisionOf('The port is closed.'), parent: first.id }
const texts = [first, second].map(text => writeRevision(text, { workspace: 'w', document: 'd' }))

/** A window that shows the first text; Ann has stated that it is current. */
function desk() {
  const empty = { ...workspaceWith(first), scopes: new Map([[scope, { journals: new Map() }]]) }
  const store = createStore<AppState>(
    { ...initialState, queue: startQueue(empty), document: { id: 'd', revision: first.id, revisions: [first] } },
    followCurrent,
  )
  let state = { ...workspaceWith(first, second), scopes: empty.scopes as typeof initialState.queue.current.scopes }
  let made = 0
  return {
    store,
    shown: () => store.get().document?.revision,
    hear: () => store.set(now => withTexts(now, { document: 'd', revisions: texts })),
    /** Somebody makes a text current, and the window is told. */
    state(revision: Revision) {
      const applied = applyEdit(
        state,
        editOf(`e${++made}`, 'ann', { do: 'set-current', document: 'd', revision: revision.id }),
      )
      if (!applied.ok) throw new Error(applied.error.code)
      state = applied.value.state
      const journal = state.scopes.get(scope)?.journals.get('ann')
      if (journal === undefined) throw new Error('nothing was said')
      store.set(now => ({ ...now, queue: takeJournals(now.queue, [{ scope, journal }]) }))
    },
  }
}

test('a text that becomes current is shown, and the former one when it is current again', () => {
  const { hear, shown, state } = desk()
  state(first)
  hear()
  expect(shown()).toBe(first.id)
  state(second)
  expect(shown()).toBe(second.id)
  state(first)
  expect(shown()).toBe(first.id)
})

test('an earlier text that a person looks at stays', () => {
  const { store, hear, shown, state } = desk()
  hear()
  state(second)
  store.set(now => (now.document === undefined ? now : { ...now, document: { ...now.document, revision: first.id } }))
  state(first)
  state(second)
  expect(shown()).toBe(second.id)
  store.set(now => (now.document === undefined ? now : { ...now, document: { ...now.document, revision: first.id } }))
  store.set(now => ({ ...now, dark: true }))
  expect(shown()).toBe(first.id)
})

test('of a document that was let go nothing is taken', () => {
  const { store } = desk()
  const before = store.get()
  store.set(now => withTexts(now, { document: 'other', revisions: texts }))
  expect(store.get()).toBe(before)
})
