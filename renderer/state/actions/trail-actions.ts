import type { TextRange } from '#annotations/model/revision'
import type { AppState } from '../app-state'
import { openMark } from '../selectors'
import type { Store } from '../store'
import { leaving, stepOnTrail, type Trail } from '../trail'
import type { ExcerptActions } from './excerpt-actions'
import type { MarkActions } from './mark-actions'
import type { OpenActions } from './open-actions'

/** Notes where one has been. */
export interface TrailNotes {
  /** What of the open document is in view. */
  see(text: TextRange): void
  /** What was seen last of the open document, about where a place that is gone to is put. */
  seen(): TextRange | undefined
  /** As `leaving` of the trail, with what is in view. */
  leave(state: AppState, opened?: boolean): AppState
}

export function createTrailNotes(store: Store<AppState>): TrailNotes {
  let last: { readonly document: string | undefined; readonly text: TextRange } | undefined
  function seen(): TextRange | undefined {
    if (last === undefined || last.document !== store.get().document?.id) return undefined
    const { start, end } = last.text
    const third = start + Math.floor((end - start) / 3)
    return { start: third, end: third }
  }
  return {
    see: text => {
      last = { document: store.get().document?.id, text }
    },
    seen,
    leave: (state, opened) => leaving(state, seen(), opened),
  }
}

/** Goes back to where one came from, and on again. */
export interface TrailActions {
  go(way: keyof Trail): Promise<void>
}

export interface TrailPorts {
  readonly store: Store<AppState>
  readonly notes: TrailNotes
  readonly open: OpenActions
  readonly excerpts: ExcerptActions
  readonly marks: MarkActions
}

export function createTrailActions({ store, notes, open, excerpts, marks }: TrailPorts): TrailActions {
  async function go(way: keyof Trail): Promise<void> {
    const step = stepOnTrail(store.get(), way, notes.seen())
    if (step === undefined) return
    const { place, trail } = step
    if (place.view === 'excerpts') {
      excerpts.show()
      return store.set(state => ({ ...state, trail }))
    }
    const elsewhere = store.get().document?.id !== place.document
    await open.openDocument(place.document, elsewhere ? place.at : undefined)
    if (store.get().document?.id !== place.document) return
    store.set(state => ({ ...state, trail }))
    if (!elsewhere || place.active === null) return
    if (place.at === undefined) return marks.goTo(place.active)
    const known = openMark(store.get(), place.active) !== undefined
    if (known) store.set(state => ({ ...state, active: place.active }))
  }
  return { go }
}
