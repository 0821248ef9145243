import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '../edit/edit'
import type { Json } from '../model/json'
import { afterEdits, at, editOf, revisionOf, workspaceWith } from '../testing/build'
import { play, steps } from '../testing/histories'
import { allScopes, newMachine, uniteStates } from '../testing/machines'
import type { Change } from './change'
import { sumChanges } from './entry'
import { readRegister } from './resolve'
import { uniteChanges, uniteScope } from './unite'

/** A change in short: edit, rev, what it sets, over which edits, and what it undoes. */
type Short = readonly [string, number, Record<string, Json>, Record<string, string>?, { undoes?: string; auto?: true }?]

function changesOf(...list: readonly Short[]): readonly Change[] {
  const changes = list.map(([edit, rev, set, over, more]) => ({
    edit,
    rev,
    at,
    set: new Map(Object.entries(set)),
    ...(over === undefined ? {} : { over: new Map(Object.entries(over)) }),
    ...more,
  }))
  return uniteChanges([], changes)
}

describe('a clash', () => {
  const a: Short = ['a', 1, { note: 'one' }]
  const b: Short = ['b', 2, { note: 'two' }, { note: 'a' }]
  const apart: Short = ['c', 2, { note: 'three' }, { note: 'a' }]

  test.each<[string, readonly Short[], string, Json, Json | undefined]>([
    ['there is none where each saw the one before', [a, b], 'note', 'two', undefined],
    ['the later of two that did not see each other stands, the other beside it', [a, b, apart], 'note', 'three', 'two'],
    ['ties in rev go by edit', [b, ['B', 2, { note: 'x' }, { note: 'a' }], a], 'note', 'two', 'x'],
    ['two that began a field apart clash', [a, ['d', 1, { note: 'x' }]], 'note', 'x', 'one'],
    ['the same value twice is none', [a, b, ['c', 2, { note: 'two' }, { note: 'a' }]], 'note', 'two', undefined],
    [
      'equal objects with members in another order are the same value',
      [
        ['a', 1, { note: { x: 1, y: 2 } }],
        ['b', 1, { note: { y: 2, x: 1 } }],
      ],
      'note',
      { x: 1, y: 2 },
      undefined,
    ],
    ['setting and clearing apart clash', [a, b, ['c', 2, { note: null }, { note: 'a' }]], 'note', null, 'two'],
    ['another field is none', [a, ['b', 2, { 'tags.t': true }]], 'tags.t', true, undefined],
    [
      'members of a set merge one by one',
      [
        ['a', 1, { 'tags.t': true }],
        ['b', 1, { 'tags.u': true }],
      ],
      'tags.u',
      true,
      undefined,
    ],
    ['the next change settles it', [a, b, apart, ['d', 3, { note: 'four' }, { note: 'c' }]], 'note', 'four', undefined],
    [
      'undoing what settled it brings it back',
      [
        a,
        b,
        apart,
        ['d', 3, { note: 'four' }, { note: 'c' }],
        ['e', 4, { note: 'three' }, { note: 'd' }, { undoes: 'd' }],
      ],
      'note',
      'three',
      'two',
    ],
    [
      'undoing the one that stands leaves the other beside what it had replaced',
      [a, b, apart, ['e', 4, { note: 'one' }, { note: 'c' }, { undoes: 'c' }]],
      'note',
      'one',
      'two',
    ],
    [
      'a removal that saw the last edit is none',
      [a, b, ['r', 3, { deleted: true }, { deleted: 'b' }]],
      'deleted',
      true,
      undefined,
    ],
    [
      'a removal clashes with an edit that it had not seen',
      [a, b, ['r', 3, { deleted: true }, { deleted: 'a' }]],
      'deleted',
      true,
      null,
    ],
    [
      'and with one made at the same time that sorts after it',
      [a, ['r', 2, { deleted: true }, { deleted: 'a' }], ['s', 2, { note: 'two' }, { note: 'a' }]],
      'deleted',
      true,
      null,
    ],
    [
      'what the program did meanwhile is none',
      [a, ['r', 2, { deleted: true }, { deleted: 'a' }], ['s', 2, { 'placements.x': 1 }, {}, { auto: true }]],
      'deleted',
      true,
      undefined,
    ],
    [
      'a removal over what the program did is none',
      [a, ['p', 2, { 'placements.x': 1 }, {}, { auto: true }], ['r', 3, { deleted: true }, { deleted: 'p' }]],
      'deleted',
      true,
      undefined,
    ],
    [
      'two removals apart are none',
      [a, ['r', 2, { deleted: true }, { deleted: 'a' }], ['s', 2, { deleted: true }, { deleted: 'a' }]],
      'deleted',
      true,
      undefined,
    ],
    [
      'but do not hide an edit that neither had seen',
      [a, b, ['r', 3, { deleted: true }, { deleted: 'a' }], ['s', 3, { deleted: true }, { deleted: 'a' }]],
      'deleted',
      true,
      null,
    ],
    [
      'an edit that knew the entry removed is none',
      [a, ['r', 2, { deleted: true }, { deleted: 'a' }], ['b', 3, { note: 'x' }, { note: 'a', deleted: 'r' }]],
      'deleted',
      true,
      undefined,
    ],
    [
      'a removal that was taken back is none',
      [
        a,
        b,
        ['r', 3, { deleted: true }, { deleted: 'a' }],
        ['u', 4, { deleted: null }, { deleted: 'r' }, { undoes: 'r' }],
      ],
      'deleted',
      null,
      undefined,
    ],
  ])('%s', (_, list, field, value, clash) => {
    const state = sumChanges(changesOf(...list)).get(field)
    expect(state?.value).toEqual(value)
    expect(state?.clash?.value).toEqual(clash)
    expect(state?.clash === undefined).toBe(clash === undefined)
  })

  test('is settled by saying again what stands', () => {
    const text = revisionOf('We won.')
    const on = { document: 'd', annotation: 'n' } as const
    const segments = [{ part: 'content', start: 0, end: 2 }] as const
    const create: Act = { do: 'create', ...on, kind: 'note', revision: text.id, segments }
    const begun = afterEdits(workspaceWith(text), editOf('e1', 'ann', create))
    const note = (id: string, words: string) => editOf(id, 'ann', { do: 'set-note', ...on, note: words })
    const merged = uniteStates(afterEdits(begun, note('e2', 'here')), afterEdits(begun, note('e3', 'there')))
    const fieldOf = (state: typeof merged) => {
      const entry = uniteScope(state.scopes.get('document:d') ?? { journals: new Map() }).get('annotation:n')
      return sumChanges(entry?.changes ?? []).get('note')
    }
    expect(fieldOf(merged)).toMatchObject({ value: 'there', clash: { value: 'here', edit: 'e2' } })
    expect(fieldOf(afterEdits(merged, note('e4', 'there')))).toEqual({ value: 'there', edit: 'e4', rev: 3 })
  })
})

test('law 8: without concurrency there is no clash and no pointer is skipped', () => {
  fc.assert(
    fc.property(steps(40), wanted => {
      const all = wanted.map(step =>
        'from' in step ? step : { ...step, machine: 0, c: step.c % 3 === 0 ? step.c + 1 : step.c },
      )
      const { machines } = play(all, [newMachine('ann')])
      for (const key of allScopes) {
        const scope = machines[0]?.state.scopes.get(key) ?? { journals: new Map() }
        for (const [name, { changes }] of uniteScope(scope)) {
          for (const [field, { clash }] of sumChanges(changes)) {
            if (clash !== undefined) throw new Error(`${name} ${field}: ${JSON.stringify(clash)}`)
          }
        }
        if (key.startsWith('document:')) continue
        for (const { id, skipped } of readRegister(scope).entries.values()) expect([id, skipped]).toEqual([id, []])
      }
    }),
    { numRuns: 1500 },
  )
})
