import type { EditId, Instant } from '../model/ids'
import { type Change, nextRev } from './change'
import { type Entry, type EntryKey, entryKey, standingValue } from './entry'
import { emptyJournal, type Journal, type Scope, scopeRev } from './journal'

/** Entries of which a purge leaves the id. */
const remembered: ReadonlySet<string> = new Set(['annotation', 'review'])
const fact = entryKey('fact', '')

/**
 * What a purge leaves of an annotator's journal of a document: that the document is removed and purged, and of each
 * annotation and review the id and that it is removed. The histories go; it is the one act that makes a journal smaller.
 * `scope`: the document's, whose revs it goes on from.
 */
export function purgeJournal(scope: Scope, journal: Journal, edit: EditId, at: Instant): Journal {
  const rev = nextRev(scopeRev(scope))
  const removal: Change = { edit, rev, at, auto: true, set: new Map([['deleted', true]]) }
  const entries = new Map<EntryKey, Entry>()
  for (const [key, { type, id }] of journal.entries) {
    if (remembered.has(type)) entries.set(key, { type, id, changes: [removal] })
  }
  const purged: Change = { ...removal, set: new Map([...removal.set, ['purged', true]]) }
  entries.set(fact, { type: 'fact', id: '', changes: [purged] })
  return { ...emptyJournal(journal.annotator), rev, entries }
}

/** True for a document of which an annotator has erased the text and their own annotations. */
export function isPurged(journal: Journal): boolean {
  return standingValue(journal.entries.get(fact), 'purged') === true
}
