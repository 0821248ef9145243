import { emptyScope, type Scope } from '#annotations/changes/journal'
import type { Act } from '#annotations/edit/edit'
import type { AppState } from '../app-state'
import type { DialogRegister } from '../register-history'
import type { Saving } from '../saving'
import type { Store } from '../store'

/** How the actions of the registers do what they do. */
export interface RegisterActing {
  scopeOf(register: DialogRegister): Scope
  announce(text: string): void
  /** Does the acts and says so, unless they change nothing or are refused, which says itself. */
  act(acts: readonly Act[], said: string, gesture?: string): boolean
}

export function createRegisterActing(store: Store<AppState>, saving: Saving): RegisterActing {
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  return {
    scopeOf: register => store.get().queue.current.scopes.get(register) ?? emptyScope,
    announce,
    act: (acts, said, gesture) => {
      const before = store.get().queue
      if (acts.length === 0 || !saving.dispatch(acts, gesture)) return false
      if (store.get().queue !== before) announce(said)
      return true
    },
  }
}

/** Whether two names are one to a person: without case and the white space around. */
export function sameName(a: string, b: string): boolean {
  return a.trim().normalize('NFC').toLocaleLowerCase() === b.trim().normalize('NFC').toLocaleLowerCase()
}
