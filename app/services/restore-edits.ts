import { entryKey, isDeleted } from '#annotations/changes/entry'
import { documentOf, emptyScope, type Scope, type ScopeKey, type WorkspaceState } from '#annotations/changes/journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Edit, Refusal } from '#annotations/edit/edit'
import type { AnnotatorId, Instant } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'

/** What bringing an earlier state back does to the entries of one scope, in numbers. */
export interface EntryCounts {
  /** Removed since: they return. */
  readonly back: number
  readonly changed: number
  /** Begun since: they go, and can be brought back like everything that is removed. */
  readonly removed: number
}

export const noEntries: EntryCounts = { back: 0, changed: 0, removed: 0 }

/**
 * An edit for each of the annotators that brings what they said back to what stood in `earlier`; registers first. Only
 * `applyEdit` knows whether it changes anything.
 */
export function restoreEdits(
  earlier: ReadonlyMap<ScopeKey, Scope>,
  annotators: readonly AnnotatorId[],
  facts: { readonly nextId: () => string; readonly at: Instant; readonly why: string },
): Edit[] {
  const order = (key: ScopeKey) => (documentOf(key) === undefined ? 0 : 1)
  const scopes = [...earlier].sort(([a], [b]) => order(a) - order(b))
  if (scopes.length === 0) return []
  return annotators.map(by => ({
    id: facts.nextId(),
    at: facts.at,
    by,
    why: facts.why,
    acts: scopes.map(([scope, then]) => ({ do: 'bring-back', scope, earlier: then }) as const),
  }))
}

/** What edits of `restoreEdits` would do to a state, by scope; scopes in which nothing changes are left out. */
export function countRestore(
  state: WorkspaceState,
  edits: readonly Edit[],
): Result<ReadonlyMap<ScopeKey, EntryCounts>, Refusal> {
  const counts = new Map<ScopeKey, EntryCounts>()
  let now = state
  for (const edit of edits) {
    const applied = applyEdit(now, edit)
    if (!applied.ok) return applied
    for (const scope of applied.value.touched) {
      const before = now.scopes.get(scope) ?? emptyScope
      const after = applied.value.state.scopes.get(scope) ?? emptyScope
      counts.set(scope, plus(counts.get(scope) ?? noEntries, countScope(before, after, edit.by)))
    }
    now = applied.value.state
  }
  return ok(counts)
}

function countScope(before: Scope, after: Scope, by: AnnotatorId): EntryCounts {
  let counts = noEntries
  const former = before.journals.get(by)?.entries
  for (const entry of after.journals.get(by)?.entries.values() ?? []) {
    const was = former?.get(entryKey(entry.type, entry.id))
    if (was === entry) continue
    const wasGone = was !== undefined && isDeleted(was)
    const kind = isDeleted(entry) && !wasGone ? 'removed' : wasGone && !isDeleted(entry) ? 'back' : 'changed'
    counts = { ...counts, [kind]: counts[kind] + 1 }
  }
  return counts
}

function plus(a: EntryCounts, b: EntryCounts): EntryCounts {
  return { back: a.back + b.back, changed: a.changed + b.changed, removed: a.removed + b.removed }
}
