import { expect, test } from 'vitest'
import type { Placement } from '#annotations/model/annotation'
import { afterEdits, annotationIn, editOf, revisionOf, workspaceWith } from '#annotations/testing/build'
import { withPlace } from './carried-places'

const [before, after] = [revisionOf('The berth opens in May.'), revisionOf('So the berth opens in May.')]
const segments = [{ part: 'content', start: 4, end: 9 }] as const
const create = { do: 'create', document: 'd', annotation: 'a', kind: 'note', revision: before.id, segments } as const
const state = afterEdits(workspaceWith(before, after), editOf('e1', 'bo', create))
const carried: Placement = {
  state: 'moved',
  via: 'carry',
  segments: [{ part: 'content', start: 7, end: 12, exact: 'berth', prefix: 'So the ', suffix: ' opens' }],
}

function given(from = state) {
  const annotation = annotationIn(from, 'bo', 'a')
  if (annotation === undefined) throw new Error('the annotation is gone')
  return annotation
}
const places = new Map([['a', { author: 'bo', edit: given().edit, placement: carried }]])

test('a place that was carried is the annotation’s in that text, and nothing of it is stored', () => {
  const shown = withPlace(given(), after.id, places)
  expect(shown.placements.get(after.id)).toBe(carried)
  expect(given().placements.has(after.id)).toBe(false)
  expect(withPlace(given(), after.id, new Map())).toBe(given())
})

test('it does not hold any more once the annotation is another', () => {
  const note = { do: 'set-note', document: 'd', annotation: 'a', note: 'new' } as const
  const changed = given(afterEdits(state, editOf('e2', 'bo', note)))
  expect(withPlace(changed, after.id, places)).toBe(changed)
})

test('a place of its own goes before it', () => {
  const place = { do: 'place', document: 'd', annotation: 'a', revision: after.id, segments } as const
  const own = given(afterEdits(state, editOf('e2', 'bo', place)))
  const remembered = new Map([['a', { author: 'bo', edit: own.edit, placement: carried }]])
  expect(withPlace(own, after.id, remembered)).toBe(own)
})
