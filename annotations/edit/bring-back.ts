import type { Field } from '../changes/change'
import { type Entry, sumChanges } from '../changes/entry'
import { emptyScope, type Scope } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { AnnotatorId } from '../model/ids'
import type { Json } from '../model/json'
import { ok } from '../model/result'
import type { ActOf } from './edit'
import type { Context, Plan, Write } from './plan'

/** Entries that stand for their document or annotator: they are never removed, only emptied. */
const unremovable: ReadonlySet<string> = new Set(['fact', 'progress', 'dismissal'])

/**
 * Sets what the author has changed since an earlier state of a scope to what stood then. A value that somebody else has
 * set since stays, and so do places in a text where there were none. What the author has begun since is removed, unless
 * somebody else has said something of it. Nothing to do is a plan without writes.
 */
export function planBringBack(context: Context, { scope: key, earlier }: ActOf<'bring-back'>): Plan {
  const scope = context.state.scopes.get(key) ?? emptyScope
  const writes: Write[] = []
  for (const [entryKey, mine] of scope.journals.get(context.by)?.entries ?? []) {
    const before = earlier.journals.get(context.by)?.entries.get(entryKey)
    const known = new Set(before?.changes.map(({ edit }) => edit))
    const since = mine.changes.filter(({ edit }) => !known.has(edit))
    if (since.length === 0) continue
    const stated = entryIn(scope, entryKey) ?? mine
    const stood = entryIn(earlier, entryKey)
    const set =
      stood === undefined && !unremovable.has(mine.type)
        ? removal(scope, context.by, mine, stated)
        : formerValues(stated, stood, new Set(since.map(({ edit }) => edit)))
    if (set.size > 0) writes.push({ scope: key, type: mine.type, id: mine.id, set })
  }
  return ok(writes)
}

function removal(scope: Scope, by: AnnotatorId, { type, id }: Entry, stated: Entry): Map<Field, Json> {
  const isShared = [...scope.journals].some(
    ([annotator, { entries }]) => annotator !== by && entries.has(`${type}:${id}`),
  )
  const isGone = sumChanges(stated.changes).get('deleted')?.value === true
  return new Map(isShared || isGone ? [] : [['deleted', true]])
}

function formerValues(stated: Entry, stood: Entry | undefined, since: ReadonlySet<string>): Map<Field, Json> {
  const then = sumChanges(stood?.changes ?? [])
  const set = new Map<Field, Json>()
  for (const [field, { edit }] of sumChanges(stated.changes)) {
    if (!since.has(edit)) continue
    const value = then.get(field)?.value ?? null
    if (value === null && field.startsWith('placements.')) continue
    set.set(field, value)
  }
  return set
}
