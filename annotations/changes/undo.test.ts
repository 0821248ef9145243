import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../edit/apply-edit'
import type { Json } from '../model/json'
import { at } from '../testing/build'
import { contentOf, doEdit, editId, play, type Step, spellContent, steps, wishes } from '../testing/histories'
import { allScopes, type Machine, uniteStates, type Wish } from '../testing/machines'
import { readJournal, writeJournal } from '../workspace/journal-file'
import { sumChanges } from './entry'
import type { Journal, ScopeKey, WorkspaceState } from './journal'
import { entriesOfEdit, undoStacks } from './undo'
import { uniteScope } from './unite'

const runs = { numRuns: 1000 }

describe('law 5', () => {
  test('edits undone in reverse give the same content, and redone the later one, after a restart too', () => {
    fc.assert(
      fc.property(steps(20), wishes(6), fc.boolean(), (wanted, mine, restart) => {
        const start = bo(play(wanted).machines)
        const { state: later, done } = editsOf(start, mine)
        const reopened = restart ? throughFiles(later) : later
        const back = takeBack({ ...start, state: reopened }, done, 2000)
        expect(spellContent(contentOf(back))).toBe(spellContent(contentOf(start.state)))
        const undos = done.map((_, i) => editId(2000 + i))
        expect(last(undoStacks(back, start.annotator, allScopes).redo, done.length)).toEqual(undos)
        const again = takeBack({ ...start, state: back }, undos, 3000)
        expect(spellContent(contentOf(again))).toBe(spellContent(contentOf(later)))
        const once = takeBack(
          { ...start, state: again },
          last(undoStacks(again, start.annotator, allScopes).undo, done.length),
          4000,
        )
        expect(spellContent(contentOf(once))).toBe(spellContent(contentOf(start.state)))
      }),
      runs,
    )
  })

  test('with merges in between, so it is for every field that nobody else set', () => {
    fc.assert(
      fc.property(steps(15), wishes(5), steps(12), (wanted, mine, theirs) => {
        const { machines } = play(wanted)
        const start = bo(machines)
        const { state: later, done } = editsOf(start, mine)
        const others = play(theirs.map(awayFromBo), machines, 5000).machines
        const merged = uniteStates(uniteStates(later, stateOf(others[0])), stateOf(others[2]))
        const foreign = fieldsSetBy(merged, edit => !done.includes(edit) && !isKnown(start.state, edit))
        const back = takeBack({ ...start, state: merged }, done, 2000)
        const before = contentOf(start.state)
        const after = contentOf(back)
        for (const name of new Set([...before.keys(), ...after.keys()])) {
          if (!foreign.has(name)) expect([name, after.get(name)]).toEqual([name, before.get(name)])
        }
      }),
      runs,
    )
  })

  test('no undo changes a later value: it sets only fields whose standing change is the undone edit or an undo', () => {
    fc.assert(
      fc.property(steps(35), wanted => {
        for (const { before, after, edit } of play(wanted).steps) {
          const act = edit?.acts[0]
          if (act?.do !== 'undo' || after === before) continue
          for (const key of allScopes) {
            const now = uniteScope(after.scopes.get(key) ?? { journals: new Map() })
            for (const [name, entry] of uniteScope(before.scopes.get(key) ?? { journals: new Map() })) {
              const added = now.get(name)?.changes.find(change => change.edit === edit?.id)
              const fields = sumChanges(entry.changes)
              for (const field of added?.set.keys() ?? []) {
                const standing = entry.changes.find(change => change.edit === fields.get(field)?.edit)
                if (standing?.edit !== act.edit && standing?.undoes === undefined) throw new Error(`${name} ${field}`)
              }
            }
          }
        }
      }),
      runs,
    )
  })

  test('the stacks are the same after a restart', () => {
    fc.assert(
      fc.property(steps(), wanted => {
        for (const { state, annotator } of play(wanted).machines) {
          const reopened = throughFiles(state)
          expect(undoStacks(reopened, annotator, allScopes)).toEqual(undoStacks(state, annotator, allScopes))
        }
      }),
      runs,
    )
  })
})

/** The second annotator's first machine, with its redo stack of no interest. */
function bo(machines: readonly Machine[]): Machine {
  const machine = machines[1]
  if (machine === undefined) throw new Error('no machine')
  return machine
}

function last<T>(list: readonly T[], n: number): readonly T[] {
  return list.slice(list.length - n)
}

function stateOf(machine: Machine | undefined): WorkspaceState {
  if (machine === undefined) throw new Error('no machine')
  return machine.state
}

/** A step of the other machines: nothing reaches or leaves the first one of Bo. */
function awayFromBo(step: Step): Step {
  const not = (machine: number) => (machine === 1 ? 2 : machine)
  return 'from' in step ? { from: not(step.from), to: not(step.to) } : { ...step, machine: not(step.machine) }
}

/** Wishes done in turn by hand, undo and what the program does left out, with the edits that changed something. */
function editsOf(start: Machine, wanted: readonly Wish[]) {
  let { state } = start
  const done: string[] = []
  for (const [index, wish] of wanted.entries()) {
    const byHand = { ...wish, c: wish.c % 7 === 0 ? wish.c + 1 : wish.c }
    const verb = ['undo', 'redo', 'carry'].includes(wish.verb) ? 'set-note' : wish.verb
    const { after, edit } = doEdit({ ...start, state }, { ...byHand, verb }, editId(1000 + index))
    if (after !== state) done.push(edit.id)
    state = after
  }
  return { state, done }
}

/** Undoes edits, the last first. One of which nothing is left is passed over. */
function takeBack(machine: Machine, edits: readonly string[], first: number): WorkspaceState {
  let { state } = machine
  for (const [index, edit] of [...edits].reverse().entries()) {
    const undo = { do: 'undo', edit, scopes: allScopes } as const
    const id = editId(first + index)
    const applied = applyEdit(state, { id, at, by: machine.annotator, acts: [undo] })
    if (applied.ok) state = applied.value.state
    else expect(applied.error.code).toBe('changed-since')
  }
  return state
}

function throughFiles(state: WorkspaceState): WorkspaceState {
  const scopes = [...state.scopes].map(([scope, { journals }]) => {
    const read = [...journals].map(([annotator, journal]) => [annotator, reread(journal, scope)] as const)
    return [scope, { journals: new Map(read) }] as const
  })
  return { ...state, scopes: new Map(scopes) }
}

function reread(journal: Journal, scope: ScopeKey): Journal {
  const read = readJournal(writeJournal(journal, { workspace: 'w', scope }))
  if (!read.ok) throw new Error(read.error.code)
  return read.value.journal
}

/** Names, as in `contentOf`, of fields that an edit of which `is` holds set. */
function fieldsSetBy(state: WorkspaceState, is: (edit: string) => boolean): Map<string, Json> {
  const names = new Map<string, Json>()
  for (const key of allScopes) {
    for (const [entry, { changes }] of uniteScope(state.scopes.get(key) ?? { journals: new Map() })) {
      for (const change of changes) {
        if (is(change.edit)) for (const field of change.set.keys()) names.set(`${key} ${entry} ${field}`, true)
      }
    }
  }
  return names
}

function isKnown(state: WorkspaceState, edit: string): boolean {
  for (const scope of state.scopes.values()) {
    for (const entry of uniteScope(scope).values()) if (entry.changes.some(change => change.edit === edit)) return true
  }
  return false
}

test('the entries of an edit are those of the united scope that it changed, whoever is a guest', () => {
  const guests = fc.constantFrom<ReadonlySet<string> | undefined>(undefined, new Set(['ann']), new Set(['bo']))
  fc.assert(
    fc.property(steps(), guests, (wanted, invited) => {
      const { machines, steps: done } = play(wanted)
      for (const scope of machines.flatMap(({ state }) => [...state.scopes.values()])) {
        const told = invited === undefined ? scope : { ...scope, guests: invited }
        for (const edit of done.flatMap(step => step.edit?.id ?? [])) {
          const naive = [...uniteScope(told).values()].filter(({ changes }) => changes.some(one => one.edit === edit))
          expect(entriesOfEdit(told, edit)).toEqual(naive)
        }
      }
    }),
  )
})
