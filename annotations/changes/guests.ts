import type { AnnotatorId } from '../model/ids'
import { sumChanges } from './entry'
import type { Scope, ScopeKey, WorkspaceState } from './journal'
import { uniteScope } from './unite'

/** The field of the workspace's entry in the settings that says whether an annotator is a guest. */
export function guestField(annotator: AnnotatorId): string {
  return `guests.${annotator}`
}

/** The annotators that somebody stated to be guests. */
export function guestsIn(settings: Scope | undefined): ReadonlySet<AnnotatorId> {
  const guests = new Set<AnnotatorId>()
  for (const entry of settings === undefined ? [] : uniteScope(settings).values()) {
    if (entry.type !== 'workspace') continue
    for (const [field, { value }] of sumChanges(entry.changes)) {
      if (field.startsWith('guests.') && value === true) guests.add(field.slice('guests.'.length))
    }
  }
  return guests
}

/**
 * The state with each scope told who of its annotators is a guest, by the settings that are loaded. Settings stand as
 * members stated them: guests have none, since a bundle brings none. Returns the argument where nothing changes.
 */
export function withGuests(state: WorkspaceState): WorkspaceState {
  const guests = guestsIn(state.scopes.get('settings'))
  let scopes: Map<ScopeKey, Scope> | undefined
  for (const [key, scope] of state.scopes) {
    const told = key === 'settings' ? scope : toldGuests(scope, guests)
    if (told === scope) continue
    scopes ??= new Map(state.scopes)
    scopes.set(key, told)
  }
  return scopes === undefined ? state : { ...state, scopes }
}

/** A scope that joins a state, told who of its annotators is a guest by the state's settings. */
export function scopeWithGuests(scope: Scope, settings: Scope | undefined): Scope {
  return toldGuests(scope, guestsIn(settings))
}

function toldGuests(scope: Scope, all: ReadonlySet<AnnotatorId>): Scope {
  const { journals, guests: before = new Set() } = scope
  const guests = new Set([...journals.keys()].filter(annotator => all.has(annotator)))
  if (guests.size === before.size && [...guests].every(guest => before.has(guest))) return scope
  return guests.size === 0 ? { journals } : { journals, guests }
}
