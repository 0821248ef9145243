import type { EditId } from '../model/ids'
import { type Json, sameJson } from '../model/json'
import { type Change, compareChanges, type Field } from './change'

/** Something with a history: an annotation, a tag, a speaker, the facts of a document. `changes` are in order. */
export interface Entry {
  readonly type: string
  readonly id: string
  readonly changes: readonly Change[]
  /** Properties that this version does not know, kept for writing back. */
  readonly extra?: ReadonlyMap<string, Json>
}

/** Types of entries that are somebody's own: each stands whole in its annotator's file. All others are statements. */
export const ownTypes: ReadonlySet<string> = new Set(['annotation', 'progress', 'dismissal', 'review', 'annotator'])

/** The field of a register's entry without which nobody began it, or its beginning was undone. */
export function firstField(type: string): Field {
  if (type === 'claim') return 'statement'
  return type === 'link' ? 'from' : 'name'
}

/** `type:id`, the key of an entry in a journal. */
export type EntryKey = `${string}:${string}`

export function entryKey(type: string, id: string): EntryKey {
  return `${type}:${id}`
}

/** The other value of a clash: later in order won without having seen this one. */
export interface Clash {
  readonly value: Json
  readonly edit: EditId
}

/** What stands in one field: the value of the last change in order that set it. */
export interface FieldState {
  readonly value: Json
  readonly edit: EditId
  readonly rev: number
  readonly clash?: Clash
}

export type Fields = ReadonlyMap<Field, FieldState>

const sums = new WeakMap<readonly Change[], Fields>()

/**
 * The sum of an entry's changes, which must be in order (`inOrder`). A field holds the value of its last change.
 * It is a clash when that change was not made over its predecessor and differs from it; undoing keeps or brings back
 * the clash that stood before. A removal clashes with a later change that it had not seen. Cached by the array where
 * there are several: most entries have one, and their sums together would be a third of a large workspace in memory.
 */
export function sumChanges(changes: readonly Change[]): Fields {
  const [only] = changes
  if (only !== undefined && changes.length === 1) return fieldsOf(only)
  const known = sums.get(changes)
  if (known !== undefined) return known
  const fields = new Map<Field, FieldState>()
  const clashes = new Map<string, Clash>()
  for (const change of changes) {
    for (const [field, value] of change.set) {
      const clash = field === 'deleted' ? undefined : clashOf(change, field, value, fields.get(field), clashes, changes)
      const state = { value, edit: change.edit, rev: change.rev }
      fields.set(field, clash === undefined ? state : { ...state, clash })
      if (clash !== undefined) clashes.set(clashKey(change.edit, field), clash)
    }
  }
  markUnseenByRemoval(fields, changes)
  sums.set(changes, fields)
  return fields
}

function fieldsOf({ set, edit, rev }: Change): Fields {
  const fields = new Map<Field, FieldState>()
  for (const [field, value] of set) fields.set(field, { value, edit, rev })
  return fields
}

function clashOf(
  change: Change,
  field: Field,
  value: Json,
  before: FieldState | undefined,
  clashes: ReadonlyMap<string, Clash>,
  changes: readonly Change[],
): Clash | undefined {
  if (before === undefined) return undefined
  const unseen = change.over?.get(field) !== before.edit
  const clash = unseen
    ? { value: before.value, edit: before.edit }
    : change.undoes === undefined || clashes.size === 0
      ? undefined
      : (before.clash ?? clashBefore(change.undoes, field, clashes, changes))
  return clash === undefined || sameJson(clash.value, value) ? undefined : clash
}

/** The clash that stood in a field before an edit settled it. */
function clashBefore(
  edit: EditId,
  field: Field,
  clashes: ReadonlyMap<string, Clash>,
  changes: readonly Change[],
): Clash | undefined {
  const replaced = changes.find(change => change.edit === edit)?.over?.get(field)
  return replaced === undefined ? undefined : clashes.get(clashKey(replaced, field))
}

function clashKey(edit: EditId, field: Field): string {
  return `${edit} ${field}`
}

/** A removal has seen what is not after the edit that it was made over. What the program did since is no clash. */
function markUnseenByRemoval(fields: Map<Field, FieldState>, changes: readonly Change[]): void {
  const deleted = fields.get('deleted')
  if (deleted === undefined || deleted.value !== true) return
  const removal = changes.find(change => change.edit === deleted.edit)
  const over = removal?.over?.get('deleted')
  const seen = changes.find(change => change.edit === over)
  const unseen = [...changes]
    .reverse()
    .find(change => change !== removal && change.auto !== true && !hasSeen(change, deleted.edit))
  if (unseen === undefined || (seen !== undefined && compareChanges(unseen, seen) <= 0)) return
  fields.set('deleted', { ...deleted, clash: { value: null, edit: unseen.edit } })
}

/** True for a change that is a removal itself or was made to an entry that it knew to be removed. */
function hasSeen(change: Change, removal: EditId): boolean {
  return change.set.get('deleted') === true || change.over?.get('deleted') === removal
}

/** The values that stand after changes in order, `null` among them: those of the sum, without what set them. */
export function standingValues(changes: readonly Change[]): ReadonlyMap<Field, Json> {
  const [only] = changes
  if (only !== undefined && changes.length === 1) return only.set
  const values = new Map<Field, Json>()
  for (const [field, { value }] of sumChanges(changes)) values.set(field, value)
  return values
}

/** The value that stands in a field; `undefined` where none does (`null` is absent). */
export function standingValue(entry: Entry | undefined, field: Field): Exclude<Json, null> | undefined {
  if (entry === undefined) return undefined
  const { changes } = entry
  const value = changes.length === 1 ? changes[0]?.set.get(field) : sumChanges(changes).get(field)?.value
  return value === null || value === undefined ? undefined : value
}

/** True where the entry's removal stands. */
export function isDeleted(entry: Entry): boolean {
  return standingValue(entry, 'deleted') === true
}
