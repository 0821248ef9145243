import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumChanges } from '../changes/entry'
import { emptyScope, type WorkspaceState } from '../changes/journal'
import { readRegister } from '../changes/resolve'
import { uniteScope } from '../changes/unite'
import { afterEdits, editOf, scopeIn } from '../testing/build'
import { contentOf, doEdit, editId, play, spellContent, steps, wishes } from '../testing/histories'
import { allScopes, newMachine } from '../testing/machines'
import type { Act, Edit } from './edit'

/** An edit that brings back what stood in all scopes. */
function bringBack(id: string, by: string, then: WorkspaceState): Edit {
  const acts = allScopes.map(
    (scope): Act => ({ do: 'bring-back', scope, earlier: then.scopes.get(scope) ?? emptyScope }),
  )
  return editOf(id, by, ...acts)
}

/** What stands, without entries that were begun since `then` and places in texts where there were none. */
function asThen(state: WorkspaceState, then: WorkspaceState) {
  const known = contentOf(then)
  const entries = new Set(allScopes.flatMap(scope => [...uniteScope(scopeIn(then, scope)).keys()]))
  return new Map(
    [...contentOf(state)].filter(([name]) => {
      const [, entry = '', field = ''] = name.split(' ')
      return entries.has(entry as never) && (known.has(name) || !field.startsWith('placements.'))
    }),
  )
}

test('alone: everything is as it was, what was begun since is removed, and one undo takes it all back', () => {
  fc.assert(
    fc.property(wishes(12), wishes(12), (earlier, later) => {
      let machine = newMachine('ann')
      let n = 100
      const work = (wanted: typeof later) => {
        for (const one of wanted) machine = { ...machine, state: doEdit(machine, one, editId(n++)).after }
      }
      work(earlier)
      const then = machine.state
      work(later)
      const back = afterEdits(machine.state, bringBack('e90000', 'ann', then))
      expect(spellContent(asThen(back, then))).toBe(spellContent(contentOf(then)))
      for (const scope of allScopes) {
        for (const [key, entry] of uniteScope(scopeIn(back, scope))) {
          if (uniteScope(scopeIn(then, scope)).has(key)) continue
          const fields = [...sumChanges(entry.changes)].filter(([, { value }]) => value !== null)
          expect(fields.length === 0 || sumChanges(entry.changes).get('deleted')?.value === true, key).toBe(true)
        }
      }
      if (back === machine.state) return
      const undone = afterEdits(back, editOf('e90001', 'ann', { do: 'undo', edit: 'e90000', scopes: allScopes }))
      expect(spellContent(contentOf(undone))).toBe(spellContent(contentOf(machine.state)))
      expect(afterEdits(back, bringBack('e90002', 'ann', then))).toBe(back)
    }),
    { numRuns: 300 },
  )
})

test('with others: no change of theirs is touched, and no value that they have set since', () => {
  fc.assert(
    fc.property(steps(15), steps(15), (earlier, later) => {
      const before = play(earlier)
      const then = before.machines[0]?.state
      const now = play(later, before.machines, 500).machines[0]?.state
      if (then === undefined || now === undefined) throw new Error('no machine')
      const back = afterEdits(now, bringBack('e90000', 'ann', then))
      for (const scope of allScopes) {
        expect(scopeIn(back, scope).journals.get('bo')).toBe(scopeIn(now, scope).journals.get('bo'))
        const mine = scopeIn(now, scope).journals.get('ann')
        for (const [key, entry] of uniteScope(scopeIn(now, scope))) {
          const after = uniteScope(scopeIn(back, scope)).get(key)
          const own = new Set(mine?.entries.get(key)?.changes.map(({ edit }) => edit))
          for (const [field, { value, edit }] of sumChanges(entry.changes)) {
            if (own.has(edit)) continue
            expect(sumChanges(after?.changes ?? []).get(field)?.value, `${key} ${field}`).toEqual(value)
          }
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a tag that was made since is removed, but not where a colleague has said something of it', () => {
  const then = newMachine('ann').state
  const tag = (id: string): Act => ({ do: 'add-entry', register: 'codebook', type: 'tag', id, fields: { name: id } })
  const theirs: Act = { do: 'change-entry', register: 'codebook', id: 't-8', fields: { definition: 'Prices.' } }
  const now = afterEdits(then, editOf('e1', 'ann', tag('t-8'), tag('t-9')), editOf('e2', 'bo', theirs))
  const tags = readRegister(scopeIn(afterEdits(now, bringBack('e3', 'ann', then)), 'codebook')).entries
  expect([tags.get('t-8')?.deleted, tags.get('t-9')?.deleted]).toEqual([false, true])
})
