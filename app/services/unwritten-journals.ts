import type { ScopeKey, WorkspaceState } from '#annotations/changes/journal'
import type { AnnotatorId } from '#annotations/model/ids'
import type { JournalWrite } from '#app/ports/workspace-store'

/** Journals with changes that are not on disk yet: one that a write leaves undone stays here for the next. */
export class UnwrittenJournals {
  readonly #pending = new Map<string, { readonly scope: ScopeKey; readonly annotator: AnnotatorId }>()

  add(scope: ScopeKey, annotator: AnnotatorId): void {
    this.#pending.set(`${scope} ${annotator}`, { scope, annotator })
  }

  /** All of them as they are in a state. */
  writes(state: WorkspaceState): JournalWrite[] {
    return [...this.#pending.values()].flatMap(({ scope, annotator }) => {
      const journal = journalIn(state, scope, annotator)
      return journal === undefined ? [] : [{ scope, journal }]
    })
  }

  /** These are on disk; what changed in the state while they were written stays. */
  written(writes: readonly JournalWrite[], state: WorkspaceState): void {
    for (const { scope, journal } of writes) {
      const { annotator } = journal
      if (journalIn(state, scope, annotator) === journal) this.#pending.delete(`${scope} ${annotator}`)
    }
  }
}

function journalIn({ scopes }: WorkspaceState, scope: ScopeKey, annotator: AnnotatorId) {
  return scopes.get(scope)?.journals.get(annotator)
}
