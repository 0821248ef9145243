import type { WorkspaceState } from '../changes/journal'
import type { BundledDocument } from '../review/write-bundle'
import { documents, texts } from './machines'

/** The documents of a random history as a bundle tells of them; each has both texts. */
export function documentsOf(_state: WorkspaceState): readonly BundledDocument[] {
  const current = texts[texts.length - 1]?.id ?? ''
  return documents.map(id => ({ id, headline: `Release ${id}`, current, revisions: texts }))
}
