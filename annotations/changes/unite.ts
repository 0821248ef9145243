import type { AnnotatorId, EditId } from '../model/ids'
import { type Json, spellJson } from '../model/json'
import { type Change, compareChanges } from './change'
import { type Entry, type EntryKey, firstField, ownTypes } from './entry'
import type { Journal, Scope } from './journal'

/**
 * The union of two sets of changes, in order. An edit in both is one change; where the two spellings differ the
 * one that sets more fields stands, then the one in its author's own file, then the smaller in JSON, so that the
 * outcome does not depend on the sides. Returns `a` itself where `b` adds nothing. Commutative, associative, idempotent.
 */
export function uniteChanges(a: readonly Change[], b: readonly Change[]): readonly Change[] {
  if (a === b) return a
  const byEdit = new Map<EditId, Change>()
  for (const change of a) byEdit.set(change.edit, change)
  let added = false
  for (const change of b) {
    const known = byEdit.get(change.edit)
    if (known === undefined || (known !== change && prefers(change, known))) {
      byEdit.set(change.edit, change)
      added = true
    }
  }
  return added ? [...byEdit.values()].sort(compareChanges) : a
}

function prefers(candidate: Change, known: Change): boolean {
  if (candidate.set.size !== known.set.size) return candidate.set.size > known.set.size
  if ((candidate.by === undefined) !== (known.by === undefined)) return candidate.by === undefined
  return spelling(candidate) < spelling(known)
}

/** True for two spellings of a change that say the same. */
export function sameChange(a: Change, b: Change): boolean {
  return a === b || spelling(a) === spelling(b)
}

function spelling(change: Change): string {
  return JSON.stringify([
    change.rev,
    change.at,
    [...change.set].sort(byName).map(([field, value]) => [field, spellJson(value)]),
    [...(change.over ?? [])].sort(byName),
    change.undoes ?? null,
    change.why ?? null,
    change.auto ?? null,
    change.by ?? null,
    [...(change.extra ?? [])].sort(byName).map(([name, value]) => [name, spellJson(value)]),
  ])
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}

/** The union of two histories of one entry. Returns `a` itself where `b` adds nothing. */
export function uniteEntries(a: Entry, b: Entry): Entry {
  const changes = uniteChanges(a.changes, b.changes)
  const extra = uniteExtra(a.extra, b.extra)
  if (changes === a.changes && extra === a.extra) return a
  return { type: a.type, id: a.id, changes, ...(extra === undefined ? {} : { extra }) }
}

/** The union of two copies of one annotator's journal. Returns `a` itself where `b` adds nothing. */
export function uniteJournals(a: Journal, b: Journal): Journal {
  let entries: Map<EntryKey, Entry> | undefined
  for (const [key, entry] of b.entries) {
    const mine = a.entries.get(key)
    const united = mine === undefined ? entry : uniteEntries(mine, entry)
    if (united === mine) continue
    entries ??= new Map(a.entries)
    entries.set(key, united)
  }
  const rev = Math.max(a.rev, b.rev)
  const unknown = uniteUnknown(a.unknown, b.unknown)
  const extra = uniteExtra(a.extra, b.extra)
  const newer = a.newer ?? b.newer
  const same = rev === a.rev && unknown === a.unknown && extra === a.extra && newer === a.newer
  if (entries === undefined && same) return a
  return {
    annotator: a.annotator,
    rev,
    entries: entries ?? a.entries,
    ...(unknown === undefined ? {} : { unknown }),
    ...(extra === undefined ? {} : { extra }),
    ...(newer === undefined ? {} : { newer }),
  }
}

type Extra = ReadonlyMap<string, Json> | undefined

/** Members of both; of two values for one the smaller in JSON. Returns `a` itself where `b` adds nothing. */
function uniteExtra(a: Extra, b: Extra): Extra {
  if (a === undefined || b === undefined) return a ?? b
  let united: Map<string, Json> | undefined
  for (const [name, value] of b) {
    const known = a.get(name)
    if (known !== undefined && spellJson(known) <= spellJson(value)) continue
    united ??= new Map(a)
    united.set(name, value)
  }
  return united ?? a
}

/** Lines of both, each once; sorted as soon as a side adds to the other. */
function uniteUnknown(a: Journal['unknown'], b: Journal['unknown']): Journal['unknown'] {
  if (a === undefined || b === undefined || a === b) return a ?? b
  const lines = new Map(a.map(line => [spellJson(line), line]))
  for (const line of b) if (!lines.has(spellJson(line))) lines.set(spellJson(line), line)
  if (lines.size === a.length) return a
  return [...lines].sort(byName).map(([, line]) => line)
}

const summed = new WeakMap<Scope, ReadonlyMap<EntryKey, Entry>>()

/**
 * What all annotators of a scope stated about each entry: their changes united per entry. Does not depend on the
 * order of files. Of a guest what is their own counts, and what they state of entries that no member began (law 11).
 * Cached by the identity of the scope.
 */
export function uniteScope(scope: Scope): ReadonlyMap<EntryKey, Entry> {
  const known = summed.get(scope)
  if (known !== undefined) return known
  const keys = new Set<EntryKey>()
  const annotators = [...scope.journals.keys()].sort()
  for (const annotator of annotators)
    for (const key of scope.journals.get(annotator)?.entries.keys() ?? []) keys.add(key)
  const entries = new Map<EntryKey, Entry>()
  for (const key of keys) {
    const entry = uniteEntry(scope, annotators, key)
    if (entry !== undefined) entries.set(key, entry)
  }
  summed.set(scope, entries)
  return entries
}

/** One entry as all annotators of the scope stated it, without adding up the others. */
export function entryIn(scope: Scope | undefined, key: EntryKey): Entry | undefined {
  return scope === undefined ? undefined : uniteEntry(scope, [...scope.journals.keys()].sort(), key)
}

function uniteEntry(scope: Scope, annotators: readonly AnnotatorId[], key: EntryKey): Entry | undefined {
  let found: Entry | undefined
  let invited: Entry | undefined
  for (const annotator of annotators) {
    const entry = scope.journals.get(annotator)?.entries.get(key)
    if (entry === undefined) continue
    if (scope.guests?.has(annotator) === true && !ownTypes.has(entry.type)) invited = uniteBoth(invited, entry)
    else found = uniteBoth(found, entry)
  }
  return invited === undefined || !mayInvite(invited, found) ? found : uniteBoth(found, invited)
}

/** True where a guest's statements count: never on a document or the workspace, elsewhere where no member began. */
function mayInvite({ type }: Entry, byMembers: Entry | undefined): boolean {
  if (type === 'fact' || type === 'workspace') return false
  const first = firstField(type)
  return byMembers?.changes.some(({ set, over }) => set.has(first) && over?.has(first) !== true) !== true
}

function uniteBoth(a: Entry | undefined, b: Entry): Entry {
  return a === undefined ? b : uniteEntries(a, b)
}
