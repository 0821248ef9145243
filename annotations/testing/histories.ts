import fc from 'fast-check'
import { sumChanges } from '../changes/entry'
import type { ScopeKey, WorkspaceState } from '../changes/journal'
import { uniteScope } from '../changes/unite'
import { applyEdit } from '../edit/apply-edit'
import type { Edit } from '../edit/edit'
import { type Json, spellJson } from '../model/json'
import type { Result } from '../model/result'
import { allScopes, editFor, type Machine, newMachine, uniteStates, verbs, type Wish } from './machines'

/** A step of a history: a machine does an edit, or takes over what another one has. */
export type Step = (Wish & { readonly machine: number }) | { readonly from: number; readonly to: number }

/** One step as it went: what the machine had, what it did, what came of it. */
export interface Done {
  readonly machine: number
  readonly before: WorkspaceState
  readonly after: WorkspaceState
  /** Absent where the machine took over another's state. */
  readonly edit?: Edit
  readonly applied?: Result<unknown, { readonly code: string }>
}

export interface History {
  readonly machines: readonly Machine[]
  readonly steps: readonly Done[]
}

const wish = fc.record({
  verb: fc.constantFrom(...verbs),
  a: fc.nat(40),
  b: fc.oneof(fc.nat(2), fc.nat(200)),
  c: fc.oneof(fc.nat(5), fc.nat(200)),
})

/** Whose machines there are in a history: Bo has two. */
export const owners = ['ann', 'bo', 'bo'] as const

/** Steps for machines that work apart and take over each other's state now and then. */
export function steps(maxLength = 30): fc.Arbitrary<readonly Step[]> {
  const machine = fc.nat(owners.length - 1)
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(wish, machine).map(([wanted, n]) => ({ ...wanted, machine: n })) },
      { weight: 1, arbitrary: fc.record({ from: machine, to: machine }) },
    ),
    { maxLength, size: 'max' },
  )
}

/** Wishes of one machine, in order. */
export function wishes(maxLength: number): fc.Arbitrary<readonly Wish[]> {
  return fc.array(wish, { maxLength, size: 'max' })
}

/**
 * Plays steps on machines; `first` is the number of the first edit. Refused edits change nothing and are kept in the
 * record.
 */
export function play(
  wanted: readonly Step[],
  start: readonly Machine[] = owners.map(newMachine),
  first = 100,
): History {
  const machines = [...start]
  const done: Done[] = []
  for (const [index, step] of wanted.entries()) {
    const machine = 'from' in step ? step.to : step.machine
    const mine = machines[machine]
    if (mine === undefined) continue
    const after = 'from' in step ? takeOver(mine, machines[step.from]) : doEdit(mine, step, editId(first + index))
    machines[machine] = { ...mine, state: after.after }
    done.push({ machine, before: mine.state, ...after })
  }
  return { machines, steps: done }
}

/** Ids that sort by time, as UUIDv7 ids do. */
export function editId(index: number): string {
  return `e${String(index).padStart(5, '0')}`
}

function takeOver(mine: Machine, theirs: Machine | undefined): Pick<Done, 'after'> {
  return { after: theirs === undefined ? mine.state : uniteStates(mine.state, theirs.state) }
}

/** Does what a machine wishes for. */
export function doEdit(mine: Machine, wanted: Wish, id: string) {
  const edit = editFor(mine, wanted, id)
  const applied = applyEdit(mine.state, edit)
  return { edit, applied, after: applied.ok ? applied.value.state : mine.state }
}

/** All standing values of a state, by scope, entry and field; absent ones left out. */
export function contentOf(state: WorkspaceState, scopes: readonly ScopeKey[] = allScopes): Map<string, Json> {
  const content = new Map<string, Json>()
  for (const key of scopes) {
    for (const [entry, { changes }] of uniteScope(state.scopes.get(key) ?? { journals: new Map() })) {
      for (const [field, { value }] of sumChanges(changes)) {
        if (value !== null) content.set(`${key} ${entry} ${field}`, value)
      }
    }
  }
  return content
}

/** Content as one text, equal for equal content. */
export function spellContent(content: ReadonlyMap<string, Json>): string {
  return [...content]
    .map(([name, value]) => `${name} = ${spellJson(value)}`)
    .sort()
    .join('\n')
}
