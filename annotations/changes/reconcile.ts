import type { EditId, Instant } from '../model/ids'
import { type Json, sameJson } from '../model/json'
import { type Change, type Field, inOrder, nextRev } from './change'
import { type Entry, type EntryKey, sumChanges } from './entry'
import { emptyJournal, type Journal } from './journal'
import { sameChange, uniteJournals } from './unite'

/** Revs further than this beyond what is known are no work of anybody: a file says them that was damaged. */
export const maxRevLeap = 1_000_000

/** What an entry says otherwise than what was last known of it, in a file that is not as it was written. */
export interface Difference {
  readonly type: string
  readonly id: string
  /**
   * `added`: changes that were not known, of an entry that may be new; `changed`: values that no change explains, which
   * became a change; `missing`: it was not in the file and is kept; `refused`: values that cannot be, which are left out.
   */
  readonly is: 'added' | 'changed' | 'missing' | 'refused'
  readonly fields: readonly Field[]
  /** The edits whose undo takes it back; none where nothing was taken over. */
  readonly edits: readonly EditId[]
}

/** How a file is compared with what is known of it. */
export interface Comparison {
  /** The id of the change that an entry's unexplained values become after its edit `last`; the same for the same. */
  editFor(entry: Entry, last: EditId): EditId
  /** When the file was changed, as far as can be told. */
  readonly at: Instant
  /** False for a value that cannot stand in the field: a placement whose words the text does not have. */
  stands(entry: Entry, field: Field, value: Json): boolean
}

export interface Reconciled {
  readonly journal: Journal
  readonly differences: readonly Difference[]
}

/**
 * A journal that was edited by hand, merged line by line or damaged, taken together with what was last known of it.
 * Every known change stays as it was known; changes that are new are taken over; values that differ without a change
 * become one (`auto`, `why: edited-outside`), over what stood. Entries in order of their keys. The same arguments give
 * the same outcome, and reconciling the outcome with itself finds no difference.
 */
export function reconcile(known: Journal | undefined, found: Journal, comparison: Comparison): Reconciled {
  const former = known ?? emptyJournal(found.annotator)
  const entries = new Map<EntryKey, Entry>()
  const differences: Difference[] = []
  const rev = Math.max(former.rev, ...[...former.entries.values()].map(lastRev))
  for (const [key, entry] of [...found.entries].sort(byKey)) {
    const { entry: kept, difference } = reconcileEntry(former.entries.get(key), entry, rev, comparison)
    if (kept.changes.length > 0) entries.set(key, kept)
    differences.push(...difference)
  }
  for (const [key, { type, id }] of [...former.entries].sort(byKey)) {
    if (!found.entries.has(key)) differences.push({ type, id, is: 'missing', fields: [], edits: [] })
  }
  const seen = Math.max(rev, ...[...entries.values()].map(lastRev))
  const aligned: Journal = { ...found, rev: found.rev - rev > maxRevLeap ? seen : Math.max(found.rev, seen), entries }
  return { journal: known === undefined ? aligned : uniteJournals(known, aligned), differences }
}

function reconcileEntry(
  known: Entry | undefined,
  found: Entry,
  rev: number,
  comparison: Comparison,
): { readonly entry: Entry; readonly difference: readonly Difference[] } {
  const { type, id } = found
  const byEdit = new Map(known?.changes.map(change => [change.edit, change]))
  const refused = new Set<Field>()
  const altered = new Set<Field>()
  const added: Change[] = []
  const changes: Change[] = []
  for (const change of found.changes) {
    const before = byEdit.get(change.edit)
    if (before !== undefined) {
      changes.push(before)
      if (!sameChange(before, change)) for (const field of differingFields(before, change)) altered.add(field)
      continue
    }
    const standing = withoutRefused(found, change, rev, comparison, refused)
    if (standing !== undefined) added.push(standing)
  }
  const whole: Entry = { ...found, changes: inOrder([...changes, ...added]) }
  const taken = takeOver(known, whole, found, altered, comparison, refused)
  const entry = taken === undefined ? whole : { ...whole, changes: inOrder([...whole.changes, taken]) }
  const told = (is: Difference['is'], fields: Iterable<Field>, edits: readonly EditId[]): Difference[] => {
    const names = [...new Set(fields)].sort()
    return names.length === 0 && edits.length === 0 ? [] : [{ type, id, is, fields: names, edits }]
  }
  const fieldsOf = (all: readonly Change[]) => all.flatMap(change => [...change.set.keys()])
  return {
    entry,
    difference: [
      ...told(
        'added',
        fieldsOf(added),
        added.map(({ edit }) => edit),
      ),
      ...told('changed', taken?.set.keys() ?? [], taken === undefined ? [] : [taken.edit]),
      ...told('refused', refused, []),
    ],
  }
}

/** The change without values that cannot stand; `undefined` where nothing of it is left. */
function withoutRefused(
  entry: Entry,
  change: Change,
  rev: number,
  { stands }: Comparison,
  refused: Set<Field>,
): Change | undefined {
  const leaps = change.rev - rev > maxRevLeap
  const set = new Map([...change.set].filter(([field, value]) => !leaps && stands(entry, field, value)))
  for (const field of change.set.keys()) if (!set.has(field)) refused.add(field)
  if (set.size === change.set.size) return change
  return set.size === 0 ? undefined : { ...change, set }
}

/** The change that the values come to which the file has under edits that are known with others. */
function takeOver(
  known: Entry | undefined,
  whole: Entry,
  found: Entry,
  altered: ReadonlySet<Field>,
  { editFor, at, stands }: Comparison,
  refused: Set<Field>,
): Change | undefined {
  if (altered.size === 0 || known === undefined) return undefined
  const all = inOrder([...known.changes, ...whole.changes.filter(({ edit }) => !has(known, edit))])
  const standing = sumChanges(all)
  const said = sumChanges(found.changes)
  const set = new Map<Field, Json>()
  const over = new Map<Field, EditId>()
  for (const field of [...altered].sort()) {
    const value = said.get(field)?.value ?? null
    const before = standing.get(field)
    if (sameJson(value, before?.value ?? null)) continue
    if (!stands(found, field, value)) {
      refused.add(field)
      continue
    }
    set.set(field, value)
    if (before !== undefined) over.set(field, before.edit)
  }
  const last = all[all.length - 1]
  if (set.size === 0 || last === undefined) return undefined
  return {
    edit: editFor(found, last.edit),
    rev: nextRev(last.rev),
    at,
    set,
    ...(over.size === 0 ? {} : { over }),
    why: 'edited-outside',
    auto: true,
  }
}

function has(entry: Entry, edit: EditId): boolean {
  return entry.changes.some(change => change.edit === edit)
}

function differingFields(a: Change, b: Change): Field[] {
  const fields = new Set([...a.set.keys(), ...b.set.keys()])
  return [...fields].filter(field => !sameJson(a.set.get(field) ?? null, b.set.get(field) ?? null))
}

function lastRev(entry: Entry): number {
  return entry.changes[entry.changes.length - 1]?.rev ?? 0
}

function byKey(a: readonly [EntryKey, unknown], b: readonly [EntryKey, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0
}
