import { beforeEach, describe, expect, test } from 'vitest'
import { type AppState, initialState } from './app-state'
import { leaving, stepOnTrail } from './trail'

const row = (id: string, deleted = false) => ({ id, deleted }) as AppState['documents'][number]
const start: AppState = { ...initialState, documents: ['a', 'b', 'c'].map(id => row(id)) }
let state: AppState

/** Goes to a document, or with `excerpts` to the table, as the actions do. */
function visit(where: string): void {
  const left = leaving(state, { start: 10, end: 10 })
  state =
    where === 'excerpts'
      ? { ...left, view: 'excerpts' }
      : { ...left, view: 'read', document: { id: where, revision: 'r', revisions: [] } }
}

/** Goes along the trail; where one is then, or nothing where it ends. */
function go(way: 'back' | 'ahead'): string | undefined {
  const step = stepOnTrail(state, way)
  if (step === undefined) return undefined
  const { place, trail } = step
  const document = place.view === 'read' ? { id: place.document, revision: 'r', revisions: [] } : state.document
  state = { ...state, view: place.view, document, trail }
  return place.view === 'read' ? place.document : 'excerpts'
}

beforeEach(() => {
  state = start
  for (const where of ['a', 'excerpts', 'b', 'c']) visit(where)
})

describe('the trail', () => {
  test('leads back through what was seen, and on again', () => {
    expect([go('back'), go('back'), go('back'), go('back')]).toEqual(['b', 'excerpts', 'a', undefined])
    expect([go('ahead'), go('ahead'), go('ahead'), go('ahead')]).toEqual(['excerpts', 'b', 'c', undefined])
  })

  test('ends ahead where one goes another way', () => {
    go('back')
    go('back')
    visit('c')
    expect(go('ahead')).toBeUndefined()
    expect([go('back'), go('back')]).toEqual(['excerpts', 'a'])
  })

  test('leaves out documents that are removed and the place where one is', () => {
    state = { ...state, documents: [row('a'), row('b', true), row('c')] }
    expect(go('back')).toBe('excerpts')
    state = start
    visit('a')
    visit('excerpts')
    visit('a')
    state = leaving(state, undefined)
    expect(go('back')).toBe('excerpts')
  })

  test('notes what was active and in view', () => {
    state = { ...state, active: 'x' }
    visit('a')
    expect(stepOnTrail(state, 'back')?.place).toEqual({
      view: 'read',
      document: 'c',
      active: 'x',
      at: { start: 10, end: 10 },
    })
  })

  test('remembers fifty places', () => {
    for (let n = 0; n < 60; n += 1) visit(n % 2 === 0 ? 'a' : 'b')
    expect(state.trail.back).toHaveLength(50)
  })
})
