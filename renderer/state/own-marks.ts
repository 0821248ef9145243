import type { Register } from '#annotations/changes/resolve'
import { type Annotation, kinds } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId } from '#annotations/model/ids'
import type { KindCounts } from '#app/contract/values'
import type { WindowState } from './app-state'
import { type Marked, type PageMarks, type PlacedMark, partOfPage } from './page-marks'
import { openMark, openPage, registerOf } from './selectors'

/** What Read shows of the marks of a text. */
interface ShownMarks extends Pick<PageMarks, 'marks' | 'annotations' | 'states'> {
  readonly key: string
  readonly theirs: ReadonlySet<AnnotationId> | undefined
}

const shown = new WeakMap<PageMarks, ShownMarks>()
/** What was shown last: an edit of one's own leaves colleagues' marks the same set. */
let last: ShownMarks | undefined

/** Whether what an annotator made is the own work of the person at the desk: under their id, or one that counts as them. */
export function isOwn(state: WindowState, author: AnnotatorId): boolean {
  return countsAs(registerOf(state.queue.current, 'annotators'), author, state.info?.annotator?.id)
}

/** Whether an author is a person, or counts as them by the register of annotators. */
export function countsAs({ entries }: Register, author: AnnotatorId, me: AnnotatorId | undefined): boolean {
  if (author === me) return true
  const known = entries.get(author)?.resolved
  return known !== undefined && known === entries.get(me ?? '')?.resolved
}

/**
 * The annotations that Read shows of the open text, in page order: all, or only one's own where the person wants that. One
 * of a colleague's that was gone to is shown as long as it is active. Cached by the marks.
 */
export function readMarks(state: WindowState): readonly Marked[] {
  return shownMarks(state).marks
}

/** The same without whose they are. */
export function readAnnotations(state: WindowState): readonly Annotation[] {
  return shownMarks(state).annotations
}

/** How many of them have a place of each state. */
export function readStates(state: WindowState): PageMarks['states'] {
  return shownMarks(state).states
}

/** One of the annotations that Read shows, and its number among them, from 0. */
export function readMark(state: WindowState, id: AnnotationId | null): PlacedMark | undefined {
  const { marks } = shownMarks(state)
  if (marks === openPage(state).marks) return openMark(state, id)
  const at = marks.findIndex(({ annotation }) => annotation.id === id)
  const marked = marks[at]
  return marked === undefined ? undefined : { marked, at }
}

/** Which of the open text are colleagues'; `undefined` where none is. The same set while the same are. */
export function theirMarks(state: WindowState): ReadonlySet<AnnotationId> | undefined {
  return shownMarks(state).theirs
}

/** How many annotations of the open text are one's own, by kind, and how many are colleagues'. */
export function ownCounts(state: WindowState): { readonly own: KindCounts; readonly others: number } {
  const own = { quote: 0, claim: 0, note: 0 }
  let others = 0
  for (const [author, counts] of openPage(state).authors) {
    if (!isOwn(state, author)) others += counts.quote + counts.claim + counts.note
    else for (const kind of kinds) own[kind] += counts[kind]
  }
  return { own, others }
}

function shownMarks(state: WindowState): ShownMarks {
  const page = openPage(state)
  const others = new Set([...page.authors.keys()].filter(author => !isOwn(state, author)))
  const onlyMine = state.info?.preferences.onlyMine === true && others.size > 0
  const isTheirs = ({ author }: Marked) => others.has(author)
  const isKept = (mark: Marked) => mark.annotation.id === state.active && isTheirs(mark)
  const kept = onlyMine ? openMark(state, state.active)?.marked : undefined
  const only = kept !== undefined && isTheirs(kept) ? kept.annotation.id : undefined
  const key = [...others, onlyMine ? `only, but ${only}` : 'all'].join(' ')
  const before = shown.get(page)
  if (before?.key === key) return before
  const { marks, annotations, states } = onlyMine
    ? partOfPage(page, mark => !isTheirs(mark) || isKept(mark), state.document?.revision ?? '')
    : page
  last = { key, marks, annotations, states, theirs: others.size === 0 ? undefined : idsOf(page.marks.filter(isTheirs)) }
  shown.set(page, last)
  return last
}

/** The ids of marks, the same set as before where they are the same. */
function idsOf(marks: readonly Marked[]): ReadonlySet<AnnotationId> {
  const ids = new Set(marks.map(({ annotation }) => annotation.id))
  const before = last?.theirs
  return before?.size === ids.size && [...ids].every(id => before.has(id)) ? before : ids
}
