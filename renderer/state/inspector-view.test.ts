import { expect, test } from 'vitest'
import type { WorkspaceState } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { rowsOf } from '../features/read/testing/listed'
import { type AppState, initialState } from './app-state'
import { inspected, listedAnnotations } from './inspector-view'
import { startQueue } from './pending-edits'

const text = revisionOf('One two three four five six seven eight nine ten')

const create = (annotation: string, start: number): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start, end: start + 3 }],
})
const speaker = { do: 'add-entry', register: 'speakers', type: 'speaker', id: 's1' } as const
const begun = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', create('a', 0), create('b', 4), create('c', 8)),
  editOf('e2', 'ann', { ...speaker, fields: { name: 'Ms Orr' } }),
  editOf('e3', 'ann', {
    do: 'set-quote',
    document: 'd',
    annotation: 'a',
    quote: { speakers: [{ name: 'she', speaker: 's1' }] },
  }),
)

function listed(workspace: WorkspaceState) {
  const state: AppState = {
    ...initialState,
    queue: startQueue(workspace),
    document: { id: 'd', revision: text.id, revisions: [text] },
  }
  return rowsOf(listedAnnotations(state))
}

test('an edit of one annotation leaves the rows of the others the same objects', () => {
  const before = listed(begun)
  const act: Act = { do: 'set-kind', document: 'd', annotation: 'b', kind: 'claim' }
  const after = listed(afterEdits(begun, editOf('e4', 'ann', act)))
  expect(after.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['a quote', 'b claim', 'c quote'])
  expect(after.map((row, n) => row === before[n])).toEqual([true, false, true])
})

test('rows tell what a register calls things now', () => {
  listed(begun)
  const renamed: Act = { do: 'change-entry', register: 'speakers', id: 's1', fields: { name: 'Ms Vessen' } }
  expect(listed(afterEdits(begun, editOf('e4', 'ann', renamed)))[0]?.who).toBe('Ms Vessen')
})

test('rows tell where they stand now, and the words they have now', () => {
  listed(begun)
  const moved: Act = {
    do: 'place',
    document: 'd',
    annotation: 'c',
    revision: text.id,
    segments: [{ part: 'content', start: 14, end: 18 }],
  }
  const remove: Act = { do: 'remove', document: 'd', annotation: 'b' }
  const rows = listed(afterEdits(begun, editOf('e4', 'ann', moved, remove)))
  expect(rows.map(({ who, n, of, words }) => [who, n, of, words])).toEqual([
    ['Ms Orr', 1, 2, 'One'],
    [undefined, 2, 2, 'four'],
  ])
})

test('the active annotation is told with its paragraph and sentence as exports number them', () => {
  const speech = revisionOf(
    'First, Maj. Gen. Orr of the U.S. Army spoke. Then Inc. Ltd. was asked. It ended.',
    'Next one.',
  )
  const start = speech.text.indexOf('It ended')
  const segments = [{ part: 'content', start, end: start + 3 }] as const
  const act: Act = { do: 'create', document: 'd', annotation: 'a', kind: 'note', revision: speech.id, segments }
  const workspace = afterEdits(workspaceWith(speech), editOf('e1', 'ann', act))
  const state: AppState = {
    ...initialState,
    queue: startQueue(workspace),
    document: { id: 'd', revision: speech.id, revisions: [speech] },
    active: 'a',
  }
  expect(inspected(state)).toMatchObject({ paragraph: 1, sentence: 3 })
})
