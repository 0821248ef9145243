import { expect, test } from 'vitest'
import type { Act } from '#annotations/edit/edit'
import { afterEdits, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { type AppState, initialState } from './app-state'
import { startQueue } from './pending-edits'
import { caseLabels } from './review-cases'
import { openCases, reviewMarks, reviewName } from './review-view'

const text = revisionOf('The coalition said that it would return on Monday.')
const mark = (annotation: string, start: number, end: number): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'quote',
  revision: text.id,
  segments: [{ part: 'content', start, end }],
})

/** Bo ends elsewhere; Cy has not what Ann and Bo have, and something of their own before it. */
const workspace = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', mark('a1', 14, 30)),
  editOf('e2', 'bo', mark('b1', 14, 26)),
  editOf('e3', 'cy', mark('c1', 0, 13)),
)

function desk(also: readonly string[], blind = false): AppState {
  const colleague = { what: 'person', guest: false, documents: 1, annotations: 1 } as const
  const colleagues = [
    { id: 'cy', name: 'Cy', ...colleague },
    { id: 'bo', name: 'Bo', ...colleague },
  ]
  return {
    ...initialState,
    info: {
      version: '0',
      platform: 'linux',
      theme: 'light',
      preferences: {},
      recent: [],
      files: [],
      annotator: { id: 'ann', name: 'Ann' },
    },
    queue: startQueue(workspace),
    document: { id: 'd', revision: text.id, revisions: [text] },
    review: { ...initialState.review, blind, overview: { colleagues, theirs: 'bo', also, rows: [] } },
  }
}

test('with one colleague the cases are theirs alone, under keys of their members', () => {
  expect(openCases(desk([])).map(one => [one.with, one.type, one.key])).toEqual([['bo', 'boundary', 'a1:b1']])
  expect([...reviewMarks(desk([])).theirs]).toEqual(['b1'])
})

test('with several they stand in one list in the order of the text, each with whom it is one', () => {
  const cases = openCases(desk(['cy']))
  expect(cases.map(one => [one.with, one.type])).toEqual([
    ['cy', 'only-theirs'],
    ['bo', 'boundary'],
    ['cy', 'only-mine'],
  ])
  expect(new Set(cases.map(({ key }) => key)).size).toBe(3)
  expect(openCases(desk(['cy']))).toBe(cases)
  const { theirs, places } = reviewMarks(desk(['cy']))
  expect([...theirs].sort()).toEqual(['b1', 'c1'])
  expect(Object.fromEntries(places)).toEqual({ b1: 0, c1: 1 })
})

test('in the margin a case has the number that it has in the list', () => {
  const labels = [...caseLabels(desk(['cy']))].map(([id, { text: n }]) => [id, n])
  expect(labels).toEqual([
    ['c1', '1'],
    ['b1', '2'],
    ['a1', '3'],
  ])
})

test('where names are hidden everybody has a letter, the same whoever is looked at', () => {
  expect(['ann', 'bo', 'cy'].map(id => reviewName(desk(['cy'], true), id))).toEqual([
    'You',
    'Colleague A',
    'Colleague B',
  ])
})
