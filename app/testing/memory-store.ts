import { documentScope, type Journal, type ScopeKey } from '#annotations/changes/journal'
import { uniteJournals } from '#annotations/changes/unite'
import type { DocumentId } from '#annotations/model/ids'
import { ok, problem, type Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'
import type { JournalWrite, StoreCode, StoreProblem, WorkspaceStore } from '#app/ports/workspace-store'

/** A workspace in memory, with hands on what goes wrong. */
export interface MemoryStore extends WorkspaceStore {
  /** The next commits fail with this code, until it is set to `undefined`. */
  failWith: StoreCode | undefined
  readonly commits: (readonly JournalWrite[])[]
  /** What somebody else writes behind our back. */
  writeFromOutside(scope: ScopeKey, journal: Journal): void
  journal(scope: ScopeKey, annotator: string): Journal | undefined
}

/** A store that holds revisions and journals, united as a folder's are. */
export function createMemoryStore(readOnly?: WorkspaceStore['readOnly']): MemoryStore {
  const journals = new Map<ScopeKey, Map<string, Journal>>()
  const revisions = new Map<DocumentId, Revision[]>()
  const commits: (readonly JournalWrite[])[] = []
  const outside = new Set<ScopeKey>()

  function put(scope: ScopeKey, journal: Journal): Journal {
    const scoped = journals.get(scope) ?? new Map<string, Journal>()
    journals.set(scope, scoped)
    const before = scoped.get(journal.annotator)
    const united = before === undefined ? journal : uniteJournals(journal, before)
    scoped.set(journal.annotator, united)
    return united
  }

  const store: MemoryStore = {
    identity: { id: 'w', name: 'Study', created: '2026-05-01T09:30:00.000Z' },
    readOnly,
    failWith: undefined,
    commits,
    documents: async () => ok([...revisions.keys()]),
    loadScope: async scope => {
      outside.delete(scope)
      return ok({ journals: new Map(journals.get(scope)), damaged: [] })
    },
    loadRevisions: async document => ok({ revisions: revisions.get(document) ?? [], damaged: [] }),
    addRevision: async (document, revision) => {
      revisions.set(document, [...(revisions.get(document) ?? []), revision])
      if (!journals.has(documentScope(document))) journals.set(documentScope(document), new Map())
      return ok(undefined)
    },
    commit: async (writes): Promise<Result<readonly JournalWrite[], StoreProblem>> => {
      commits.push(writes)
      if (store.failWith !== undefined) return problem(store.failWith)
      return ok(writes.map(({ scope, journal }) => ({ scope, journal: put(scope, journal) })))
    },
    changed: async () => ok([...outside]),
    reports: () => [],
    copies: () => [],
    mergeCopy: async file => problem('not-found', { file }),
    close: async () => undefined,
    writeFromOutside: (scope, journal) => {
      outside.add(scope)
      put(scope, journal)
    },
    journal: (scope, annotator) => journals.get(scope)?.get(annotator),
  }
  return store
}
