import { expect, test } from 'vitest'
import { emptyScope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import type { Preferences } from '#app/contract/values'
import { rowsOf } from '../features/read/testing/listed'
import { type AppState, initialState } from './app-state'
import { commandFacts } from './command-facts'
import { listedAnnotations } from './inspector-view'
import { labelsOf } from './mark-labels'
import { isOwn, ownCounts, readMarks, theirMarks } from './own-marks'
import { startQueue } from './pending-edits'
import { openScope, registerOf } from './selectors'

const text = revisionOf('One two three four five six seven eight nine ten')

const create = (annotation: string, start: number): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start, end: start + 3 }],
})
const person = (id: string, name: string): Act => ({
  do: 'add-entry',
  register: 'annotators',
  type: 'annotator',
  id,
  fields: { name, what: 'person' },
})

const workspace = afterEdits(
  workspaceWith(text),
  editOf('e0', 'ann', person('ann', 'Ann Bole')),
  editOf('e1', 'bo', person('bo', 'Bo Vessen'), create('theirs', 4)),
  editOf('e2', 'ann', create('first', 0), create('last', 8)),
)

function stateWith(preferences: Preferences, active: string | null = null): AppState {
  return {
    ...initialState,
    info: {
      version: '1',
      platform: 'linux',
      theme: 'system',
      preferences,
      recent: [],
      files: [],
      annotator: { id: 'ann', name: 'Ann Bole' },
    },
    queue: startQueue(workspace),
    document: { id: 'd', revision: text.id, revisions: [text] },
    active,
  }
}

const shownIn = (state: AppState) => readMarks(state).map(({ annotation }) => annotation.id)

test('everybody’s are shown, and the list and the margin say which are a colleague’s', () => {
  const state = stateWith({})
  expect(shownIn(state)).toEqual(['first', 'theirs', 'last'])
  expect(rowsOf(listedAnnotations(state)).map(({ colleague }) => colleague)).toEqual([
    undefined,
    'Bo Vessen',
    undefined,
  ])
  expect([...(theirMarks(state) ?? [])]).toEqual(['theirs'])
  const register = (name: 'speakers' | 'codebook' | 'annotators') => registerOf(state.queue.current, name)
  const labelOf = labelsOf(openScope(state) ?? emptyScope, text.id, {
    speakers: register('speakers'),
    codebook: register('codebook'),
    annotators: register('annotators'),
    theirs: theirMarks(state),
  })
  expect([labelOf('first')?.by, labelOf('theirs')?.by]).toEqual([undefined, 'Bo Vessen'])
  expect(ownCounts(state)).toEqual({ own: { quote: 2, claim: 0, note: 0 }, others: 1 })
})

test('a colleague’s are neither in the text nor in the list where one wants only one’s own', () => {
  const state = stateWith({ onlyMine: true })
  expect(shownIn(state)).toEqual(['first', 'last'])
  expect(rowsOf(listedAnnotations(state)).map(({ id, n, of }) => `${id} ${n} of ${of}`)).toEqual([
    'first 1 of 2',
    'last 2 of 2',
  ])
  expect(commandFacts(state, { library: true, inspector: true }).onlyMine).toBe(true)
})

test('one that was gone to is shown as long as it is active', () => {
  expect(shownIn(stateWith({ onlyMine: true }, 'theirs'))).toEqual(['first', 'theirs', 'last'])
  expect(shownIn(stateWith({ onlyMine: true }, 'first'))).toEqual(['first', 'last'])
})

test('an id that counts as the person’s is their own', () => {
  const redirected = afterEdits(
    workspace,
    editOf('e3', 'ann', { do: 'merge-entry', register: 'annotators', id: 'ann', into: 'bo' }),
  )
  const state = { ...stateWith({}), queue: startQueue(redirected) }
  expect(isOwn(state, 'bo')).toBe(true)
  expect(theirMarks(state)).toBeUndefined()
})
