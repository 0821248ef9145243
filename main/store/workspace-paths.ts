import { documentOf, registerNames, type ScopeKey } from '#annotations/changes/journal'
import { type DocumentId, isId, isRevisionHash } from '#annotations/model/ids'
import type { Revision } from '#annotations/model/revision'

/** Names of folders and of a file at the end, from the workspace folder down. */
export type RelativePath = readonly string[]

export const identityFile = 'workspace.json'
export const documentsFolder = 'documents'

/** The folder of a scope's journals; `undefined` for what is no scope, so that no id becomes a way out of the workspace. */
export function scopeFolder(scope: ScopeKey): RelativePath | undefined {
  const document = documentOf(scope)
  if (document !== undefined) return isId(document) ? [documentsFolder, document, 'annotations'] : undefined
  return scope === 'annotators' || registerNames.some(name => name === scope) ? [scope] : undefined
}

export function journalName(annotator: string): string | undefined {
  return isId(annotator) ? `${annotator}.json` : undefined
}

export function revisionsFolder(document: DocumentId): RelativePath | undefined {
  return isId(document) ? [documentsFolder, document, 'revisions'] : undefined
}

/** Where a revision's original bytes lie; `undefined` where it has none. */
export function sourcePath(document: DocumentId, revision: Revision): RelativePath | undefined {
  const hash = revision.source?.sha256
  if (!isId(document) || !isRevisionHash(hash)) return undefined
  return [documentsFolder, document, 'sources', `${hash}.${extensionOf(revision.source?.name ?? '')}`]
}

export const quarantineFolder = 'quarantine'

/** Where a file of the workspace is set aside; content of another hash has another name. */
export function quarantinePath(file: string, hash: string): RelativePath {
  return [quarantineFolder, ...file.replace(/(\.[^./]+)?$/, ending => `.${hash.slice(0, 12)}${ending}`).split('/')]
}

/** The name without `.json`; `undefined` where it has another ending. */
export function stemOf(name: string): string | undefined {
  return name.endsWith('.json') && !name.startsWith('.') ? name.slice(0, -'.json'.length) : undefined
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'
}
