import { withGuests } from './guests'
import { type Journal, type ScopeKey, type WorkspaceState, withJournals } from './journal'
import { uniteJournals } from './unite'

/** The state with an annotator's journal of a scope united into it; the argument where that tells nothing new. */
export function withJournal(state: WorkspaceState, key: ScopeKey, journal: Journal): WorkspaceState {
  const scope = state.scopes.get(key)
  const mine = scope?.journals.get(journal.annotator)
  const united = mine === undefined ? journal : uniteJournals(mine, journal)
  if (united === mine) return state
  const journals = new Map(scope?.journals).set(journal.annotator, united)
  return withGuests({ ...state, scopes: new Map(state.scopes).set(key, withJournals(scope, journals)) })
}
