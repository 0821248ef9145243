import { type Change, inOrder, nextRev } from '../changes/change'
import { type Entry, type EntryKey, entryKey, sumChanges } from '../changes/entry'
import {
  emptyJournal,
  emptyScope,
  type Journal,
  type Scope,
  type ScopeKey,
  scopeRev,
  type WorkspaceState,
  withJournals,
} from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { EditId } from '../model/ids'
import { isStorable, type Json, sameJson } from '../model/json'
import { ok, problem, type Result } from '../model/result'
import type { Edit, Refusal } from './edit'
import type { Write } from './plan'

/** The working copy of one edit: the state as its acts so far left it, copied once per scope and not per act. */
export interface Draft {
  readonly edit: Edit
  readonly base: WorkspaceState
  /** What the acts see. Its scopes are new objects after each write, the maps below them are the draft's own. */
  readonly state: WorkspaceState
  readonly written: Map<ScopeKey, WrittenScope>
}

interface WrittenScope {
  readonly rev: number
  readonly entries: Map<EntryKey, Entry>
  /** Per entry what this edit wants set in it, in all its acts. */
  readonly wanted: Map<EntryKey, Write>
  readonly changed: Set<EntryKey>
}

export function createDraft(base: WorkspaceState, edit: Edit): Draft {
  return { edit, base, state: { ...base, scopes: new Map(base.scopes) }, written: new Map() }
}

/**
 * Does a write in the author's journal. All writes of an edit to an entry are one change, made over what stood before
 * the edit; what stands already is not set again. Refused: a journal of a newer program, a value that no file can hold.
 */
export function writeDraft(draft: Draft, write: Write): Result<void, Refusal> {
  const scope = draft.base.scopes.get(write.scope) ?? emptyScope
  const journal = scope.journals.get(draft.edit.by) ?? emptyJournal(draft.edit.by)
  if (journal.newer === true) return problem('newer-version', { scope: write.scope })
  for (const [field, value] of write.set) if (!isStorable(field, value)) return problem('wrong-value', { field })
  const written = draft.written.get(write.scope) ?? startScope(draft, write.scope, scope, journal)
  const key = entryKey(write.type, write.id)
  const earlier = written.wanted.get(key)
  const wanted = earlier === undefined ? write : { ...write, set: new Map([...earlier.set, ...write.set]) }
  written.wanted.set(key, wanted)
  const mine = journal.entries.get(key)
  const change = changeOf(draft.edit, wanted, entryIn(scope, key), written.rev)
  if (change === undefined && earlier === undefined) return ok(undefined)
  setEntry(written, key, mine, change === undefined ? mine : withChange(mine ?? { ...write, changes: [] }, change))
  const next: Journal = { ...journal, rev: Math.max(journal.rev, written.rev), entries: written.entries }
  const journals = new Map(scope.journals).set(draft.edit.by, next)
  const scopes = draft.state.scopes as Map<ScopeKey, Scope>
  scopes.set(write.scope, withJournals(scope, journals))
  return ok(undefined)
}

/** The state after the edit and the scopes that changed; the base itself where none did. */
export function finishDraft(draft: Draft): { readonly state: WorkspaceState; readonly touched: readonly ScopeKey[] } {
  const touched: ScopeKey[] = []
  const scopes = new Map(draft.base.scopes)
  for (const [key, { changed }] of draft.written) {
    const scope = draft.state.scopes.get(key)
    if (changed.size === 0 || scope === undefined) continue
    touched.push(key)
    scopes.set(key, scope)
  }
  return { state: touched.length === 0 ? draft.base : { ...draft.base, scopes }, touched }
}

function startScope(draft: Draft, key: ScopeKey, scope: Scope, journal: Journal): WrittenScope {
  const entries = new Map(journal.entries)
  const written = { rev: nextRev(scopeRev(scope)), entries, wanted: new Map(), changed: new Set<EntryKey>() }
  draft.written.set(key, written)
  return written
}

function setEntry(written: WrittenScope, key: EntryKey, before: Entry | undefined, after: Entry | undefined): void {
  if (after === undefined) written.entries.delete(key)
  else written.entries.set(key, after)
  if (after === before) written.changed.delete(key)
  else written.changed.add(key)
}

function withChange({ type, id, changes, extra }: Entry, change: Change): Entry {
  return { type, id, changes: inOrder([...changes, change]), ...(extra === undefined ? {} : { extra }) }
}

/** The change that makes the wanted values stand, or `undefined` where they all do. */
function changeOf(edit: Edit, wanted: Write, stated: Entry | undefined, rev: number): Change | undefined {
  const all = stated?.changes ?? []
  const fields = sumChanges(all)
  const set = new Map<string, Json>()
  const over = new Map<string, EditId>()
  for (const [field, value] of wanted.set) {
    const standing = fields.get(field)
    const stands = sameJson(standing?.value ?? null, value) && standing?.clash === undefined
    if (stands && wanted.undoes === undefined) continue
    set.set(field, value)
    const before = field === 'deleted' && value === true ? all[all.length - 1]?.edit : standing?.edit
    if (before !== undefined) over.set(field, before)
  }
  if (set.size === 0) return undefined
  const removal = fields.get('deleted')
  if (removal?.value === true && !set.has('deleted')) over.set('deleted', removal.edit)
  return {
    edit: edit.id,
    rev,
    at: edit.at,
    set,
    ...(over.size === 0 ? {} : { over }),
    ...(wanted.undoes === undefined ? {} : { undoes: wanted.undoes }),
    ...(edit.why === undefined ? {} : { why: edit.why }),
    ...(edit.auto === undefined ? {} : { auto: edit.auto }),
  }
}
