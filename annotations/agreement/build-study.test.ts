import { describe, expect, test } from 'vitest'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import type { Act } from '../edit/edit'
import { readRelease } from '../model/release'
import type { Revision } from '../model/revision'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { buildStudy, type StudyAnnotator } from './build-study'

const first = revisionOf('“We won,” she said.', 'By 12%.')
const second: Revision = { ...revisionOf('“We won,” she said.', 'By 13%.'), parent: first.id }

const create = (id: string, revision: Revision, start = 0, end = 9): Act => ({
  do: 'create',
  document: 'd',
  annotation: id,
  kind: 'quote',
  revision: revision.id,
  segments: [{ part: 'content', start, end }],
})
const progress = (word: 'done' | 'not-started'): Act => ({ do: 'set-progress', document: 'd', progress: word })

const people: readonly StudyAnnotator[] = [{ ids: ['ann'] }, { ids: ['bo', 'bo-2'] }]

function studyOf(state: WorkspaceState, annotators = people) {
  const scope = scopeIn(state, documentScope('d'))
  const release = readRelease([...state.revisions.values()], scope) ?? expect.fail('no release')
  const register = (name: 'codebook' | 'speakers') => readRegister(scopeIn(state, name))
  const registers = { codebook: register('codebook'), speakers: register('speakers') }
  return buildStudy([{ id: 'd', release, scope }], annotators, registers)
}
const idsIn = (state: WorkspaceState, annotators = people) =>
  studyOf(state, annotators).study.documents[0]?.codings.map(coding => coding?.annotations.map(({ id }) => id))

describe('which text is compared', () => {
  test('the newest in which all who did the document are anchored', () => {
    const state = afterEdits(
      workspaceWith(first, second),
      editOf('e1', 'ann', create('a', first), create('late', second)),
      editOf('e2', 'bo', create('b', first)),
    )
    const { study, uses } = studyOf(state)
    expect(study.documents[0]?.revision).toBe(first.id)
    expect(uses[0]?.leftOut.map(list => list.map(({ id, why }) => [id, why]))).toEqual([[['late', 'not-placed']], []])
    const both = afterEdits(state, editOf('e3', 'bo', create('b2', second)))
    expect(studyOf(both).study.documents[0]?.revision).toBe(second.id)
  })

  test('none where they are anchored in different ones', () => {
    const state = afterEdits(
      workspaceWith(first, second),
      editOf('e1', 'ann', create('a', first)),
      editOf('e2', 'bo', create('b', second)),
    )
    expect(studyOf(state)).toMatchObject({ study: { documents: [] }, uses: [{ left: 'no-common-text' }] })
  })

  test('undecided annotations are left out and counted', () => {
    const act: Act = {
      do: 'carry',
      document: 'd',
      annotation: 'a',
      revision: second.id,
      state: 'undecided',
      segments: [{ part: 'content', start: 0, end: 5 }],
      from: first.id,
      engine: 1,
    }
    const state = afterEdits(
      workspaceWith(first, second),
      editOf('e1', 'ann', create('a', first)),
      { ...editOf('e2', 'ann', act), auto: true },
      editOf('e3', 'bo', create('b', second)),
    )
    expect(studyOf(state).uses[0]).toMatchObject({
      revision: second.id,
      leftOut: [[{ id: 'a', why: 'undecided' }], []],
    })
  })
})

describe('who did a document', () => {
  const marked = afterEdits(workspaceWith(first), editOf('e1', 'ann', create('a', first)))

  test('nobody says anything: who has an annotation there', () => {
    expect(studyOf(marked).uses[0]).toEqual({ id: 'd', left: 'too-few', missing: [1], leftOut: [] })
  })

  test('whoever says to have done it and marked nothing has left it empty', () => {
    expect(idsIn(afterEdits(marked, editOf('e2', 'bo', progress('done'))))).toEqual([['a'], []])
  })

  test('not started stays so whatever is marked', () => {
    const state = afterEdits(marked, editOf('e2', 'bo', create('b', first), progress('not-started')))
    expect(studyOf(state).uses[0]?.missing).toEqual([1])
  })

  test('one who has several ids is one annotator', () => {
    const state = afterEdits(
      marked,
      editOf('e2', 'bo', create('b', first)),
      editOf('e3', 'bo-2', create('b2', first, 10, 13)),
    )
    expect(idsIn(state)).toEqual([['a'], ['b', 'b2']])
  })
})

test('an annotator is compared with themselves as of a moment', () => {
  const state = afterEdits(
    workspaceWith(first),
    { ...editOf('e1', 'ann', create('a', first)), at: '2026-05-01T09:00:00.000Z' },
    { ...editOf('e2', 'ann', create('a2', first, 10, 13)), at: '2026-06-01T09:00:00.000Z' },
  )
  const then = { ids: ['ann'], asOf: '2026-05-15T00:00:00.000Z' }
  expect(idsIn(state, [then, { ids: ['ann'] }])).toEqual([['a'], ['a', 'a2']])
  expect(
    studyOf(state, [{ ids: ['ann'], asOf: '2026-01-01T00:00:00.000Z' }, { ids: ['ann'] }]).uses[0]?.missing,
  ).toEqual([0])
})
