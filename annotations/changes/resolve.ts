import { shownName } from '../model/entry-name'
import { compareChanges, type Field } from './change'
import { type Entry, type FieldState, type Fields, firstField, isDeleted, sumChanges } from './entry'
import type { Scope } from './journal'
import { uniteScope } from './unite'

/** A register as everybody's statements add up: its living and removed entries, by id. */
export interface Register {
  readonly entries: ReadonlyMap<string, RegisterEntry>
}

export interface RegisterEntry {
  readonly type: string
  readonly id: string
  readonly fields: Fields
  readonly deleted: boolean
  /** The id that readers see instead: its own, or that of the entry it was merged into. */
  readonly resolved: string
  /** The nearest ancestor that is neither removed nor merged away; rings are cut. */
  readonly parent: string | undefined
  /** A pointer that would close a ring and is skipped. */
  readonly skipped: readonly ('parent' | 'redirect')[]
}

const registers = new WeakMap<Scope, Register>()

/**
 * Adds up the statements of a register and resolves its pointers. `redirect`, then `parent` apply in the order of
 * their changes; one that would close a ring is skipped and listed, one to an entry that is not there or of another
 * type waits. Ends for any statements; does not depend on the order of files.
 */
export function readRegister(scope: Scope): Register {
  const known = registers.get(scope)
  if (known !== undefined) return known
  const stated = statedById(scope)
  const redirects = acyclic(stated, 'redirect', id => id)
  const merged = new Map(redirects.pointer)
  const parents = acyclic(stated, 'parent', id => endOf(merged, id))
  const removed = new Map([...parents.pointer].filter(([id]) => isRemoved(stated.get(id))))
  const entries = new Map<string, RegisterEntry>()
  for (const entry of stated.values()) {
    const parent = parents.pointer.get(entry.id)
    const living = parent === undefined ? undefined : endOf(removed, parent)
    entries.set(entry.id, {
      type: entry.type,
      id: entry.id,
      fields: sumChanges(entry.changes),
      deleted: isDeleted(entry),
      resolved: endOf(merged, entry.id),
      parent: living === undefined || isRemoved(stated.get(living)) ? undefined : living,
      skipped: pointers.filter(field => (field === 'parent' ? parents : redirects).skipped.has(entry.id)),
    })
  }
  const register = { entries }
  registers.set(scope, register)
  return register
}

const pointers = ['parent', 'redirect'] as const

function isRemoved(entry: Entry | undefined): boolean {
  return entry === undefined || isDeleted(entry)
}

/** The first entry of which `after` skips a pointer that `before` did not: the one that would close a ring. */
export function ringClosed(before: Scope, after: Scope): RegisterEntry | undefined {
  const { entries } = readRegister(before)
  for (const entry of readRegister(after).entries.values()) {
    if (entry.skipped.some(field => entries.get(entry.id)?.skipped.includes(field) !== true)) return entry
  }
  return undefined
}

/** Entries by id, sorted by it. Of two types under one id the one begun first is read. */
function statedById(scope: Scope): ReadonlyMap<string, Entry> {
  const byId = new Map<string, Entry>()
  const sorted = [...uniteScope(scope).values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : begunFirst(a, b)))
  for (const entry of sorted) if (entry.id !== '' && !byId.has(entry.id)) byId.set(entry.id, entry)
  return byId
}

function begunFirst(a: Entry, b: Entry): number {
  const [first, second] = [a.changes[0], b.changes[0]]
  const order = first === undefined || second === undefined ? 0 : compareChanges(first, second)
  return order || (a.type < b.type ? -1 : 1)
}

/** The entry that an id stands for after merges; `undefined` for an id that nobody stated. */
export function resolveEntry(register: Register, id: string): RegisterEntry | undefined {
  const entry = register.entries.get(id)
  return entry === undefined ? undefined : (register.entries.get(entry.resolved) ?? entry)
}

/** The standing value of a field as text, or `undefined`; of a name as it is shown. */
export function textOf(entry: RegisterEntry | undefined, field: Field): string | undefined {
  const value = entry?.fields.get(field)?.value
  if (typeof value !== 'string') return undefined
  return field === 'name' ? shownName(value) : value
}

/** The standing value of a field as a number, or `undefined`. */
export function numberOf(entry: RegisterEntry | undefined, field: Field): number | undefined {
  const value = entry?.fields.get(field)?.value
  return typeof value === 'number' ? value : undefined
}

/** What stands in a list in an order of its own. */
export interface Ordered {
  readonly id: string
  readonly name: string
  readonly order: number | undefined
}

/** By order, then by name, then by id; what has no order comes last. */
export function compareOrdered(a: Ordered, b: Ordered): number {
  const [first, second] = [a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY]
  if (first !== second) return first < second ? -1 : 1
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
}

/** Names from the root down to the entry, as a tag path is shown; an entry without a name shows its id. */
export function pathOf(register: Register, id: string): string[] {
  const path: string[] = []
  const seen = new Set<string>()
  let entry = resolveEntry(register, id)
  while (entry !== undefined && !seen.has(entry.id)) {
    seen.add(entry.id)
    path.unshift(textOf(entry, 'name') ?? entry.id)
    entry = entry.parent === undefined ? undefined : register.entries.get(entry.parent)
  }
  return path
}

/** Entries that a list shows: of the type, neither removed nor merged away, with a name (a claim: a statement). */
export function livingEntries(register: Register, type: string): RegisterEntry[] {
  return [...register.entries.values()].filter(
    entry =>
      entry.type === type &&
      !entry.deleted &&
      entry.resolved === entry.id &&
      (entry.fields.get(firstField(type))?.value ?? null) !== null,
  )
}

interface Pointers {
  readonly pointer: ReadonlyMap<string, string>
  readonly skipped: ReadonlySet<string>
}

/** The pointers of a field without rings; each leads to the entry that `resolve` gives for its target. */
function acyclic(
  stated: ReadonlyMap<string, Entry>,
  field: 'parent' | 'redirect',
  resolve: (id: string) => string,
): Pointers {
  const pointer = new Map<string, string>()
  const skipped = new Set<string>()
  const ends = new Map<string, string>()
  for (const { entry, to } of wantedPointers(stated, field)) {
    const target = resolve(to)
    if (endOf(ends, target) === entry.id) skipped.add(entry.id)
    else {
      pointer.set(entry.id, target)
      ends.set(entry.id, target)
    }
  }
  return { pointer, skipped }
}

function wantedPointers(stated: ReadonlyMap<string, Entry>, field: 'parent' | 'redirect') {
  const wanted: { readonly entry: Entry; readonly to: string; readonly state: FieldState }[] = []
  for (const entry of stated.values()) {
    const state = sumChanges(entry.changes).get(field)
    if (typeof state?.value !== 'string' || stated.get(state.value)?.type !== entry.type) continue
    wanted.push({ entry, to: state.value, state })
  }
  return wanted.sort((a, b) => compareStates(a.state, b.state) || (a.entry.id < b.entry.id ? -1 : 1))
}

function compareStates(a: FieldState, b: FieldState): number {
  return a.rev - b.rev || (a.edit < b.edit ? -1 : a.edit > b.edit ? 1 : 0)
}

/** The end of a chain of pointers, which has no rings. Shortens the chains it follows, so that many are cheap. */
function endOf(chains: Map<string, string>, from: string): string {
  let end = from
  for (let next = chains.get(end); next !== undefined; next = chains.get(end)) end = next
  for (let at = from; at !== end; ) {
    const next = chains.get(at) ?? end
    chains.set(at, end)
    at = next
  }
  return end
}
