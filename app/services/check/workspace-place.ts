import { documentScope, registerNames, type ScopeKey } from '#annotations/changes/journal'
import { type DocumentId, isId } from '#annotations/model/ids'
import { copiedName, copiedSpareName } from '#annotations/workspace/conflict-copy'

/** What a file of a workspace is by its path. `stem`: its name without the extension. */
export type WorkspacePlace =
  | { readonly is: 'identity' }
  | { readonly is: 'journal'; readonly scope: ScopeKey; readonly stem: string }
  | { readonly is: 'revision'; readonly document: DocumentId; readonly stem: string }
  | { readonly is: 'source'; readonly document: DocumentId; readonly stem: string }
  /** The generation before of the file `of`. */
  | { readonly is: 'spare'; readonly of: string }
  /** What a synchronising program made of two versions. */
  | { readonly is: 'conflict-copy' }
  /** In a folder of Pressmark, and not Pressmark's. */
  | { readonly is: 'unknown' }
  /** A person's own file. */
  | { readonly is: 'other' }

/** What stands at a path relative to the workspace, by the layout of `model.md`. */
export function workspacePlace(path: string): WorkspacePlace {
  const parts = path.split('/')
  const [first = '', second = '', third = ''] = parts
  const name = parts[parts.length - 1] ?? ''
  const isOurs = first === 'documents' || first === 'annotators' || registerNames.some(register => register === first)
  if (path === 'workspace.json') return { is: 'identity' }
  const spare = copiedSpareName(name) ?? (name.endsWith('.json.prev') ? name : undefined)
  if (spare !== undefined)
    return { is: 'spare', of: [...parts.slice(0, -1), spare.slice(0, -'.prev'.length)].join('/') }
  if (!isOurs || parts.length < 2) return { is: 'other' }
  if (copiedName(name.replace(/\.[^. ]*$/, '')) !== undefined) return { is: 'conflict-copy' }
  const stem = name.endsWith('.json') ? name.slice(0, -'.json'.length) : undefined
  if (first !== 'documents') {
    if (parts.length !== 2 || stem === undefined) return { is: 'unknown' }
    return { is: 'journal', scope: first as ScopeKey, stem }
  }
  if (parts.length !== 4 || !isId(second)) return { is: 'unknown' }
  if (third === 'sources') return { is: 'source', document: second, stem: name.replace(/\.[^.]*$/, '') }
  if (stem === undefined) return { is: 'unknown' }
  if (third === 'annotations') return { is: 'journal', scope: documentScope(second), stem }
  return third === 'revisions' ? { is: 'revision', document: second, stem } : { is: 'unknown' }
}
