import type { Field } from '../changes/change'
import { entryKey, standingValue } from '../changes/entry'
import { documentScope, type WorkspaceState } from '../changes/journal'
import { entryIn } from '../changes/unite'
import type { DocumentId, EditId, RevisionHash } from '../model/ids'
import type { Json } from '../model/json'
import { problem } from '../model/result'
import type { ActOf, Edit } from './edit'
import { type Context, type Plan, stated } from './plan'
import { planSetCurrent } from './set-current'

/**
 * Makes a text that was added to a release the current one; undone, the former one is current again, and the text stays.
 * Refused (`wrong-value`) where nobody has stated which text is current: undone, that would leave the new leaf. Use
 * `editsToAddRevision`.
 */
export function planAddRevision(context: Context, act: ActOf<'add-revision'>): Plan {
  const facts = stated(context, documentScope(act.document), 'fact', '')
  if (standingValue(facts, 'current') === undefined) return problem('wrong-value', { field: 'current' })
  return planSetCurrent(context, { ...act, do: 'set-current' })
}

/**
 * The edits that add a revision which the state and the disk hold already, to be applied in order: where `current` was
 * never stated, first the program's own statement of the text that is current so far, by the id `statement`; then the
 * gesture, by the id `edit`, which Ctrl+Z takes back.
 */
export function editsToAddRevision(
  state: WorkspaceState,
  wanted: {
    readonly document: DocumentId
    readonly revision: RevisionHash
    /** The text that is current so far: `readRelease(…).current.id`. */
    readonly current: RevisionHash
    readonly statement: EditId
    readonly edit: EditId
    /** What is stated of the text with it, such as the roles of its blocks: taken back by the same undo. */
    readonly facts?: { readonly [field: Field]: Json }
  } & Pick<Edit, 'at' | 'by'>,
): readonly Edit[] {
  const { document, revision, current, at, by, facts: fields = {} } = wanted
  const isStated = Object.keys(fields).length > 0
  const gesture: Edit = {
    id: wanted.edit,
    at,
    by,
    acts: [
      { do: 'add-revision', document, revision },
      ...(isStated ? [{ do: 'set-fact' as const, document, fields }] : []),
    ],
  }
  const facts = entryIn(state.scopes.get(documentScope(document)), entryKey('fact', ''))
  if (standingValue(facts, 'current') !== undefined) return [gesture]
  const acts = [{ do: 'set-current', document, revision: current }] as const
  return [{ id: wanted.statement, at, by, auto: true, acts }, gesture]
}
