import { expect, test } from 'vitest'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import { namesakesOf } from './namesakes'
import { startQueue } from './pending-edits'

const known = (id: string, name: string, what = 'person') =>
  editOf(`e-${id}`, id, { do: 'add-entry', register: 'annotators', type: 'annotator', id, fields: { what, name } })

function found(change: Partial<AppState>, ...edits: readonly ReturnType<typeof editOf>[]): readonly string[] {
  const state: AppState = {
    ...initialState,
    info: { annotator: { id: 'me', name: 'Ann Doe' } } as unknown as AppState['info'],
    workspace: { id: 'w', name: 'Study', path: '/study' },
    queue: startQueue(afterEdits(workspaceWith(revisionOf('Text')), ...edits)),
    ...change,
  }
  return namesakesOf(state).map(({ id }) => id)
}

test('persons of the same name are found while the person at the desk has written nothing', () => {
  const others = [known('a', 'ann doe '), known('b', 'Bo'), known('i', 'Ann Doe', 'import')]
  expect(found({}, ...others)).toEqual(['a'])
  expect(found({}, ...others, known('me', 'Ann Doe'))).toEqual([])
  expect(found({})).toEqual([])
})

test('nobody is asked about where nothing can be written, or again after the answer', () => {
  const other = known('a', 'Ann Doe')
  expect(found({ apart: 'w' }, other)).toEqual([])
  expect(found({ apart: 'another' }, other)).toEqual(['a'])
  expect(found({ workspace: { id: 'w', name: 'Study', path: '/study', readOnly: 'locked' } }, other)).toEqual([])
  expect(found({ workspace: undefined }, other)).toEqual([])
})
