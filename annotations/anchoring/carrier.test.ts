import { expect, test } from 'vitest'
import type { Act } from '../edit/edit'
import { afterEdits, annotationIn, editOf, revisionOf, workspaceWith } from '../testing/build'
import { Carrier } from './carrier'

const first = revisionOf('Vessen wins award', '“We won,” she said at the quay in the evening.')
const second = {
  ...revisionOf('Vessen wins again', '“We won,” she said at the quay in the evening.'),
  parent: first.id,
}
const revisions = new Map([first, second].map(revision => [revision.id, revision]))
const content = [{ part: 'content', start: 19, end: 28 }] as const
const create = (annotation: string): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind: 'note',
  revision: first.id,
  segments: content,
})
const on = { document: 'd', annotation: 'placed', revision: second.id } as const
const state = afterEdits(
  workspaceWith(first, second),
  editOf('e1', 'ann', create('mine'), create('removed'), create('placed')),
  editOf('e2', 'ann', { do: 'remove', document: 'd', annotation: 'removed' }),
  editOf('e3', 'ann', { do: 'decide-anchor', ...on, decision: 'keep' }),
  editOf('e4', 'bo', create('theirs')),
)

test.each([
  ['ann', 'mine', 'exact'],
  ['bo', 'theirs', 'exact'],
  ['ann', 'placed', undefined],
  ['ann', 'removed', undefined],
])('of %s, %s becomes %s', (by, id, expected) => {
  const annotation = annotationIn(state, by, id) ?? expect.fail('no annotation')
  expect(new Carrier(revisions, second).carry(annotation)?.state).toBe(expected)
})

test('one carrier is as good for all as one for each', () => {
  const carrier = new Carrier(revisions, second)
  const mine = annotationIn(state, 'ann', 'mine') ?? expect.fail('no annotation')
  expect(carrier.carry(mine)).toEqual(carrier.carry(mine))
  expect(carrier.carry(mine)).toEqual(new Carrier(revisions, second).carry(mine))
})
