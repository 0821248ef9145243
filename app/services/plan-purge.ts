import { entryKey, sumChanges } from '#annotations/changes/entry'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { entryIn } from '#annotations/changes/unite'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { headlineOf } from '#annotations/model/release'
import type { PurgePlan } from '#app/contract/backup-values'
import { annotatorNames } from './export-excerpts'
import type { WorkspaceSession } from './workspace-session'

/**
 * What emptying the bin erases: removed documents that one of `own` has removed and of which nobody else has a file. Others
 * are kept, with whose files they are; so is one with a file that cannot be read, since it may be anybody's.
 */
export function planPurge(session: WorkspaceSession, own: readonly AnnotatorId[]): PurgePlan {
  const names = annotatorNames(session)
  const erase: PurgePlan['erase'][number][] = []
  const kept: PurgePlan['kept'][number][] = []
  for (const document of session.documents()) {
    const release = session.release(document)
    if (release?.deleted !== true) continue
    const named = { document, headline: headlineOf(release) }
    const others = othersIn(session, document, own)
    if (others.length > 0) kept.push({ ...named, why: 'others', names: others.map(id => names.get(id) ?? id) })
    else if (hasUnread(session, document)) kept.push({ ...named, why: 'damaged', names: [] })
    else if (!isRemovedBy(session, document, own)) kept.push({ ...named, why: 'not-mine', names: [] })
    else erase.push(named)
  }
  return { erase, kept }
}

/** Annotators beside `own` who have said something in a document. */
function othersIn(session: WorkspaceSession, document: DocumentId, own: readonly AnnotatorId[]): AnnotatorId[] {
  const journals = session.state().scopes.get(documentScope(document))?.journals ?? emptyScope.journals
  return [...journals].flatMap(([id, { entries }]) => (entries.size > 0 && !own.includes(id) ? [id] : []))
}

function hasUnread(session: WorkspaceSession, document: DocumentId): boolean {
  return session.damaged().some(({ file }) => file.startsWith(`documents/${document}/`))
}

function isRemovedBy(session: WorkspaceSession, document: DocumentId, own: readonly AnnotatorId[]): boolean {
  const scope = session.state().scopes.get(documentScope(document)) ?? emptyScope
  const key = entryKey('fact', '')
  const edit = sumChanges(entryIn(scope, key)?.changes ?? []).get('deleted')?.edit
  return own.some(
    id =>
      scope.journals
        .get(id)
        ?.entries.get(key)
        ?.changes.some(change => change.edit === edit) === true,
  )
}
