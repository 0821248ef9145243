import { withGuests } from '../changes/guests'
import { documentOf, emptyScope, type ScopeKey, type WorkspaceState } from '../changes/journal'
import { ringClosed } from '../changes/resolve'
import { entriesEditedIn } from '../changes/undo'
import { isId } from '../model/ids'
import { ok, problem, type Result } from '../model/result'
import { planAddRevision } from './add-revision'
import { planBringBack } from './bring-back'
import { planCarry } from './carry'
import { planCreate } from './create'
import { planDecideAnchor } from './decide-anchor'
import { planDismiss } from './dismiss'
import { createDraft, finishDraft, writeDraft } from './draft'
import type { Act, Edit, Refusal } from './edit'
import { planPlace } from './place'
import type { Context, Plan } from './plan'
import { planAddEntry } from './register/add-entry'
import { planChangeEntry } from './register/change-entry'
import { planMergeEntry } from './register/merge-entry'
import { planMoveEntry } from './register/move-entry'
import { planRemoveEntry } from './register/remove-entry'
import { planRestoreEntry } from './register/restore-entry'
import { planSplitEntry } from './register/split-entry'
import { planRemove } from './remove'
import { planRemoveDocument } from './remove-document'
import { planRestore } from './restore'
import { planRestoreDocument } from './restore-document'
import { planReply, planReview, planSettle, planWithdraw } from './review'
import { scopesOfAct } from './scopes-of-act'
import { planSetClaim } from './set-claim'
import { planSetCurrent } from './set-current'
import { planSetFact } from './set-fact'
import { planSetKind } from './set-kind'
import { planSetNote } from './set-note'
import { planSetProgress } from './set-progress'
import { planSetQuote } from './set-quote'
import { planSetStatus } from './set-status'
import { planSetTags } from './set-tags'
import { planUndo } from './undo'

/** What an edit came to. */
export interface Applied {
  /** The argument itself where nothing changed. */
  readonly state: WorkspaceState
  /** Scopes in which the author's journal is a new one, in the order in which they were first written. */
  readonly touched: readonly ScopeKey[]
}

/**
 * The only way anything changes. Does the acts of an edit in order, all or none, in the author's journals. Values
 * that stand already are not set again; an edit that changes nothing, or is in the author's journals already, returns
 * the same state. An undo is the only act of its edit, and only the program's own edits carry. Refused beside what an act
 * refuses: a parent or redirect that closes a ring (one that an undo brings back is skipped by readers). The state must hold the scopes and revisions that the acts name.
 */
export function applyEdit(state: WorkspaceState, edit: Edit): Result<Applied, Refusal> {
  if (!isId(edit.id) || !isId(edit.by)) return problem('wrong-value', { field: isId(edit.id) ? 'by' : 'id' })
  if (!isRev(edit.codebook ?? 0)) return problem('wrong-value', { field: 'codebook' })
  if (edit.acts.length > 1 && edit.acts.some(act => act.do === 'undo')) return problem('wrong-value', { field: 'acts' })
  if (edit.auto !== true && edit.acts.some(act => act.do === 'carry')) return problem('wrong-value', { field: 'auto' })
  if (isDone(state, edit)) return ok({ state, touched: [] })
  const draft = createDraft(state, edit)
  for (const act of edit.acts) {
    const plan = planAct({ state: draft.state, by: edit.by, codebook: edit.codebook }, act)
    if (!plan.ok) return plan
    for (const write of plan.value) {
      const done = writeDraft(draft, write)
      if (!done.ok) return done
    }
  }
  const finished = finishDraft(draft)
  const isGuestList = finished.touched.includes('settings')
  const applied = isGuestList ? { ...finished, state: withGuests(finished.state) } : finished
  const ring = edit.acts[0]?.do === 'undo' ? undefined : closedRing(state, applied)
  return ring === undefined ? ok(applied) : problem('ring', { id: ring })
}

/** The entry whose parent or redirect would close a ring in a register. */
function closedRing(before: WorkspaceState, { state, touched }: Applied): string | undefined {
  for (const key of touched) {
    const scope = documentOf(key) === undefined ? state.scopes.get(key) : undefined
    const ring = scope === undefined ? undefined : ringClosed(before.scopes.get(key) ?? emptyScope, scope)
    if (ring !== undefined) return ring.id
  }
  return undefined
}

function isRev(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isDone(state: WorkspaceState, edit: Edit): boolean {
  return [...new Set(edit.acts.flatMap(scopesOfAct))].some(scope => isDoneIn(state, scope, edit))
}

/** Whether an edit made a change in the author's journal of a scope. */
export function isDoneIn(state: WorkspaceState, scope: ScopeKey, { id, by }: Pick<Edit, 'id' | 'by'>): boolean {
  for (const _ of entriesEditedIn(state.scopes.get(scope)?.journals.get(by), id)) return true
  return false
}

function planAct(context: Context, act: Act): Plan {
  switch (act.do) {
    case 'create':
      return planCreate(context, act)
    case 'remove':
      return planRemove(context, act)
    case 'restore':
      return planRestore(context, act)
    case 'place':
      return planPlace(context, act)
    case 'decide-anchor':
      return planDecideAnchor(context, act)
    case 'carry':
      return planCarry(context, act)
    case 'set-kind':
      return planSetKind(context, act)
    case 'set-quote':
      return planSetQuote(context, act)
    case 'set-claim':
      return planSetClaim(context, act)
    case 'set-tags':
      return planSetTags(context, act)
    case 'set-note':
      return planSetNote(context, act)
    case 'set-status':
      return planSetStatus(context, act)
    case 'dismiss':
      return planDismiss(context, act)
    case 'review':
      return planReview(context, act)
    case 'reply':
      return planReply(context, act)
    case 'settle':
      return planSettle(context, act)
    case 'withdraw':
      return planWithdraw(context, act)
    case 'set-progress':
      return planSetProgress(context, act)
    case 'add-entry':
      return planAddEntry(context, act)
    case 'change-entry':
      return planChangeEntry(context, act)
    case 'move-entry':
      return planMoveEntry(context, act)
    case 'merge-entry':
      return planMergeEntry(context, act)
    case 'split-entry':
      return planSplitEntry(context, act)
    case 'remove-entry':
      return planRemoveEntry(context, act)
    case 'restore-entry':
      return planRestoreEntry(context, act)
    case 'add-revision':
      return planAddRevision(context, act)
    case 'set-current':
      return planSetCurrent(context, act)
    case 'set-fact':
      return planSetFact(context, act)
    case 'remove-document':
      return planRemoveDocument(context, act)
    case 'restore-document':
      return planRestoreDocument(context, act)
    case 'bring-back':
      return planBringBack(context, act)
    case 'undo':
      return planUndo(context, act)
  }
}
