import type { Scope } from '#annotations/changes/journal'
import { type Register, type RegisterEntry, textOf } from '#annotations/changes/resolve'
import type { AnnotatorId, EditId } from '#annotations/model/ids'
import { clashesOf, type ShownClash } from './clashes'

/** An entry that was merged into another, and the edit that did it. */
export interface MergedEntry {
  readonly id: string
  readonly name: string
  readonly edit: EditId
}

/** What the dialogs show of every entry, be it a tag or a speaker. */
export interface EntryFacts {
  readonly id: string
  readonly name: string
  readonly clashes: readonly ShownClash[]
  /** What was merged into it. */
  readonly merged: readonly MergedEntry[]
}

/** A removed entry. */
export interface RemovedEntry {
  readonly id: string
  readonly name: string
}

/** Whose edit it is, by the journal it stands in; `undefined` where no journal has it. */
export function authorOf(scope: Scope, edit: EditId): AnnotatorId | undefined {
  for (const [annotator, journal] of scope.journals) {
    for (const { changes } of journal.entries.values()) {
      if (changes.some(change => change.edit === edit)) return annotator
    }
  }
  return undefined
}

/** Reads the facts of entries of one register. */
export function factsReader(register: Register, scope: Scope): (entry: RegisterEntry) => EntryFacts {
  const merged = new Map<string, MergedEntry[]>()
  for (const entry of register.entries.values()) {
    const redirect = entry.fields.get('redirect')
    const name = textOf(entry, 'name')
    if (entry.resolved === entry.id || redirect === undefined || name === undefined) continue
    const known = merged.get(entry.resolved) ?? []
    merged.set(entry.resolved, known)
    known.push({ id: entry.id, name, edit: redirect.edit })
  }
  return entry => ({
    id: entry.id,
    name: textOf(entry, 'name') ?? entry.id,
    clashes: clashesOf(register, entry, edit => authorOf(scope, edit)),
    merged: merged.get(entry.id) ?? [],
  })
}

/** The removed entries of a type that have a name, by name. */
export function removedEntries(register: Register, type: string): RemovedEntry[] {
  return [...register.entries.values()]
    .flatMap(entry => {
      const name = textOf(entry, 'name')
      return entry.type === type && entry.deleted && name !== undefined ? [{ id: entry.id, name }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}
