import { createHash } from 'node:crypto'
import { documentScope, emptyScope, type Journal, type ScopeKey } from '#annotations/changes/journal'
import { readRegister, textOf } from '#annotations/changes/resolve'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Release } from '#annotations/model/release'
import { writeJournal } from '#annotations/workspace/journal-file'
import { writeRevision } from '#annotations/workspace/revision-file'
import type { DocumentPayload, JournalText, WorkspacePayload } from '#app/contract/values'
import { fileNews } from '#app/services/file-reports'
import type { WorkspaceSession } from '#app/services/workspace-session'

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** What the window shows of a workspace before a document is open: its library and its registers. */
export function workspacePayload(
  session: WorkspaceSession,
  path: string,
  annotator: AnnotatorId | undefined,
  library: Pick<WorkspacePayload, 'documents' | 'reading'> = { documents: session.rows(annotator) },
): WorkspacePayload {
  const { readOnly, identity } = session.store
  const shown = session.documents().find(document => session.release(document)?.deleted === false)
  const first = shown === undefined ? undefined : documentPayload(session, shown)
  return {
    id: identity.id,
    name: workspaceName(session),
    path,
    ...(readOnly === undefined ? {} : { readOnly }),
    ...library,
    journals: journalTexts(session, ['annotators', 'codebook', 'speakers', 'claims', 'settings']),
    ...fileNews(session, annotator),
    ...(first === undefined ? {} : { first }),
  }
}

/** The name that was stated last, else the first one. */
export function workspaceName(session: WorkspaceSession): string {
  const settings = readRegister(session.state().scopes.get('settings') ?? emptyScope)
  return textOf(settings.entries.get(session.store.identity.id), 'name') ?? session.store.identity.name
}

/** An open document: its texts and everybody's journals; `undefined` for one that is not there. */
export function documentPayload(session: WorkspaceSession, document: DocumentId): DocumentPayload | undefined {
  const release = session.release(document)
  if (release === undefined) return undefined
  const folder = `documents/${document}/`
  return {
    document,
    revisions: revisionTexts(session, document, release),
    journals: journalTexts(session, [documentScope(document)]),
    damaged: session.damaged().filter(({ file }) => file.startsWith(folder)),
  }
}

/** The texts of a document, each as the text of its file. */
export function revisionTexts(session: WorkspaceSession, document: DocumentId, { revisions }: Release): string[] {
  const head = { workspace: session.store.identity.id, document }
  return [...revisions.values()].map(revision => writeRevision(revision, head, sha256Of))
}

/** Everybody's journals of some scopes, as text. */
export function journalTexts(session: WorkspaceSession, scopes: readonly ScopeKey[]): JournalText[] {
  const workspace = session.store.identity.id
  return scopes.flatMap(scope =>
    [...(session.state().scopes.get(scope)?.journals.values() ?? [])].map(journal => ({
      scope,
      annotator: journal.annotator,
      // Most documents are read and not changed: their lines would only take room.
      text: writeJournal(readable(journal), { workspace, scope }, sha256Of, 'once'),
    })),
  )
}

/** What could be read of a newer program's journal may be shown, though never written to the disk. */
function readable(journal: Journal): Journal {
  const { newer: _newer, ...rest } = journal
  return rest
}
