import { describe, expect, test } from 'vitest'
import { carry } from '../anchoring/carry'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { undoStacks } from '../changes/undo'
import { readRelease } from '../model/release'
import type { Revision } from '../model/revision'
import { afterEdits, annotationIn, at, editOf, refusalOf, revisionOf, workspaceWith } from '../testing/build'
import { editsToAddRevision } from './add-revision'
import { applyEdit } from './apply-edit'
import { carryAct } from './carry'
import type { Act, Edit } from './edit'

const first = revisionOf('Vessen wins award', '“We won,” she said at the quay in the evening.')
const second: Revision = {
  ...revisionOf('Vessen wins again', '“We won,” she said at the quay in the evening.'),
  parent: first.id,
}
const key = documentScope('d')
const on = { document: 'd', annotation: 'n' } as const
const create: Act = {
  do: 'create',
  ...on,
  kind: 'note',
  revision: first.id,
  segments: [{ part: 'content', start: 19, end: 28 }],
}
const begun = afterEdits(workspaceWith(first, second), editOf('e1', 'ann', create))

function currentIn(state: WorkspaceState): string | undefined {
  return readRelease([first, second], state.scopes.get(key))?.current.id
}

function added(state: WorkspaceState, revision = second.id, current = first.id): WorkspaceState {
  return afterEdits(
    state,
    ...editsToAddRevision(state, { document: 'd', revision, current, statement: 'e2', edit: 'e3', at, by: 'ann' }),
  )
}

function undone(edit: string): Edit {
  return editOf(`u${edit}`, 'ann', { do: 'undo', edit, scopes: [key] })
}

describe('a new revision', () => {
  test('is current; undone, the former one is, though the new one is the leaf; redone, the new one is', () => {
    const state = added(begun)
    expect(currentIn(state)).toBe(second.id)
    const back = afterEdits(state, undone('e3'))
    expect(currentIn(back)).toBe(first.id)
    expect(currentIn(afterEdits(back, undone('ue3')))).toBe(second.id)
  })

  test('is one step of undo, also the first time', () => {
    expect(undoStacks(added(begun), 'ann', [key]).undo).toEqual(['e1', 'e3'])
  })

  test('is added in one edit where somebody stated the current text before', () => {
    const stated = afterEdits(begun, editOf('e1b', 'bo', { do: 'set-current', document: 'd', revision: first.id }))
    const wanted = { document: 'd', revision: second.id, current: first.id, statement: 'e2', edit: 'e3', at, by: 'ann' }
    expect(editsToAddRevision(stated, wanted).map(({ id }) => id)).toEqual(['e3'])
    expect(currentIn(afterEdits(added(stated), undone('e3')))).toBe(first.id)
  })

  test('is refused where undo could not bring the former one back, and where the text is not here', () => {
    const add = (revision: string): Act => ({ do: 'add-revision', document: 'd', revision })
    expect(refusalOf(begun, editOf('e9', 'ann', add(second.id)))).toBe('wrong-value')
    expect(refusalOf(added(begun), editOf('e9', 'ann', add('f'.repeat(64))))).toBe('unknown-revision')
  })

  test('that is an old text again makes that one current', () => {
    const again = afterEdits(
      added(begun),
      editOf('e4', 'ann', { do: 'add-revision', document: 'd', revision: first.id }),
    )
    expect(currentIn(again)).toBe(first.id)
    expect(currentIn(afterEdits(again, undone('e4')))).toBe(second.id)
  })
})

test('the current text is set, and set back by undo to what it was without a word', () => {
  const set = afterEdits(begun, editOf('e2', 'ann', { do: 'set-current', document: 'd', revision: first.id }))
  expect([currentIn(begun), currentIn(set), currentIn(afterEdits(set, undone('e2')))]).toEqual([
    second.id,
    first.id,
    second.id,
  ])
})

describe('carrying', () => {
  const annotation = annotationIn(begun, 'ann', 'n')
  const placement = annotation?.placements.get(first.id) ?? expect.fail('not placed')
  const act = carryAct('d', 'n', second.id, carry(placement, first, second))
  const auto = (id: string, ...acts: readonly Act[]): Edit => ({ ...editOf(id, 'ann', ...acts), auto: true })
  const placeIn = (state: WorkspaceState) => annotationIn(state, 'ann', 'n')?.placements.get(second.id)

  test('stores the place, beside the former one, as computed', () => {
    const state = afterEdits(begun, auto('e2', act))
    expect(placeIn(state)).toMatchObject({ state: 'exact', via: 'carry', from: first.id, engine: 1 })
    expect(annotationIn(state, 'ann', 'n')?.placements.get(first.id)).toEqual(placement)
    expect(annotationIn(state, 'ann', 'n')?.modified).toBe(annotation?.modified)
    expect(undoStacks(state, 'ann', [key]).undo).toEqual(['e1'])
  })

  test.each<[string, Act]>([
    ['by a person', { do: 'decide-anchor', ...on, revision: second.id, decision: 'keep' }],
    ['drawn anew', { do: 'place', ...on, revision: second.id, segments: [{ part: 'content', start: 0, end: 6 }] }],
    ['of an engine before', { ...act, state: 'lost', segments: [], engine: 0 }],
  ])('never goes over a placement that is there: %s', (_, there) => {
    const placed = afterEdits(begun, auto('e2', there))
    const applied = applyEdit(placed, auto('e3', act))
    expect(applied.ok && applied.value.state).toBe(placed)
  })

  test('stores what was not found as lost, without a place', () => {
    const lost = carryAct('d', 'n', second.id, { state: 'lost', via: 'carry', from: first.id, engine: 1, segments: [] })
    expect(placeIn(afterEdits(begun, auto('e2', lost)))).toMatchObject({ state: 'lost', segments: [] })
  })

  test.each<[string, Edit, string]>([
    ['a gesture', editOf('e2', 'ann', act), 'wrong-value'],
    ['somebody else’s annotation', { ...auto('e2', act), by: 'bo' }, 'not-mine'],
    ['a text that is not here', auto('e2', { ...act, revision: 'f'.repeat(64) }), 'unknown-revision'],
    ['from a text that is not here', auto('e2', { ...act, from: 'f'.repeat(64) }), 'unknown-revision'],
    ['from the same text', auto('e2', { ...act, from: second.id }), 'wrong-value'],
    ['a place without words', auto('e2', { ...act, segments: [] }), 'wrong-value'],
    ['lost with words', auto('e2', { ...act, state: 'lost' }), 'wrong-value'],
    ['a score over 1', auto('e2', { ...act, score: 2 }), 'wrong-value'],
    ['no engine', auto('e2', { ...act, engine: -1 }), 'wrong-value'],
    ['a place outside', auto('e2', { ...act, segments: [{ part: 'content', start: 0, end: 999 }] }), 'outside-text'],
  ])('is refused: %s', (_, edit, code) => {
    expect(refusalOf(begun, edit)).toBe(code)
  })
})
