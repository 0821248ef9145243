import { expect, test } from 'vitest'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import { namesakesOf, otherSelvesOf, saidSame } from './namesakes'
import { startQueue } from './pending-edits'

const known = (id: string, name: string, what = 'person') =>
  editOf(`e-${id}`, id, { do: 'add-entry', register: 'annotators', type: 'annotator', id, fields: { what, name } })

type Edits = readonly ReturnType<typeof editOf>[]

function stateWith(change: Partial<AppState>, ...edits: Edits): AppState {
  return {
    ...initialState,
    info: { annotator: { id: 'me', name: 'Ann Doe' } } as unknown as AppState['info'],
    workspace: { id: 'w', name: 'Study', path: '/study' },
    queue: startQueue(afterEdits(workspaceWith(revisionOf('Text')), ...edits)),
    ...change,
  }
}

const found = (change: Partial<AppState>, ...edits: Edits) =>
  namesakesOf(stateWith(change, ...edits)).map(({ id }) => id)

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

test('who both have written something can be counted as one, which only the one who said so takes back', () => {
  const both = [known('a', 'Ann Doe'), known('b', 'Bo'), known('me', 'Ann Doe')]
  const selves = (...edits: Edits) => {
    const state = stateWith({}, ...both, ...edits)
    const shown = otherSelvesOf(state).map(
      ({ id, isMe, saidHere }) => `${id}${isMe ? ' me' : ''}${saidHere ? ' here' : ''}`,
    )
    return [...shown, saidSame(state)]
  }
  const said = (by: string, into: string) =>
    editOf(`s-${by}`, by, { do: 'merge-entry', register: 'annotators', id: by, into })
  expect(selves()).toEqual(['a', undefined])
  expect(selves(said('me', 'a'))).toEqual(['a me here', 's-me'])
  expect(selves(said('a', 'me'))).toEqual(['a me', undefined])
  const back = editOf('u', 'me', { do: 'undo', edit: 's-me', scopes: ['annotators'] })
  expect(selves(said('me', 'a'), back).slice(0, 1)).toEqual(['a'])
  expect(found({}, ...both)).toEqual([])
})
