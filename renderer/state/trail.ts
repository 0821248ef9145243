import type { AnnotationId, DocumentId } from '#annotations/model/ids'
import type { TextRange } from '#annotations/model/revision'
import type { AppState, WindowState } from './app-state'

/** Where one has been: a document, or the table of excerpts. */
export type Place =
  | {
      readonly view: 'read'
      readonly document: DocumentId
      readonly active: AnnotationId | null
      /** What was in view, as far as it is known. */
      readonly at: TextRange | undefined
    }
  | {
      readonly view: 'excerpts'
      /** A document was opened from it; else it just went out of sight. */
      readonly opened: boolean
    }

/** The places before and after the one where one is, the nearest last. */
export interface Trail {
  readonly back: readonly Place[]
  readonly ahead: readonly Place[]
}

export const noTrail: Trail = { back: [], ahead: [] }

/** How many places are remembered. */
const longest = 50

/** The state with the place that is being left noted; what lay ahead is given up. `at`: what of the text is in view. */
export function leaving(state: AppState, at: TextRange | undefined, opened = true): AppState {
  const place = placeOf(state, at, opened)
  if (place === undefined) return state
  return { ...state, trail: { back: [...state.trail.back, place].slice(-longest), ahead: [] } }
}

/**
 * The nearest place in a direction that is still there and is not the one where one is, and the trail as it is when one
 * has gone there; `undefined` where there is none.
 */
export function stepOnTrail(
  state: WindowState,
  way: keyof Trail,
  at?: TextRange,
): { readonly place: Place; readonly trail: Trail } | undefined {
  const { trail } = state
  const here = placeOf(state, at, true)
  const nearest = trail[way].reduce((last, one, n) => (isThere(state, one) && !isSame(one, here) ? n : last), -1)
  const place = trail[way][nearest]
  if (place === undefined) return undefined
  const other = way === 'back' ? 'ahead' : 'back'
  const left = here === undefined ? trail[other] : [...trail[other], here]
  return { place, trail: { ...noTrail, [way]: trail[way].slice(0, nearest), [other]: left } }
}

function placeOf(
  { view, document, active }: WindowState,
  at: TextRange | undefined,
  opened: boolean,
): Place | undefined {
  if (view === 'excerpts') return { view, opened }
  return document === undefined ? undefined : { view: 'read', document: document.id, active, at }
}

function isThere({ documents }: WindowState, place: Place): boolean {
  return place.view === 'excerpts' || documents.some(({ id, deleted }) => id === place.document && !deleted)
}

function isSame(one: Place, other: Place | undefined): boolean {
  if (one.view === 'excerpts') return other?.view === 'excerpts'
  return other?.view === 'read' && other.document === one.document
}
