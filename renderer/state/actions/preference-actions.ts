import { preferenceEdges } from '#app/contract/preference-edges'
import type { Preferences } from '#app/contract/values'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import { theirMarks } from '../own-marks'
import type { Store } from '../store'

/** What a person sets about their reading and working. */
export interface PreferenceActions {
  /** Takes effect at once and is kept on the machine; members that are not given stay. */
  set(change: Preferences): void
  /** Changes the size of the reading text by pixels within its edges; `null` is back to the usual size. */
  resizeText(by: number | null): void
  /** Shows only one's own annotations in the text, or everybody's; a colleague's that is active is left. */
  showOnlyMine(on: boolean): void
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

  function showOnlyMine(onlyMine: boolean): void {
    set({ onlyMine })
    store.set(state => {
      const active = onlyMine && state.active !== null && theirMarks(state)?.has(state.active) ? null : state.active
      const text = onlyMine ? 'Only your annotations are shown.' : 'Everybody’s annotations are shown.'
      return { ...state, active, announcement: { text } }
    })
  }

  return { set, resizeText, showOnlyMine, flush: async () => sending }
}
