import { documentScope } from '#annotations/changes/journal'
import type { Revision } from '#annotations/model/revision'
import { readRevision } from '#annotations/workspace/revision-file'
import type { Events } from '#app/contract/values'
import type { AppState } from './app-state'
import { load } from './pending-edits'
import { openRelease } from './selectors'

/**
 * The state in which the text that is shown is still the current one, where it was before: another may have become that
 * by an edit, by undo, or on another machine. An earlier text that a person looks at stays.
 */
export function followCurrent(state: AppState, before: AppState): AppState {
  const { document } = state
  if (document === undefined || document.id !== before.document?.id) return state
  if (state.queue.current === before.queue.current && document.revisions === before.document.revisions) return state
  const followed = openRelease(before)?.current.id === before.document.revision
  const current = openRelease(state)?.current.id
  if (!followed || current === undefined || current === document.revision) return state
  return { ...state, document: { ...document, revision: current }, selection: null }
}

/** The state with the texts of a document that the machine told: all that it has. */
export function withTexts(state: AppState, { document, revisions: texts }: Events['texts-changed']): AppState {
  if (!state.queue.acknowledged.scopes.has(documentScope(document))) return state
  const revisions = readTexts(texts)
  const queue = load(state.queue, known => {
    const all = new Map(known.revisions)
    for (const revision of revisions) all.set(revision.id, revision)
    return { ...known, revisions: all }
  })
  if (state.document?.id !== document) return { ...state, queue }
  return { ...state, queue, document: { ...state.document, revisions } }
}

/** Texts as the machine sends them; one that cannot be read is left out, the machine has named it already. */
export function readTexts(texts: readonly string[]): Revision[] {
  return texts.flatMap(text => {
    const read = readRevision(text)
    return read.ok ? [read.value.revision] : []
  })
}
