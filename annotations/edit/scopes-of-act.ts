import { documentScope, type ScopeKey } from '../changes/journal'
import type { Act } from './edit'

/** The scopes that an act names: its register, its document, its scope, or for an undo those that are given. */
export function scopesOfAct(act: Act): readonly ScopeKey[] {
  if ('register' in act) return [act.register]
  if ('scope' in act) return [act.scope]
  return 'document' in act ? [documentScope(act.document)] : act.scopes
}
