import { documentScope, type ScopeKey } from '#annotations/changes/journal'
import type { Act, Edit } from '#annotations/edit/edit'

/** The scopes that an edit names, each once, in the order of its acts. */
export function scopesOf(edit: Edit): ScopeKey[] {
  return [...new Set(edit.acts.flatMap(scopesOfAct))]
}

function scopesOfAct(act: Act): readonly ScopeKey[] {
  if ('register' in act) return [act.register]
  return 'document' in act ? [documentScope(act.document)] : act.scopes
}
