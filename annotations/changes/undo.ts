import type { AnnotatorId, EditId } from '../model/ids'
import type { Json } from '../model/json'
import { type Change, compareChanges, type Field } from './change'
import { type Entry, type EntryKey, entryKey, sumChanges } from './entry'
import type { Journal, Scope, ScopeKey, WorkspaceState } from './journal'
import { entryIn } from './unite'

/** The changes of an entry by edit, in order. */
type History = ReadonlyMap<EditId, Change>

/** What undoing an edit would set in one entry, and the fields that it must leave as they are. */
export interface UndoOfEntry {
  readonly set: ReadonlyMap<Field, Json>
  readonly kept: readonly Field[]
}

/**
 * The fields that undoing `edit` brings back in an entry. A field is touched only while that edit's value stands;
 * an undone change leaves standing what it had replaced. Kept too is a field whose former value is in a file that is
 * not here. `undefined` where the edit made no change here.
 */
export function undoOfEntry(changes: readonly Change[], edit: EditId): UndoOfEntry | undefined {
  const undone = changes.find(change => change.edit === edit)
  if (undone === undefined) return undefined
  const fields = sumChanges(changes)
  const byEdit: History = new Map(changes.map(change => [change.edit, change]))
  const set = new Map<Field, Json>()
  const kept: Field[] = []
  for (const field of undone.set.keys()) {
    const standing = fields.get(field)
    if (standing === undefined) continue
    const over = undone.over?.get(field)
    const stands = sourceOf(byEdit, standing.edit, field) === sourceOf(byEdit, edit, field)
    if (!stands || (over !== undefined && !byEdit.has(over))) kept.push(field)
    else set.set(field, replacedBy(byEdit, undone, field)?.set.get(field) ?? null)
  }
  return { set, kept }
}

/** The edit whose value a change carries: itself, or for an undo the one that had stood before what it undid. */
function sourceOf(byEdit: History, edit: EditId, field: Field): EditId | undefined {
  const seen = new Set<EditId>()
  let at: EditId | undefined = edit
  while (at !== undefined && !seen.has(at)) {
    seen.add(at)
    const undoes: EditId | undefined = byEdit.get(at)?.undoes
    if (undoes === undefined) return at
    at = replacedBy(byEdit, byEdit.get(undoes), field)?.edit
  }
  return at
}

/**
 * The change whose value in `field` another one replaced. A removal is over the entry's last edit, which need not have
 * set `deleted`: it replaced the last change up to that one that did.
 */
function replacedBy(byEdit: History, change: Change | undefined, field: Field): Change | undefined {
  const over = change?.over?.get(field)
  const replaced = over === undefined ? undefined : byEdit.get(over)
  if (replaced === undefined || replaced.set.has(field)) return replaced
  let last: Change | undefined
  for (const earlier of byEdit.values()) {
    if (compareChanges(earlier, replaced) < 0 && earlier.set.has(field)) last = earlier
  }
  return last
}

/** The entries of a scope that an edit changed, as everybody stated them; without uniting all the others. */
export function entriesOfEdit(scope: Scope, edit: EditId): Entry[] {
  const keys = new Set<EntryKey>()
  for (const annotator of [...scope.journals.keys()].sort()) {
    for (const { type, id } of entriesEditedIn(scope.journals.get(annotator), edit)) keys.add(entryKey(type, id))
  }
  return [...keys].flatMap(key => {
    const entry = entryIn(scope, key)
    return entry === undefined || !isEditedBy(entry, edit) ? [] : [entry]
  })
}

/** The entries of one journal that an edit changed, in their order. */
export function* entriesEditedIn(journal: Journal | undefined, edit: EditId): Iterable<Entry> {
  for (const entry of journal?.entries.values() ?? []) if (isEditedBy(entry, edit)) yield entry
}

function isEditedBy({ changes }: Entry, edit: EditId): boolean {
  for (const change of changes) if (change.edit === edit) return true
  return false
}

/** An annotator's undo and redo stacks: the edit to take back next is the last of each. */
export interface UndoStacks {
  readonly undo: readonly EditId[]
  readonly redo: readonly EditId[]
}

/**
 * The stacks as the annotator's changes in these scopes tell them, so that undo works after a restart. Edits by
 * the program are not on them; a new edit empties the redo stack. Edits stand in order of rev within a scope and of
 * id across scopes (UUIDv7 ids sort by time).
 */
export function undoStacks(state: WorkspaceState, annotator: AnnotatorId, scopes: readonly ScopeKey[]): UndoStacks {
  const undo: EditId[] = []
  const redo: EditId[] = []
  for (const step of ownEdits(state, annotator, scopes)) {
    if (step.undoes === undefined) {
      undo.push(step.edit)
      redo.length = 0
    } else if (remove(redo, step.undoes)) undo.push(step.edit)
    else if (remove(undo, step.undoes)) redo.push(step.edit)
  }
  return { undo, redo }
}

function remove(stack: EditId[], edit: EditId): boolean {
  const at = stack.lastIndexOf(edit)
  if (at >= 0) stack.splice(at, 1)
  return at >= 0
}

interface OwnEdit {
  readonly edit: EditId
  readonly rev: number
  readonly undoes?: EditId
}

function ownEdits(state: WorkspaceState, annotator: AnnotatorId, scopes: readonly ScopeKey[]): OwnEdit[] {
  const steps = new Map<EditId, OwnEdit>()
  for (const key of scopes) {
    for (const entry of state.scopes.get(key)?.journals.get(annotator)?.entries.values() ?? []) {
      for (const change of entry.changes) {
        if (change.auto === true || change.by !== undefined || steps.has(change.edit)) continue
        const { edit, rev, undoes } = change
        steps.set(edit, undoes === undefined ? { edit, rev } : { edit, rev, undoes })
      }
    }
  }
  const single = scopes.length === 1
  return [...steps.values()].sort((a, b) => (single && a.rev !== b.rev ? a.rev - b.rev : a.edit < b.edit ? -1 : 1))
}
