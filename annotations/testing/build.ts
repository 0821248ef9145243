import { entryKey } from '../changes/entry'
import { documentScope, emptyScope, type ScopeKey, type WorkspaceState } from '../changes/journal'
import { applyEdit } from '../edit/apply-edit'
import type { Act, Edit, RefusalCode } from '../edit/edit'
import type { Annotation } from '../model/annotation'
import { blockSeparator, splitCanonicalText, textHash } from '../model/canonical-text'
import { readAnnotation } from '../model/read-annotation'
import type { Revision } from '../model/revision'

/** The one moment of tests. */
export const at = '2026-05-01T09:30:00.000Z'

/** A revision of paragraphs, without marks and findings. */
export function revisionOf(...paragraphs: readonly string[]): Revision {
  const text = paragraphs.join(blockSeparator)
  const blocks = splitCanonicalText(text).map(range => ({ ...range, role: 'body', type: 'paragraph' }) as const)
  return { id: textHash(text), text, parent: null, origin: 'import', at, blocks, marks: [], found: [] }
}

/** A workspace `w` that holds these texts and no annotation. */
export function workspaceWith(...revisions: readonly Revision[]): WorkspaceState {
  return { workspace: 'w', scopes: new Map(), revisions: new Map(revisions.map(revision => [revision.id, revision])) }
}

export function editOf(id: string, by: string, ...acts: readonly Act[]): Edit {
  return { id, at, by, acts }
}

/** The state after edits that must all be accepted; throws with the refusal otherwise. */
export function afterEdits(state: WorkspaceState, ...edits: readonly Edit[]): WorkspaceState {
  let current = state
  for (const edit of edits) {
    const applied = applyEdit(current, edit)
    if (!applied.ok) throw new Error(`${edit.id} refused: ${JSON.stringify(applied.error)}`)
    current = applied.value.state
  }
  return current
}

/** The code with which an edit is refused, or `undefined` where it is accepted. */
export function refusalOf(state: WorkspaceState, edit: Edit): RefusalCode | undefined {
  const applied = applyEdit(state, edit)
  return applied.ok ? undefined : applied.error.code
}

/** An annotation in an annotator's journal of document `d`. */
export function annotationIn(state: WorkspaceState, by: string, id: string): Annotation | undefined {
  const entry = state.scopes.get(documentScope('d'))?.journals.get(by)?.entries.get(entryKey('annotation', id))
  return entry === undefined ? undefined : readAnnotation(entry)
}

/** A scope of the state, empty where nothing was said. */
export function scopeIn(state: WorkspaceState, key: ScopeKey) {
  return state.scopes.get(key) ?? emptyScope
}
