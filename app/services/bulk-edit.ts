import { entryKey } from '#annotations/changes/entry'
import { documentScope, emptyScope } from '#annotations/changes/journal'
import { readRegister, resolveEntry } from '#annotations/changes/resolve'
import type { Act, Edit } from '#annotations/edit/edit'
import type { AnnotationId, AnnotatorId, TagId } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import type { ExcerptBulk } from '#app/contract/excerpt-query'
import type { FoundExcerpt } from './excerpt-index'
import type { WorkspaceSession } from './workspace-session'

/** One edit for many annotations, and how many of those asked for it is about. */
export interface BulkEdit {
  readonly edit: Edit
  readonly changed: number
  /** A colleague's, or no longer there. */
  readonly left: number
}

/**
 * Tags and status for many annotations as one edit, so that one undo takes it back. Only the annotator's own are
 * changed. Dropping a tag drops those that were merged into it. `undefined` where none of them is the annotator's.
 */
export function bulkEdit(
  session: WorkspaceSession,
  find: (annotation: AnnotationId) => FoundExcerpt | undefined,
  by: AnnotatorId,
  bulk: Pick<ExcerptBulk, 'edit' | 'annotations' | 'create' | 'add' | 'drop' | 'status'>,
): BulkEdit | undefined {
  const wanted = [...new Set(bulk.annotations)]
  const acts: Act[] = (bulk.create ?? []).map(({ id, name, parent }) => ({
    do: 'add-entry',
    register: 'codebook',
    type: 'tag',
    id,
    fields: parent === undefined ? { name } : { name, parent },
  }))
  const drops = dropsOf(session, bulk.drop ?? [])
  let changed = 0
  for (const annotation of wanted) {
    const found = find(annotation)
    if (found === undefined || found.author !== by) continue
    changed += 1
    acts.push(...actsFor(session, found, annotation, bulk, drops))
  }
  if (changed === 0) return undefined
  return { edit: { ...bulk.edit, by, acts }, changed, left: wanted.length - changed }
}

function actsFor(
  session: WorkspaceSession,
  { document, author }: FoundExcerpt,
  annotation: AnnotationId,
  { add = [], status }: Pick<ExcerptBulk, 'add' | 'status'>,
  drops: (tag: TagId) => boolean,
): Act[] {
  const entry = session
    .state()
    .scopes.get(documentScope(document))
    ?.journals.get(author)
    ?.entries.get(entryKey('annotation', annotation))
  const drop = [...((entry === undefined ? undefined : readAnnotation(entry))?.tags ?? [])].filter(drops)
  const tags = { ...(add.length === 0 ? {} : { add }), ...(drop.length === 0 ? {} : { drop }) }
  return [
    ...(add.length + drop.length === 0 ? [] : [{ do: 'set-tags', document, annotation, ...tags } as const]),
    ...(status === undefined ? [] : [{ do: 'set-status', document, annotation, status } as const]),
  ]
}

function dropsOf(session: WorkspaceSession, drop: readonly TagId[]): (tag: TagId) => boolean {
  const codebook = readRegister(session.state().scopes.get('codebook') ?? emptyScope)
  const dropped = new Set(drop)
  return tag => dropped.has(tag) || dropped.has(resolveEntry(codebook, tag)?.id ?? tag)
}
