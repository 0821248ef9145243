import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import type { KindCounts } from '#app/contract/values'
import type { WindowState } from './app-state'
import { type Marked, openMarks, registerOf } from './selectors'

interface Known {
  readonly key: string
  readonly marks: readonly Marked[]
  readonly theirs: ReadonlySet<AnnotationId> | undefined
}

const shown = new WeakMap<readonly Marked[], Known>()

/** Whether what an annotator made is the own work of the person at the desk: under their id, or one that counts as them. */
export function isOwn(state: WindowState, author: AnnotatorId): boolean {
  const me = state.info?.annotator?.id
  if (author === me) return true
  const { entries } = registerOf(state.queue.current, 'annotators')
  const known = entries.get(author)?.resolved
  return known !== undefined && known === entries.get(me ?? '')?.resolved
}

/**
 * The annotations that Read shows of the open text, in page order: all, or only one's own where the person wants that. One
 * of a colleague's that was gone to is shown as long as it is active. Cached by the marks.
 */
export function readMarks(state: WindowState): readonly Marked[] {
  return known(state).marks
}

/** Which of the open text are colleagues'; `undefined` where none is. Cached by the marks. */
export function theirMarks(state: WindowState): ReadonlySet<AnnotationId> | undefined {
  return known(state).theirs
}

/** How many annotations of the open text are one's own, by kind, and how many are colleagues'. */
export function ownCounts(state: WindowState): { readonly own: KindCounts; readonly others: number } {
  const theirs = theirMarks(state)
  const own = { quote: 0, claim: 0, note: 0 }
  for (const { annotation } of openMarks(state)) if (theirs?.has(annotation.id) !== true) own[annotation.kind] += 1
  return { own, others: theirs?.size ?? 0 }
}

function known(state: WindowState): Known {
  const all = openMarks(state)
  const own = new Map<AnnotatorId, boolean>()
  for (const { author } of all) if (!own.has(author)) own.set(author, isOwn(state, author))
  const others = [...own].filter(([, isMine]) => !isMine).map(([author]) => author)
  const onlyMine = state.info?.preferences.onlyMine === true && others.length > 0
  const isTheirs = ({ author }: Marked) => own.get(author) === false
  const isKept = (mark: Marked) => mark.annotation.id === state.active && isTheirs(mark)
  const key = [...others, onlyMine ? `only, but ${all.find(isKept)?.annotation.id}` : 'all'].join(' ')
  const before = shown.get(all)
  if (before?.key === key) return before
  const now = {
    key,
    marks: onlyMine ? all.filter(mark => !isTheirs(mark) || isKept(mark)) : all,
    theirs: others.length === 0 ? undefined : new Set(all.filter(isTheirs).map(({ annotation }) => annotation.id)),
  }
  shown.set(all, now)
  return now
}
