import { withGuests } from '#annotations/changes/guests'
import type { Journal } from '#annotations/changes/journal'
import { type ScopeKey, scopeRev, type WorkspaceState, withJournals } from '#annotations/changes/journal'
import { applyEdit, isDoneIn } from '#annotations/edit/apply-edit'
import type { Act, Edit, Refusal } from '#annotations/edit/edit'
import { scopesOfAct } from '#annotations/edit/scopes-of-act'
import type { EditId } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'

/** An edit that the machine has not acknowledged, with the revs it was made on. */
export interface PendingEdit {
  readonly edit: Edit
  readonly base: { readonly [scope: string]: number }
  readonly settled: boolean
}

/** What the machine has acknowledged, and what the person has done since: the window shows `current`. */
export interface EditQueue {
  readonly acknowledged: WorkspaceState
  readonly pending: readonly PendingEdit[]
  readonly current: WorkspaceState
}

export interface ScopedJournal {
  readonly scope: ScopeKey
  readonly journal: Journal
}

export function startQueue(loaded: WorkspaceState): EditQueue {
  const acknowledged = withGuests(loaded)
  return { acknowledged, pending: [], current: acknowledged }
}

/** Does an edit at once and queues it. The queue itself where the edit changes nothing; refused edits are not queued. */
export function enqueue(queue: EditQueue, edit: Edit): Result<EditQueue, Refusal> {
  const applied = applyEdit(queue.current, edit)
  if (!applied.ok) return applied
  if (applied.value.state === queue.current) return ok(queue)
  const base: { [scope: string]: number } = {}
  for (const scope of applied.value.touched) base[scope] = scopeRev(queue.current.scopes.get(scope))
  const pending = [...queue.pending, { edit, base, settled: false }]
  return ok({ ...queue, pending, current: applied.value.state })
}

/** Puts a longer gesture in the place of the last edit, which must not have been sent. */
export function replaceLast(queue: EditQueue, edit: Edit): Result<EditQueue, Refusal> {
  const pending = queue.pending.slice(0, -1)
  return enqueue({ ...queue, pending, current: applyAll(queue.acknowledged, pending) }, edit)
}

/**
 * The machine has an edit on disk. Edits are taken over in the order in which they were made, so one that is
 * answered early waits. `journals` are those that stand on disk now where they hold more than the window knew.
 */
export function acknowledge(queue: EditQueue, id: EditId, journals: readonly ScopedJournal[]): EditQueue {
  const pending = queue.pending.map(item => (item.edit.id === id ? { ...item, settled: true } : item))
  let acknowledged = queue.acknowledged
  let done = 0
  for (const item of pending) {
    if (!item.settled) break
    acknowledged = applyAgain(acknowledged, item.edit)
    done += 1
  }
  const rest = pending.slice(done)
  const next = { acknowledged, pending: rest, current: queue.current }
  return journals.length === 0 ? next : takeJournals(next, journals)
}

/** An edit that the machine refused drops out; the later ones are done again without it. */
export function refuse(queue: EditQueue, id: EditId): EditQueue {
  const pending = queue.pending.filter(item => item.edit.id !== id)
  return { ...queue, pending, current: applyAll(queue.acknowledged, pending) }
}

/** Journals as they stand on disk; what is pending is done again on top of them. */
export function takeJournals(queue: EditQueue, journals: readonly ScopedJournal[]): EditQueue {
  const scopes = new Map(queue.acknowledged.scopes)
  for (const { scope, journal } of journals) {
    const before = scopes.get(scope)
    scopes.set(scope, withJournals(before, new Map(before?.journals).set(journal.annotator, journal)))
  }
  const acknowledged = withGuests({ ...queue.acknowledged, scopes })
  return { ...queue, acknowledged, current: applyAll(acknowledged, queue.pending) }
}

/** Changes what is loaded on both sides of the queue: a document that was opened or closed. */
export function load(queue: EditQueue, change: (state: WorkspaceState) => WorkspaceState): EditQueue {
  const acknowledged = withGuests(change(queue.acknowledged))
  return { ...queue, acknowledged, current: applyAll(acknowledged, queue.pending) }
}

function applyAll(state: WorkspaceState, pending: readonly PendingEdit[]): WorkspaceState {
  return pending.reduce((current, { edit }) => applyAgain(current, edit), state)
}

/**
 * Does an edit where it is not done yet: the journals of one of its scopes may have come from the machine before those
 * of another. The same state where it is refused.
 */
function applyAgain(state: WorkspaceState, edit: Edit): WorkspaceState {
  const applied = applyEdit(state, leftOf(state, edit))
  return applied.ok ? applied.value.state : state
}

function leftOf(state: WorkspaceState, edit: Edit): Edit {
  const scopes = [...new Set(edit.acts.flatMap(scopesOfAct))]
  const left = scopes.length === 1 ? scopes : scopes.filter(scope => !isDoneIn(state, scope, edit))
  if (left.length === scopes.length) return edit
  const acts = edit.acts.flatMap((act): Act[] => {
    if (act.do !== 'undo') return scopesOfAct(act).every(scope => left.includes(scope)) ? [act] : []
    return [{ ...act, scopes: act.scopes.filter(scope => left.includes(scope)) }]
  })
  return { ...edit, acts }
}
