import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '../edit/edit'
import { afterEdits, at, editOf, refusalOf, scopeIn, workspaceWith } from '../testing/build'
import { uniteStates } from '../testing/machines'
import { type Entry, entryKey } from './entry'
import type { Scope, WorkspaceState } from './journal'
import { livingEntries, pathOf, readRegister, resolveEntry } from './resolve'

const add = (id: string, parent?: string): Act => {
  const fields = parent === undefined ? { name: id } : { name: id, parent }
  return { do: 'add-entry', register: 'codebook', type: 'tag', id, fields }
}
const on = (id: string) => ({ register: 'codebook', id }) as const
const move = (id: string, parent: string | null): Act => ({ do: 'move-entry', ...on(id), parent })
const merge = (id: string, into: string): Act => ({ do: 'merge-entry', ...on(id), into })
const undo = (edit: string): Act => ({ do: 'undo', edit, scopes: ['codebook'] })

/** A, B under A, C under B, and D. */
const tree = afterEdits(workspaceWith(), editOf('e1', 'ann', add('A'), add('B', 'A'), add('C', 'B'), add('D')))

/** Each living tag as its path, then those of which a pointer is skipped. */
function shown(state: WorkspaceState): string {
  const register = readRegister(scopeIn(state, 'codebook'))
  const skipped = [...register.entries.values()].flatMap(({ id, skipped }) => skipped.map(field => `${id} ${field}`))
  const paths = livingEntries(register, 'tag').map(({ id }) => pathOf(register, id).join('>'))
  return [...paths, ...skipped.map(text => `skipped: ${text}`)].join(' ')
}

describe('the tree of tags', () => {
  test.each<[string, readonly Act[], string]>([
    ['stands as it was built', [], 'A A>B A>B>C D'],
    ['moves with what hangs below', [move('B', 'D')], 'A D>B D>B>C D'],
    ['hangs children of a removed tag on its nearest living ancestor', [{ do: 'remove-entry', ...on('B') }], 'A A>C D'],
    [
      'or at the top',
      [
        { do: 'remove-entry', ...on('A') },
        { do: 'remove-entry', ...on('B') },
      ],
      'C D',
    ],
    [
      'shows restored tags where they were',
      [
        { do: 'remove-entry', ...on('B') },
        { do: 'restore-entry', ...on('B') },
      ],
      'A A>B A>B>C D',
    ],
    ['hangs children of a merged tag on the one it was merged into', [merge('B', 'D')], 'A D>C D'],
    ['lets a tag take the place of the one above that is merged into it', [merge('A', 'C')], 'C>B C D'],
    [
      'keeps a split tag until somebody removes it',
      [{ do: 'split-entry', ...on('D'), parts: ['A', 'B'] }],
      'A A>B A>B>C D',
    ],
  ])('%s', (_, acts, paths) => {
    expect(shown(afterEdits(tree, ...acts.map((act, i) => editOf(`e${i + 2}`, 'ann', act))))).toBe(paths)
  })

  test('parts what was merged when the merge is undone', () => {
    const merged = afterEdits(tree, editOf('e2', 'ann', merge('B', 'D')))
    const register = readRegister(scopeIn(merged, 'codebook'))
    expect(resolveEntry(register, 'B')?.id).toBe('D')
    expect(shown(afterEdits(merged, editOf('e3', 'ann', undo('e2'))))).toBe(shown(tree))
  })

  test('follows merges of merges, and merges into a removed tag', () => {
    const state = afterEdits(tree, editOf('e2', 'ann', merge('B', 'C')), editOf('e3', 'ann', merge('C', 'D')))
    expect(resolveEntry(readRegister(scopeIn(state, 'codebook')), 'B')?.id).toBe('D')
    const removed = afterEdits(state, editOf('e4', 'ann', { do: 'remove-entry', ...on('D') }))
    expect(resolveEntry(readRegister(scopeIn(removed, 'codebook')), 'B')).toMatchObject({ id: 'D', deleted: true })
  })
})

describe('a ring', () => {
  test.each<[string, WorkspaceState, Act]>([
    ['of parents', tree, move('A', 'C')],
    [
      'of parents over a removed tag',
      afterEdits(tree, editOf('e2', 'ann', { do: 'remove-entry', ...on('B') })),
      move('A', 'C'),
    ],
    ['of merges', afterEdits(tree, editOf('e2', 'ann', merge('A', 'D'))), merge('D', 'A')],
    [
      'of merges over a third',
      afterEdits(tree, editOf('e2', 'ann', merge('A', 'B'), merge('B', 'D'))),
      merge('D', 'A'),
    ],
  ])('%s is refused', (_, state, act) => {
    expect(refusalOf(state, editOf('e9', 'ann', act))).toBe('ring')
  })

  test('that the undo of an old move would close is skipped, and the undo is done', () => {
    const moved = afterEdits(tree, editOf('e2', 'ann', move('B', null)), editOf('e3', 'ann', move('A', 'B')))
    expect(shown(afterEdits(moved, editOf('e4', 'ann', undo('e2'))))).toBe('B>A B B>C D skipped: B parent')
  })

  test('made by two who did not see each other is cut at the later pointer, which is shown as skipped', () => {
    const flat = afterEdits(workspaceWith(), editOf('e1', 'ann', add('A'), add('B')))
    const one = afterEdits(flat, editOf('e2', 'ann', move('A', 'B')))
    const other = afterEdits(flat, editOf('e3', 'bo', move('B', 'A')))
    expect(shown(uniteStates(one, other))).toBe('B>A B skipped: B parent')
    expect(shown(uniteStates(other, one))).toBe('B>A B skipped: B parent')
    const mergedBoth = uniteStates(
      afterEdits(flat, editOf('e2', 'ann', merge('A', 'B'))),
      afterEdits(flat, editOf('e3', 'bo', merge('B', 'A'))),
    )
    expect(shown(mergedBoth)).toBe('B skipped: B redirect')
    const mixed = uniteStates(
      afterEdits(tree, editOf('e2', 'ann', move('D', 'C'))),
      afterEdits(tree, editOf('e3', 'bo', merge('A', 'D'))),
    )
    expect(shown(mixed)).toBe('D>B D>B>C D skipped: D parent')
  })
})

describe('law 8: for any statements', () => {
  const ids = ['A', 'B', 'C', 'D', 'E', 'F'] as const
  const statement = fc.record({
    id: fc.constantFrom(...ids),
    type: fc.constantFrom('tag', 'tag', 'tag', 'claim-type'),
    field: fc.constantFrom('parent', 'redirect', 'deleted', 'name'),
    value: fc.constantFrom(...ids, 'nobody', true, null, 7),
    rev: fc.nat(4),
  })

  test('resolving and the tree end, and resolving twice is resolving once', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 14 }), fc.boolean(), (statements, turned) => {
        const register = readRegister(scopeOf(turned ? [...statements].reverse() : statements, turned))
        const same = readRegister(scopeOf(statements, false))
        for (const [id, entry] of register.entries) {
          expect(same.entries.get(id)).toEqual(entry)
          const seen = resolveEntry(register, id)
          expect(seen).toBeDefined()
          expect(resolveEntry(register, seen?.id ?? '')).toBe(seen)
          const path = new Set<string>()
          for (let at: string | undefined = id; at !== undefined; at = register.entries.get(at)?.parent) {
            if (path.has(at)) throw new Error(`a ring at ${at}`)
            path.add(at)
            if (at === id) continue
            expect(register.entries.get(at)).toMatchObject({ deleted: false, resolved: at })
          }
        }
      }),
      { numRuns: 3000 },
    )

    function scopeOf(
      statements: readonly {
        id: string
        type: string
        field: string
        value: string | boolean | number | null
        rev: number
      }[],
      turned: boolean,
    ): Scope {
      const entries = new Map<`${string}:${string}`, Entry>()
      const changes = statements.map((one, i) => ({ ...one, edit: `e${turned ? statements.length - 1 - i : i}` }))
      for (const { id, type, field, value, rev, edit } of changes.sort(
        (a, b) => a.rev - b.rev || (a.edit.padStart(4) < b.edit.padStart(4) ? -1 : 1),
      )) {
        const key = entryKey(type, id)
        const before = entries.get(key)?.changes ?? []
        const change = { edit: edit.padStart(4, 'e'), rev, at, set: new Map([[field, value]]) }
        entries.set(key, { type, id, changes: [...before, change] })
      }
      return { journals: new Map([['ann', { annotator: 'ann', rev: 9, entries }]]) }
    }
  })

  test('a chain of 50,000 merged and removed tags is read in a moment', () => {
    const entries = new Map<`${string}:${string}`, Entry>()
    const count = 50_000
    for (let i = 0; i < count; i += 1) {
      const field = i % 2 === 0 ? 'redirect' : 'parent'
      const set = new Map<string, string | boolean>([
        ['name', 'x'],
        [field, `t${i + (i % 2 === 0 ? 2 : -2)}`],
        ['deleted', i % 2 === 1],
      ])
      const edit = `e${String(count - i).padStart(6, '0')}`
      entries.set(`tag:t${i}`, { type: 'tag', id: `t${i}`, changes: [{ edit, rev: 1, at, set }] })
    }
    const register = readRegister({ journals: new Map([['ann', { annotator: 'ann', rev: 1, entries }]]) })
    expect(register.entries.size).toBe(count)
    expect(register.entries.get('t0')?.resolved).toBe(`t${count - 2}`)
  })
})
