import { emptyScope, type Scope } from '#annotations/changes/journal'
import type { Register } from '#annotations/changes/resolve'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId, RevisionHash } from '#annotations/model/ids'
import { type Difference, type Differences, differencesOf } from '#annotations/review/differences'
import type { WindowState } from './app-state'
import type { Marked } from './page-marks'
import { annotatorName, openMarks, openScope, registerOf } from './selectors'

/** The colleague whose work is looked at; `undefined` where there is none. */
export function colleagueOf({ review }: WindowState): AnnotatorId | undefined {
  return review.overview?.theirs
}

interface Known {
  readonly revision: RevisionHash
  readonly sides: string
  readonly codebook: Register
  readonly speakers: Register
  readonly differences: Differences
}

const compared = new WeakMap<Scope, Known>()

/** The open document compared for the annotator with the colleague; cached by what goes into it. */
export function openDifferences(state: WindowState): Differences | undefined {
  const mine = state.info?.annotator?.id
  const theirs = colleagueOf(state)
  const revision = state.document?.revision
  if (mine === undefined || theirs === undefined || revision === undefined) return undefined
  const scope = openScope(state) ?? emptyScope
  const now = {
    revision,
    sides: `${mine} ${theirs}`,
    codebook: registerOf(state.queue.current, 'codebook'),
    speakers: registerOf(state.queue.current, 'speakers'),
  }
  const known = compared.get(scope)
  const same =
    known?.revision === now.revision &&
    known.sides === now.sides &&
    known.codebook === now.codebook &&
    known.speakers === now.speakers
  if (same) return known.differences
  const differences = differencesOf(scope, revision, { mine, theirs }, now)
  compared.set(scope, { ...now, differences })
  return differences
}

/** The cases that the filter lists. */
export function listedCases(state: WindowState): readonly Difference[] {
  const { filter } = state.review
  const cases = openDifferences(state)?.cases ?? []
  return filter === 'all' ? cases : cases.filter(({ type }) => type === filter)
}

/** The case that is being decided, if it is listed. */
export function currentCase(state: WindowState): Difference | undefined {
  const { current } = state.review
  return current === undefined ? undefined : listedCases(state).find(({ key }) => key === current)
}

/** Which of the listed cases is the current one: `Difference 2 of 7`. */
export function casePlace(state: WindowState): string | undefined {
  const cases = listedCases(state)
  const at = cases.findIndex(({ key }) => key === state.review.current)
  return at < 0 ? undefined : `Difference ${at + 1} of ${cases.length}`
}

/** A person's name as the review shows it: `You`, and where names are hidden `Colleague A`, `B` … */
export function reviewName(state: WindowState, id: AnnotatorId): string {
  if (id === state.info?.annotator?.id) return 'You'
  if (!state.review.blind) return annotatorName(state.queue.current, id)
  const at = [...(state.review.overview?.colleagues ?? [])]
    .map(one => one.id)
    .sort()
    .indexOf(id)
  return at < 0 ? 'A colleague' : `Colleague ${letterOf(at)}`
}

/** `A` to `Z`, then `A2` and on. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`
}

/** The marks that the review paints, of the two or of the one that is to be seen alone, and which are the colleague's. */
export interface SideMarks {
  readonly annotations: readonly Annotation[]
  readonly theirs: ReadonlySet<AnnotationId>
}

const sideMarks = new WeakMap<readonly Marked[], { readonly key: string; readonly marks: SideMarks }>()

/** Cached by the marks of the text. */
export function reviewMarks(state: WindowState): SideMarks {
  const mine = state.info?.annotator?.id
  const theirs = colleagueOf(state)
  const { shown } = state.review
  const marked = openMarks(state)
  const key = `${mine} ${theirs} ${shown}`
  const known = sideMarks.get(marked)
  if (known?.key === key) return known.marks
  const of = (author: AnnotatorId | undefined) => marked.filter(one => one.author === author)
  const wanted = marked.filter(
    ({ author }) => (author === mine && shown !== 'theirs') || (author === theirs && shown !== 'mine'),
  )
  const marks = {
    annotations: wanted.map(({ annotation }) => annotation),
    theirs: new Set(of(theirs).map(({ annotation }) => annotation.id)),
  }
  sideMarks.set(marked, { key, marks })
  return marks
}
