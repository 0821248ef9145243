import type { Theme } from '#app/contract/values'
import type { WindowState } from './app-state'
import { readMarks } from './own-marks'
import { activeMark } from './selectors'
import { stepOnTrail } from './trail'
import { isEarlierShown } from './version-state'

/** What decides whether a command can be done: plain values, so that equal ones render nothing. */
export interface CommandFacts {
  readonly workspace: boolean
  readonly document: boolean
  /** The open document has more than one text. */
  readonly versions: boolean
  readonly readOnly: boolean
  /** The text that is shown is not the current one of its document. */
  readonly earlier: boolean
  readonly selection: boolean
  /** An annotation of the annotator's own is active. */
  readonly active: boolean
  /** It is a claim. */
  readonly activeClaim: boolean
  /** An annotation is active, whoever made it. */
  readonly anyActive: boolean
  readonly annotations: boolean
  /** The open document has one before it, one after it in the library. */
  readonly previous: boolean
  readonly next: boolean
  /** There is a place to go back to, one to go on to again. */
  readonly back: boolean
  readonly ahead: boolean
  /** Some file of the workspace was not as written. */
  readonly files: boolean
  readonly library: boolean
  readonly inspector: boolean
  readonly theme: Theme
  /** Read shows only the annotator's own annotations. */
  readonly onlyMine: boolean
  readonly view: WindowState['view']
  /** A text is written on. */
  readonly writing: boolean
  /** A gold set is made in the review. */
  readonly adjudicating: boolean
  /** The review hides names. */
  readonly blind: boolean
}

/** The facts of a state; the panes are the frame's own. */
export function commandFacts(
  state: WindowState,
  panes: { readonly library: boolean; readonly inspector: boolean },
): CommandFacts {
  const living = state.documents.filter(row => !row.deleted)
  const earlier = isEarlierShown(state)
  const at = living.findIndex(row => row.id === state.document?.id)
  return {
    workspace: state.workspace !== undefined,
    document: state.document !== undefined,
    versions: (state.document?.revisions.length ?? 0) > 1,
    readOnly: state.workspace?.readOnly !== undefined,
    earlier,
    selection: state.selection !== null && !earlier,
    active: !earlier && state.active !== null && activeMark(state)?.author === state.info?.annotator?.id,
    activeClaim: !earlier && isOwnClaim(state),
    anyActive: state.active !== null,
    annotations: readMarks(state).length > 0,
    previous: at > 0,
    next: at >= 0 && at < living.length - 1,
    back: stepOnTrail(state, 'back') !== undefined,
    ahead: stepOnTrail(state, 'ahead') !== undefined,
    files: state.reports.length + state.damaged.length + state.copies.length > 0,
    library: panes.library,
    inspector: panes.inspector,
    theme: state.info?.theme ?? 'system',
    onlyMine: state.info?.preferences.onlyMine === true,
    view: state.view,
    writing: state.writing !== undefined,
    adjudicating: state.review.gold !== undefined,
    blind: state.review.blind,
  }
}

function isOwnClaim(state: WindowState): boolean {
  const active = activeMark(state)
  return active?.annotation.kind === 'claim' && active.author === state.info?.annotator?.id
}

/** The facts that are there already when they are equal, so that nothing follows from them anew. */
export function sameFacts(before: CommandFacts | undefined, now: CommandFacts): CommandFacts {
  const names = Object.keys(now) as (keyof CommandFacts)[]
  return before !== undefined && names.every(name => before[name] === now[name]) ? before : now
}
