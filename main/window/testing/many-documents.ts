import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentScope, emptyScope, type Scope } from '#annotations/changes/journal'
import { applyEdit } from '#annotations/edit/apply-edit'
import type { Act } from '#annotations/edit/edit'
import { writeJournal } from '#annotations/workspace/journal-file'
import { writeRevision } from '#annotations/workspace/revision-file'
import { sha256 } from '../../store/place-file'
import { revision } from '../../store/testing/workspaces'

/** The text of the n-th document. */
export const textOf = (n: number) => revision(`Vessen Works wins order ${n}.`)
export const nameOf = (n: number) => `d${String(n).padStart(3, '0')}`

/** Marks the first word of a document. */
export function mark(n: number, annotation: string): Act {
  const segments = [{ part: 'content' as const, start: 0, end: 6 }]
  return { do: 'create', document: nameOf(n), annotation, kind: 'note', revision: textOf(n).id, segments }
}

/** Writes documents into a new workspace with id `w`, each with a note by Ann; without the store, since there are many. */
export async function putDocuments(root: string, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    const [document, text] = [nameOf(n), textOf(n)]
    const folder = join(root, 'documents', document)
    for (const name of ['revisions', 'annotations']) await mkdir(join(folder, name), { recursive: true })
    const written = writeRevision(text, { workspace: 'w', document }, sha256)
    await writeFile(join(folder, 'revisions', `${text.id}.json`), written)
    await putJournal(root, n, [mark(n, `a${n}`)])
  }
}

/** Writes Ann's journal of a document as these acts make it, in place of what was there, as programs do that keep the file whole. */
export async function putJournal(root: string, n: number, acts: readonly Act[]): Promise<void> {
  const [document, text] = [nameOf(n), textOf(n)]
  const scope = documentScope(document)
  const start = {
    workspace: 'w',
    scopes: new Map([[scope, emptyScope as Scope]]),
    revisions: new Map([[text.id, text]]),
  }
  const edit = { id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, at: text.at, by: 'ann', acts }
  const applied = applyEdit(start, edit)
  if (!applied.ok) throw new Error(applied.error.code)
  const journal = applied.value.state.scopes.get(scope)?.journals.get('ann')
  if (journal === undefined) throw new Error('nothing was said')
  const path = join(root, 'documents', document, 'annotations', 'ann.json')
  await writeFile(`${path}.tmp`, writeJournal(journal, { workspace: 'w', scope }, sha256))
  await rename(`${path}.tmp`, path)
}
