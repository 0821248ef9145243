import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCoded, toLeftOut } from '../agreement/coded-annotation'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import type { Act } from '../edit/edit'
import type { PlainSegment } from '../model/annotation'
import { readAnnotation } from '../model/read-annotation'
import { afterEdits, editOf, revisionOf, scopeIn, workspaceWith } from '../testing/build'
import { type AdjudicationCase, adjudicationCases } from './adjudicate'
import { actsOfDecision } from './decide-case'

const text = revisionOf('“We won,” she said.', 'By 12 % or so, said he.')
const on = { document: 'd', revision: text.id } as const
const content = (start: number, end: number): readonly PlainSegment[] => [{ part: 'content', start, end }]
const create = (annotation: string, start: number, end: number, more: object = {}): Act => ({
  do: 'create',
  ...on,
  annotation,
  kind: 'note',
  segments: content(start, end),
  ...more,
})

/** What annotators have in the text; who is not in the state did not do it. */
function codingsOf(state: WorkspaceState, annotators: readonly string[]) {
  const registers = {
    codebook: readRegister(scopeIn(state, 'codebook')),
    speakers: readRegister(scopeIn(state, 'speakers')),
  }
  return annotators.map(annotator => {
    const journal = scopeIn(state, documentScope('d')).journals.get(annotator)
    if (journal === undefined) return undefined
    const annotations = [...journal.entries.values()].flatMap(entry => readAnnotation(entry) ?? [])
    expect(annotations.flatMap(one => toLeftOut(one, text.id, registers) ?? [])).toEqual([])
    return annotations.flatMap(annotation => toCoded(annotation, text.id, registers) ?? [])
  })
}
const casesOf = (state: WorkspaceState, annotators: readonly string[] = ['ann', 'bo']) =>
  adjudicationCases(scopeIn(state, documentScope('d')), codingsOf(state, annotators), 'gold')
const shown = (cases: readonly AdjudicationCase[]) =>
  cases.map(({ state, members }) => [state, members.map(({ coded }) => coded.id).join(' ')])

let count = 0
/** The state after the gold set has decided a case. */
function decide(
  state: WorkspaceState,
  one: AdjudicationCase | undefined,
  choice: { take: string } | 'nothing',
  why = 'slip',
) {
  if (one === undefined) throw new Error('no such case')
  count += 1
  const acts = actsOfDecision(on, one, choice, { annotation: `g${count}`, review: `r${count}` })
  return afterEdits(state, { ...editOf(`decide${count}`, 'gold', ...acts), why })
}

const start = afterEdits(
  workspaceWith(text),
  editOf('e1', 'ann', create('a1', 0, 9), create('a2', 21, 28), create('a3', 30, 35)),
  editOf('e2', 'bo', create('b1', 0, 9), create('b2', 21, 30)),
)

describe('cases', () => {
  test('nothing is agreed where one alone did the document', () => {
    expect(shown(casesOf(start, ['ann', 'cy']))).toEqual([
      ['open', 'a1'],
      ['open', 'a2'],
      ['open', 'a3'],
    ])
  })

  test('are agreed where everybody has the same, else open', () => {
    expect(shown(casesOf(start))).toEqual([
      ['agreed', 'a1 b1'],
      ['open', 'a2 b2'],
      ['open', 'a3'],
    ])
  })

  test('of three who did the document, two that agree are not all', () => {
    const empty = afterEdits(start, editOf('e3', 'cy', { do: 'set-progress', document: 'd', progress: 'done' }))
    expect(shown(casesOf(empty, ['ann', 'bo', 'cy']))[0]).toEqual(['open', 'a1 b1'])
    expect(shown(casesOf(start, ['ann', 'bo', 'cy']))[0]).toEqual(['agreed', 'a1 b1'])
  })

  test('do not depend on the order of annotators', () => {
    const turned = casesOf(start, ['bo', 'ann'])
    expect(
      turned.map(({ state, members }) => [
        state,
        members
          .map(({ coded }) => coded.id)
          .sort()
          .join(' '),
      ]),
    ).toEqual(shown(casesOf(start)))
  })
})

describe('a decision', () => {
  test('takes a member over, with the reason and what was seen', () => {
    const state = decide(start, casesOf(start)[1], { take: 'b2' }, 'guideline-gap')
    const [, decided] = casesOf(state)
    expect(decided).toMatchObject({ state: 'decided', decision: { why: 'guideline-gap' }, earlier: [] })
    const by = decided?.decision?.by
    const gold = by !== undefined && 'annotation' in by ? by.annotation : undefined
    expect(gold?.placements.get(text.id)?.segments).toMatchObject([{ start: 21, end: 30 }])
    expect([...(decided?.decision?.members.keys() ?? [])]).toEqual(['a2', 'b2'])
  })

  test('that nothing belongs there is the gold set’s neither', () => {
    const state = decide(start, casesOf(start)[2], 'nothing', 'ambiguous-text')
    expect(casesOf(state)[2]).toMatchObject({
      state: 'decided',
      decision: { by: { nothing: expect.any(String) }, why: 'ambiguous-text' },
    })
  })

  test('stands while the members are as seen; notes and status are none of them', () => {
    const decided = decide(start, casesOf(start)[1], { take: 'a2' })
    const noted = afterEdits(
      decided,
      editOf('n1', 'ann', { do: 'set-note', document: 'd', annotation: 'a2', note: 'hm' }),
    )
    expect(casesOf(noted)[1]?.state).toBe('decided')
    const kind = afterEdits(
      decided,
      editOf('n2', 'bo', { do: 'set-kind', document: 'd', annotation: 'b2', kind: 'claim' }),
    )
    expect(casesOf(kind)[1]).toMatchObject({ state: 'returned', decision: { why: 'slip' } })
    const back = afterEdits(kind, editOf('n3', 'bo', { do: 'set-kind', document: 'd', annotation: 'b2', kind: 'note' }))
    expect(casesOf(back)[1]?.state).toBe('decided')
    const third = afterEdits(decided, editOf('n4', 'cy', create('c2', 21, 29)))
    expect(casesOf(third, ['ann', 'bo', 'cy'])[1]?.state).toBe('returned')
  })

  test('is replaced by a new one, and undone as one step', () => {
    const first = decide(start, casesOf(start)[1], { take: 'a2' })
    const second = decide(first, casesOf(first)[1], 'nothing')
    expect(casesOf(second)[1]).toMatchObject({
      state: 'decided',
      decision: { by: { nothing: expect.any(String) } },
      earlier: [],
    })
    const undone = afterEdits(
      second,
      editOf('u', 'gold', { do: 'undo', edit: `decide${count}`, scopes: [documentScope('d')] }),
    )
    expect(casesOf(undone)[1]).toMatchObject({
      state: 'decided',
      decision: { by: { annotation: { id: `g${count - 1}` } } },
    })
  })

  test('that the keeper has changed by hand stays the decision', () => {
    const state = decide(start, casesOf(start)[1], { take: 'a2' })
    const moved = afterEdits(
      state,
      editOf('k', 'gold', { do: 'place', ...on, annotation: `g${count}`, segments: content(21, 29) }),
    )
    expect(casesOf(moved)[1]?.state).toBe('decided')
    const removed = afterEdits(moved, editOf('k2', 'gold', { do: 'remove', document: 'd', annotation: `g${count}` }))
    expect(casesOf(removed)[1]?.state).toBe('open')
  })
})

/** What annotators may do after decisions were made: mark elsewhere, change or remove what they have. */
const later = fc.array(
  fc.record({
    by: fc.constantFrom('ann', 'bo', 'cy'),
    what: fc.constantFrom('create', 'tag', 'remove', 'note'),
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 6 }),
    which: fc.nat(5),
  }),
  { maxLength: 8 },
)
const marks = fc.array(
  fc.record({
    by: fc.constantFrom('ann', 'bo'),
    start: fc.nat(40),
    length: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom('note', 'claim'),
  }),
  { minLength: 1, maxLength: 8 },
)
const segmentsFor = (at: number, length: number) => {
  const from = Math.min(at, text.text.length - 1)
  return content(from, Math.min(from + length, text.text.length))
}

test('adjudicating again after new work keeps what was decided of cases that are as they were', () => {
  fc.assert(
    fc.property(marks, fc.infiniteStream(fc.nat(2)), later, (first, choices, work) => {
      let state = workspaceWith(text)
      for (const [n, { by, start: at, length, kind }] of first.entries()) {
        state = afterEdits(
          state,
          editOf(`m${n}`, by, create(`${by}${n}`, 0, 1, { segments: segmentsFor(at, length), kind })),
        )
      }
      for (const one of casesOf(state)) {
        const choice = choices.next().value
        state = decide(
          state,
          one,
          choice === 0 ? 'nothing' : { take: one.members[choice % one.members.length]?.coded.id ?? '' },
        )
      }
      const before = casesOf(state)
      expect(before.every(one => one.state === 'decided')).toBe(true)
      for (const [n, { by, what, start: at, length, which }] of work.entries()) {
        const own = [...(scopeIn(state, documentScope('d')).journals.get(by)?.entries.values() ?? [])].filter(
          entry => readAnnotation(entry)?.deleted === false,
        )
        const id = own[which % Math.max(1, own.length)]?.id
        const mine = { document: 'd', annotation: id ?? '' }
        const act: Act =
          what === 'create' || id === undefined
            ? create(`w${n}`, 0, 1, { segments: segmentsFor(at, length) })
            : what === 'tag'
              ? { do: 'set-tags', ...mine, add: ['t'] }
              : what === 'note'
                ? { do: 'set-note', ...mine, note: `n${n}` }
                : { do: 'remove', ...mine }
        state = afterEdits(state, editOf(`w${n}`, by, act))
      }
      const after = casesOf(state, ['ann', 'bo', 'cy'])
      const content = (one: AdjudicationCase) => JSON.stringify(one.members.map(({ coded, seen }) => [coded.id, seen]))
      for (const one of after) {
        const same = before.find(known => content(known) === content(one))
        if (same !== undefined) expect(one).toMatchObject({ state: 'decided', decision: { by: same.decision?.by } })
        const known = one.members.some(({ coded }) =>
          before.some(({ members }) => members.some(member => member.coded.id === coded.id)),
        )
        expect(one.state === 'decided' || one.state === 'returned').toBe(known)
      }
      // No decision is lost, whatever became of its members.
      const goldEntries = (of: WorkspaceState) => scopeIn(of, documentScope('d')).journals.get('gold')?.entries.size
      expect(goldEntries(state)).toBe(before.length)
    }),
    { numRuns: 150 },
  )
})
