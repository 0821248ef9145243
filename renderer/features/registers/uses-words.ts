import type { EntryUses } from '#app/contract/register-uses'
import { counted } from '../words/kind-words'

/**
 * Where a tag or speaker is used: `12 highlights in 4 documents`, and how many of them are one's own where not all are.
 * `below`: how often the entries under it are used, which is said where it is not used itself.
 */
export function usesWords(uses: EntryUses | undefined, below = 0): string {
  if (uses === undefined || uses.annotations === 0)
    return below === 0 ? 'Not used yet' : `Not used itself; the tags under it are, ${counted(below, 'time', 'times')}`
  const { annotations, documents, mine } = uses
  const all = `${counted(annotations, 'highlight', 'highlights')} in ${counted(documents, 'document', 'documents')}`
  return mine === annotations ? all : `${all}, ${mine} of them yours`
}
