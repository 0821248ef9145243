import { preferenceEdges } from '#app/contract/preference-edges'
import type { Preferences } from '#app/contract/values'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Store } from '../store'

/** What a person sets about their reading and working. */
export interface PreferenceActions {
  /** Takes effect at once and is kept on the machine; members that are not given stay. */
  set(change: Preferences): void
  /** Changes the size of the reading text by pixels within its edges; `null` is back to the usual size. */
  resizeText(by: number | null): void
  /** Resolves when all that was set has been taken or refused. */
  flush(): Promise<void>
}

/** Preferences that wait while a call is under way go together in the next one. */
export function createPreferenceActions(store: Store<AppState>, machine: Machine): PreferenceActions {
  let waiting: Preferences | undefined
  let sending: Promise<void> | undefined

  function set(change: Preferences): void {
    store.set(state =>
      state.info === undefined
        ? state
        : { ...state, info: { ...state.info, preferences: { ...state.info.preferences, ...change } } },
    )
    waiting = { ...waiting, ...change }
    sending ??= send().finally(() => {
      sending = undefined
    })
  }

  async function send(): Promise<void> {
    while (waiting !== undefined) {
      const preferences = waiting
      waiting = undefined
      const answer = await machine.call('app.set-preferences', { preferences })
      if (!answer.ok) store.set(state => ({ ...state, notice: { tone: 'problem', problem: answer.error } }))
    }
  }

  function resizeText(by: number | null): void {
    const { least, most, usual } = preferenceEdges.textSize
    const now = store.get().info?.preferences.textSize ?? usual
    const textSize = by === null ? usual : Math.min(most, Math.max(least, now + by))
    set({ textSize })
    store.set(state => ({ ...state, announcement: { text: `Text size ${textSize}` } }))
  }

  return { set, resizeText, flush: async () => sending }
}
