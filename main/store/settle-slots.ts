import { documentOf, type ScopeKey } from '#annotations/changes/journal'
import type { AnnotatorId } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import type { StoreProblem } from '#app/ports/workspace-store'
import type { FolderItem } from './file-system'
import type { JournalSlot } from './journal-slot'
import { type RelativePath, revisionsFolder, stemOf } from './workspace-paths'

/**
 * Writes at the end all that is not on disk: what waits, what failed, and of one's own files what another program took out
 * of them. Of a document that was taken away nothing is made again: without its text an annotation says nothing.
 */
export async function settleSlots(
  slots: ReadonlyMap<ScopeKey, ReadonlyMap<AnnotatorId, JournalSlot>>,
  own: readonly AnnotatorId[],
  list: (folder: RelativePath) => Promise<Result<readonly FolderItem[], StoreProblem>>,
): Promise<void> {
  async function hasText(scope: ScopeKey): Promise<boolean> {
    const document = documentOf(scope)
    if (document === undefined) return true
    const texts = await list(revisionsFolder(document) ?? [])
    return texts.ok && texts.value.some(({ name }) => stemOf(name) !== undefined)
  }
  await Promise.all(
    [...slots].map(async ([scope, ofScope]) => {
      const isThere = await hasText(scope)
      const settled = [...ofScope].map(([annotator, slot]) =>
        isThere && own.includes(annotator) ? slot.settle() : slot.retry(),
      )
      await Promise.all(settled)
    }),
  )
}
