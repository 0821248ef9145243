import { describe, expect, test } from 'vitest'
import { documentScope, emptyScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import type { Act } from '../edit/edit'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { differencesOf } from './differences'

const text = revisionOf('“We won,” she said.', 'By 12% in one year, she said.')
const content = (start: number, end: number) => [{ part: 'content', start, end }] as const
const mark = (annotation: string, start: number, end: number, kind: 'quote' | 'claim' = 'quote'): Act => ({
  do: 'create',
  document: 'd',
  annotation,
  kind,
  revision: text.id,
  segments: content(start, end),
})
const none = readRegister(emptyScope)
const seenBy = (state: WorkspaceState, mine = 'ann', theirs = 'bo') =>
  differencesOf(scopeIn(state, documentScope('d')), text.id, { mine, theirs }, { codebook: none, speakers: none })
const told = (state: WorkspaceState, mine?: string, theirs?: string) =>
  seenBy(state, mine, theirs).cases.map(({ key, type, decided, settled }) => [key, type, decided, settled])

/** Alike at 0 to 9; a pair that ends elsewhere; one of each alone. */
const start = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', mark('a1', 0, 9), mark('a2', 20, 26), mark('a3', 10, 18)),
  editOf('e2', 'bo', mark('b1', 0, 9), mark('b2', 20, 30), mark('b4', 38, 48)),
)
const review = (id: string, decision: 'agree' | 'dispute' | 'neither', ...about: string[]): Act => ({
  do: 'review',
  document: 'd',
  id,
  about,
  decision,
})

test('all on which two do not say the same is told in the order of the text, the others are counted', () => {
  expect(told(start)).toEqual([
    ['a3:', 'only-mine', undefined, false],
    ['a2:b2', 'boundary', undefined, false],
    [':b4', 'only-theirs', undefined, false],
  ])
  expect(seenBy(start)).toMatchObject({ alike: 1, leftOut: { mine: 0, theirs: 0 } })
  expect([...seenBy(start).paired].sort()).toEqual(['a1', 'a2', 'b1', 'b2'])
})

test('for the other one the sides are turned', () => {
  expect(told(start, 'bo', 'ann').map(([key, type]) => [key, type])).toEqual([
    [':a3', 'only-theirs'],
    ['b2:a2', 'boundary'],
    ['b4:', 'only-mine'],
  ])
})

describe('a case is decided by', () => {
  test('a decision about their mark, as long as it is as seen', () => {
    const decided = afterEdits(start, editOf('e3', 'ann', review('r1', 'agree', 'b2')))
    expect(told(decided)[1]).toEqual(['a2:b2', 'boundary', 'agree', true])
    const place = {
      do: 'place',
      document: 'd',
      annotation: 'b2',
      revision: text.id,
      segments: content(20, 31),
    } as const
    expect(told(afterEdits(decided, editOf('e4', 'bo', place)))[1]).toEqual(['a2:b2', 'boundary', undefined, false])
  })

  test('the last of several', () => {
    const decided = afterEdits(start, editOf('e3', 'ann', review('r1', 'agree', 'b2'), review('r2', 'dispute', 'b2')))
    expect(told(decided)[1]).toEqual(['a2:b2', 'boundary', 'dispute', true])
  })

  test('a “neither” about both', () => {
    const decided = afterEdits(start, editOf('e3', 'ann', review('r1', 'neither', 'a2', 'b2')))
    expect(told(decided)[1]).toEqual(['a2:b2', 'boundary', 'neither', true])
  })

  test('a word about a mark of my own that the other has not', () => {
    const reply: Act = { do: 'reply', document: 'd', id: 'r1', about: ['a3'], text: 'It stands on its own.' }
    expect(told(afterEdits(start, editOf('e3', 'ann', reply)))[0]).toEqual(['a3:', 'only-mine', 'said', true])
  })
})

describe('somebody’s open decision about a mark of mine', () => {
  const disputed = afterEdits(start, editOf('e3', 'bo', review('r1', 'dispute', 'a1')))

  test('makes a case of what is alike, and waits', () => {
    expect(told(disputed)[0]).toEqual(['a1:b1', 'answer', undefined, false])
    expect(seenBy(disputed).alike).toBe(0)
  })

  test('waits where the place is decided as well', () => {
    const both = afterEdits(
      start,
      editOf('e3', 'ann', review('r1', 'agree', 'b2')),
      editOf('e4', 'bo', review('r2', 'dispute', 'a2')),
    )
    expect(told(both)[1]).toEqual(['a2:b2', 'boundary', 'agree', false])
  })

  test('does not wait once I have answered, and is gone when it is settled', () => {
    const reply: Act = { do: 'reply', document: 'd', id: 'r2', to: 'r1', text: 'Why?' }
    expect(told(afterEdits(disputed, editOf('e4', 'ann', reply)))[0]).toEqual(['a1:b1', 'answer', undefined, true])
    const settle: Act = { do: 'settle', document: 'd', id: 'r2', to: 'r1', as: 'resolve' }
    expect(told(afterEdits(disputed, editOf('e4', 'ann', settle)))).toHaveLength(3)
  })

  test('an agree asks for nothing', () => {
    expect(told(afterEdits(start, editOf('e3', 'bo', review('r1', 'agree', 'a1'))))).toHaveLength(3)
  })
})

test('whose mark the other agrees with has nothing to decide, until it is another mark', () => {
  const agreed = afterEdits(start, editOf('e3', 'bo', review('r1', 'agree', 'a3')))
  expect(seenBy(agreed).cases[0]).toMatchObject({ key: 'a3:', said: 'agree', decided: undefined, settled: true })
  const place = { do: 'place', document: 'd', annotation: 'a3', revision: text.id, segments: content(10, 19) } as const
  expect(seenBy(afterEdits(agreed, editOf('e4', 'ann', place))).cases[0]).toMatchObject({
    said: undefined,
    settled: false,
  })
  const disputed = afterEdits(start, editOf('e3', 'bo', review('r1', 'dispute', 'a3')))
  expect(seenBy(disputed).cases[0]).toMatchObject({ said: 'dispute', settled: false })
})

test('a thread of two annotations has each review once, in order', () => {
  const said = afterEdits(
    start,
    editOf('e3', 'ann', review('r2', 'neither', 'a2', 'b2')),
    editOf('e4', 'bo', review('r1', 'dispute', 'a2')),
  )
  expect(seenBy(said).cases[1]?.thread.map(({ id }) => id)).toEqual(['r2', 'r1'])
})

test('what stands nowhere in this text is counted and not compared', () => {
  const lost: Act = { do: 'decide-anchor', document: 'd', annotation: 'b4', revision: text.id, decision: 'lost' }
  const after = seenBy(afterEdits(start, editOf('e3', 'bo', lost)))
  expect(after.leftOut).toEqual({ mine: 0, theirs: 1 })
  expect(after.cases.map(({ key }) => key)).toEqual(['a3:', 'a2:b2'])
})

test('of who has not begun the document nothing is missing; what they said of mine waits', () => {
  const spoken = afterEdits(start, editOf('e3', 'cy', review('r1', 'dispute', 'a3')))
  expect(told(spoken, 'ann', 'cy')).toEqual([['a3:', 'answer', undefined, false]])
  expect(told(start, 'ann', 'cy')).toEqual([])
  const done: Act = { do: 'set-progress', document: 'd', progress: 'done' }
  expect(told(afterEdits(start, editOf('e3', 'cy', done)), 'ann', 'cy').map(([, type]) => type)).toEqual([
    'only-mine',
    'only-mine',
    'only-mine',
  ])
})
