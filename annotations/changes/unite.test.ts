import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../model/json'
import { spellJson } from '../model/json'
import { at } from '../testing/build'
import { contentOf, play, spellContent, steps } from '../testing/histories'
import { allScopes } from '../testing/machines'
import { type Change, inOrder } from './change'
import { type Entry, type EntryKey, entryKey, sumChanges } from './entry'
import { type Journal, type Scope, scopeRev } from './journal'
import { uniteChanges, uniteEntries, uniteJournals, uniteScope } from './unite'

const runs = { numRuns: 1500 }
const word = fc.constantFrom('a', 'b', 'c')
const value: fc.Arbitrary<Json> = fc.oneof(word, fc.constant(null), fc.record({ x: fc.nat(2), y: word }))
const extra = fc.dictionary(word, value, { minKeys: 1, maxKeys: 2 }).map(members => new Map(Object.entries(members)))

/** Changes of a hostile kind: one edit in several spellings, any rev, any `over`. */
const change: fc.Arbitrary<Change> = fc
  .record(
    {
      edit: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
      rev: fc.nat(3),
      at: fc.constant(at),
      set: fc.dictionary(fc.constantFrom('note', 'tags.t', 'deleted'), value, { maxKeys: 2 }),
      over: fc.dictionary(fc.constantFrom('note', 'deleted'), fc.constantFrom('e1', 'e2', 'e9'), {
        minKeys: 1,
        maxKeys: 2,
      }),
      why: word,
      by: word,
      extra,
    },
    { requiredKeys: ['edit', 'rev', 'at', 'set'] },
  )
  .map(({ set, over, ...rest }) => ({
    ...rest,
    set: new Map(Object.entries(set)),
    ...(over === undefined ? {} : { over: new Map(Object.entries(over)) }),
  }))
const changes = fc.array(change, { maxLength: 5 }).map(list => uniteChanges([], list))
const entry: fc.Arbitrary<Entry> = fc
  .record({ changes, extra }, { requiredKeys: ['changes'] })
  .map(parts => ({ type: 'annotation', id: 'n', ...parts }))
const journal: fc.Arbitrary<Journal> = fc
  .record(
    {
      entries: fc.dictionary(word, entry, { maxKeys: 3 }),
      rev: fc.nat(9),
      unknown: fc.uniqueArray(value, { selector: spellJson, maxLength: 3 }),
      extra,
      newer: fc.constant(true as const),
    },
    { requiredKeys: ['entries', 'rev'] },
  )
  .map(({ entries, ...rest }) => ({
    annotator: 'ann',
    ...rest,
    entries: new Map(Object.entries(entries).map(([id, one]) => [entryKey('annotation', id), { ...one, id }])),
  }))

/** A text that is equal for equal values; maps are spelled as sorted pairs, lists of unknown lines as sets. */
function spell(subject: unknown): string {
  return JSON.stringify(subject, (name, member: unknown) => {
    if (member instanceof Map) return [...member].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
    if (name === 'unknown' && Array.isArray(member)) return member.map(spellJson).sort()
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
    return Object.fromEntries(Object.entries(member).sort((a, b) => (a[0] < b[0] ? -1 : 1)))
  })
}

describe.each<[string, fc.Arbitrary<unknown>, (a: never, b: never) => unknown]>([
  ['two sets of changes', changes, uniteChanges],
  ['two histories of an entry', entry, uniteEntries],
  ['two copies of a journal', journal, uniteJournals],
])('law 3: uniting %s', (_, arbitrary, unite) => {
  const united = unite as (a: unknown, b: unknown) => unknown

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
        if (spell(united(a, b)) !== spell(united(b, a))) throw new Error('not commutative')
        if (spell(united(united(a, b), c)) !== spell(united(a, united(b, c)))) throw new Error('not associative')
        if (united(a, a) !== a) throw new Error('not idempotent')
      }),
      runs,
    )
  })

  test('returns the left side itself where the right one adds nothing', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (a, b) => {
        const both = united(a, b)
        if (united(both, b) !== both || united(both, a) !== both) throw new Error('a new object')
      }),
      runs,
    )
  })
})

describe('law 3: the sum', () => {
  test('loses no change and gives the same values in whatever order files arrive', () => {
    fc.assert(
      fc.property(steps(), fc.nat(), (wanted, turn) => {
        const { machines } = play(wanted)
        for (const key of allScopes) {
          const journals = machines.flatMap(({ state }) => [...(state.scopes.get(key)?.journals.values() ?? [])])
          const one = scopeOf(journals)
          const other = scopeOf([...journals.slice(turn % 7), ...journals.slice(0, turn % 7)].reverse())
          if (spell(uniteScope(one)) !== spell(uniteScope(other))) throw new Error('the order of files shows')
          for (const { entries } of journals) for (const [name, { changes }] of entries) holdsAll(one, name, changes)
        }
      }),
      runs,
    )
  })

  test('does not depend on the order of changes', () => {
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (list, chance) => {
        const shuffled = list
          .map(one => ({ one, n: chance.next().value ?? 0 }))
          .sort((a, b) => a.n - b.n)
          .map(({ one }) => one)
        expect(inOrder(shuffled)).toEqual(list)
        expect(spell(sumChanges(uniteChanges([], shuffled)))).toBe(spell(sumChanges(list)))
      }),
      runs,
    )
  })

  test('machines that took over everything of each other hold the same', () => {
    fc.assert(
      fc.property(steps(), wanted => {
        const all = [0, 1, 2].flatMap(from => [0, 1, 2].map(to => ({ from, to })))
        const { machines } = play([...wanted, ...all, ...all])
        const [first, ...others] = machines.map(({ state }) => state)
        if (first === undefined) throw new Error('no machine')
        for (const other of others) {
          expect(spellContent(contentOf(other))).toBe(spellContent(contentOf(first)))
          for (const key of allScopes) expect(scopeRev(other.scopes.get(key))).toBe(scopeRev(first.scopes.get(key)))
        }
      }),
      runs,
    )
  })
})

test('an edit in two files is one change, and the one in its author’s own file is read', () => {
  const own: Change = { edit: 'e', rev: 1, at, set: new Map([['name', 'Wind']]) }
  const travelled: Change = { ...own, by: 'ann' }
  expect(uniteChanges([travelled], [own])).toEqual([own])
  expect(uniteChanges([own], [travelled])).toEqual([own])
})

test('of two spellings of one edit the one that sets more stands', () => {
  const less: Change = { edit: 'e', rev: 1, at, set: new Map([['name', 'Wind']]) }
  const more: Change = { ...less, set: new Map([...less.set, ['zeal', 'x']]) }
  expect(uniteChanges([less], [more])).toEqual([more])
  expect(uniteChanges([more], [less])).toEqual([more])
})

function scopeOf(journals: readonly Journal[]): Scope {
  const byAnnotator = new Map<string, Journal>()
  for (const one of journals) {
    const known = byAnnotator.get(one.annotator)
    byAnnotator.set(one.annotator, known === undefined ? one : uniteJournals(known, one))
  }
  return { journals: byAnnotator }
}

function holdsAll(scope: Scope, name: EntryKey, changes: readonly Change[]): void {
  const united = new Set(
    uniteScope(scope)
      .get(name)
      ?.changes.map(one => one.edit),
  )
  for (const { edit } of changes) if (!united.has(edit)) throw new Error(`${edit} is lost`)
}
