import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import { toldOf } from './edit-words'
import { startQueue } from './pending-edits'

const text = revisionOf('The coalition said that it would return to the border before the end of the year.')
const on = { document: 'd', annotation: 'q' } as const
const quote: Act = {
  do: 'create',
  ...on,
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start: 0, end: text.text.length }],
}
const tag = (id: string, name: string): Act => ({
  do: 'add-entry',
  register: 'codebook',
  type: 'tag',
  id,
  fields: { name },
})
const speaker = (id: string, name: string): Act => ({
  do: 'add-entry',
  register: 'speakers',
  type: 'speaker',
  id,
  fields: { what: 'person', name },
})

/** What is told when the last of these edits is taken back. */
function told(...edits: readonly (readonly Act[])[]): string | undefined {
  const made = edits.map((acts, n) => editOf(`e${n}`, 'ann', ...acts))
  const state: AppState = {
    ...initialState,
    info: { annotator: { id: 'ann', name: 'Ann' } } as unknown as AppState['info'],
    queue: startQueue(afterEdits(workspaceWith(text), ...made)),
  }
  return toldOf(state, `e${edits.length - 1}`, 'undo').told
}

test.each<[string, readonly (readonly Act[])[]]>([
  ['Undone: marked as quote: The coalition said that it would return to …', [[quote]]],
  [
    'Undone: tagged border: quote, The coalition said that it would return to …',
    [[quote], [tag('t', 'border'), { do: 'set-tags', ...on, add: ['t'] }]],
  ],
  [
    'Undone: note changed: quote, The coalition said that it would return to …',
    [[quote], [{ do: 'set-note', ...on, note: 'x' }]],
  ],
  [
    'Undone: the merge of “Jim Roe”.',
    [
      [speaker('s', 'James Roe'), speaker('j', 'Jim Roe')],
      [{ do: 'merge-entry', register: 'speakers', id: 'j', into: 's' }],
    ],
  ],
  ['Undone: the removal of a document.', [[{ do: 'remove-document', document: 'd' }]]],
  ['Undone: how far a document is read.', [[{ do: 'set-progress', document: 'd', progress: 'done' }]]],
])('%s', (words, edits) => {
  expect(told(...edits)).toBe(words)
})

test('of an edit that is not here only that is told, and where there is none nothing stays', () => {
  expect(toldOf(initialState, 'elsewhere', 'redo').told).toBe('Done again.')
  expect(toldOf(initialState, null, 'undo')).toEqual({
    announcement: { text: 'There is nothing to undo.' },
    told: undefined,
  })
})
