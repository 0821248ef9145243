import { standingValues } from '#annotations/changes/entry'
import type { Scope } from '#annotations/changes/journal'
import { isRevisionHash, type RevisionHash } from '#annotations/model/ids'
import { placementPrefix } from '#annotations/model/placement-flaw'

/** The texts that somebody's statements in a document name: places of annotations, and the current text. */
export function namedRevisions(scope: Scope | undefined): RevisionHash[] {
  const named = new Set<RevisionHash>()
  for (const { entries } of scope?.journals.values() ?? []) {
    for (const entry of entries.values()) {
      for (const [field, value] of standingValues(entry.changes)) {
        const name = field.startsWith(placementPrefix) && value !== null ? field.slice(placementPrefix.length) : value
        const isText = field === 'current' ? entry.type === 'fact' : field.startsWith(placementPrefix)
        if (isText && isRevisionHash(name)) named.add(name)
      }
    }
  }
  return [...named]
}
