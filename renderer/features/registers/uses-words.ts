import type { EntryUses } from '#app/contract/register-uses'
import { counted } from '../words/kind-words'

/** Where a tag or speaker is used: `12 highlights in 4 documents`, and how many of them are one's own where not all are. */
export function usesWords(uses: EntryUses | undefined): string {
  if (uses === undefined || uses.annotations === 0) return 'Not used yet'
  const { annotations, documents, mine } = uses
  const all = `${counted(annotations, 'highlight', 'highlights')} in ${counted(documents, 'document', 'documents')}`
  return mine === annotations ? all : `${all}, ${mine} of them yours`
}
