import { startOf } from '#annotations/agreement/coded-annotation'
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

/** All colleagues whose work is looked at, the one whose figures are shown first. */
export function colleaguesOf({ review }: WindowState): readonly AnnotatorId[] {
  const { theirs, also = [] } = review.overview ?? {}
  return theirs === undefined ? [] : [theirs, ...also]
}

interface Known {
  readonly revision: RevisionHash
  readonly codebook: Register
  readonly speakers: Register
  readonly differences: Differences
}

/** By document, then by the two whose work is compared. */
const compared = new WeakMap<Scope, Map<string, Known>>()

/** The open document compared for the annotator with a colleague, the first unless another is named; cached by what goes into it. */
export function openDifferences(state: WindowState, theirs = colleagueOf(state)): Differences | undefined {
  const mine = state.info?.annotator?.id
  const revision = state.document?.revision
  if (mine === undefined || theirs === undefined || revision === undefined) return undefined
  const scope = openScope(state) ?? emptyScope
  const now = {
    revision,
    codebook: registerOf(state.queue.current, 'codebook'),
    speakers: registerOf(state.queue.current, 'speakers'),
  }
  const both = `${mine} ${theirs}`
  const ofScope = compared.get(scope) ?? new Map<string, Known>()
  compared.set(scope, ofScope)
  const known = ofScope.get(both)
  const same = known?.revision === now.revision && known.codebook === now.codebook && known.speakers === now.speakers
  if (same) return known.differences
  const differences = differencesOf(scope, revision, { mine, theirs }, now)
  ofScope.set(both, { ...now, differences })
  return differences
}

/** A case with the colleague with whom it is one. */
export interface OpenDifference extends Difference {
  readonly with: AnnotatorId
}

const merged = new WeakMap<
  Differences,
  { readonly of: readonly Differences[]; readonly cases: readonly OpenDifference[] }
>()
const noCases: readonly OpenDifference[] = []

/** The cases of the open document with all colleagues who are looked at, in the order of the text. Cached. */
export function openCases(state: WindowState): readonly OpenDifference[] {
  const colleagues = colleaguesOf(state)
  const of = colleagues.flatMap(id => openDifferences(state, id) ?? [])
  const [first] = of
  if (first === undefined) return noCases
  const known = merged.get(first)
  if (known?.of.length === of.length && known.of.every((one, n) => one === of[n])) return known.cases
  const several = of.length > 1
  const cases = of.flatMap(({ cases: own }, n) =>
    own.map(one => {
      const colleague = colleagues[n] ?? ''
      return { ...one, with: colleague, key: several ? `${colleague} ${one.key}` : one.key }
    }),
  )
  const sorted = several ? [...cases].sort((a, b) => placeOf(a) - placeOf(b)) : cases
  merged.set(first, { of, cases: sorted })
  return sorted
}

function placeOf({ mine, theirs }: Difference): number {
  const one = theirs ?? mine
  return one === undefined ? 0 : startOf(one)
}

/** The cases that the filter lists. */
export function listedCases(state: WindowState): readonly OpenDifference[] {
  const { filter } = state.review
  const cases = openCases(state)
  return filter === 'all' ? cases : cases.filter(({ type }) => type === filter)
}

/** The case that is being decided, if it is listed. */
export function currentCase(state: WindowState): OpenDifference | undefined {
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
  return `Colleague ${colleagueLetter(state, id)}`
}

/** The letter by which a colleague is told apart from the others, the same whether names are hidden or not. */
export function colleagueLetter(state: WindowState, id: AnnotatorId): string {
  const at = [...(state.review.overview?.colleagues ?? [])]
    .map(one => one.id)
    .sort()
    .indexOf(id)
  return at < 0 ? '?' : letterOf(at)
}

/** `A` to `Z`, then `A2` and on. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`
}

/** The marks that the review paints, of all or of one side that is to be seen alone. */
export interface SideMarks {
  readonly annotations: readonly Annotation[]
  /** Those of colleagues. */
  readonly theirs: ReadonlySet<AnnotationId>
  /** Of these the place of their author among the colleagues who are looked at. */
  readonly places: ReadonlyMap<AnnotationId, number>
}

const sideMarks = new WeakMap<readonly Marked[], { readonly key: string; readonly marks: SideMarks }>()

/** Cached by the marks of the text. */
export function reviewMarks(state: WindowState): SideMarks {
  const mine = state.info?.annotator?.id
  const colleagues = colleaguesOf(state)
  const { shown } = state.review
  const marked = openMarks(state)
  const key = `${mine} ${colleagues.join(' ')} ${shown}`
  const known = sideMarks.get(marked)
  if (known?.key === key) return known.marks
  const theirs = marked.filter(({ author }) => colleagues.includes(author))
  const wanted = marked.filter(
    ({ author }) => (author === mine && shown !== 'theirs') || (colleagues.includes(author) && shown !== 'mine'),
  )
  const marks = {
    annotations: wanted.map(({ annotation }) => annotation),
    theirs: new Set(theirs.map(({ annotation }) => annotation.id)),
    places: new Map(theirs.map(({ annotation, author }) => [annotation.id, colleagues.indexOf(author)])),
  }
  sideMarks.set(marked, { key, marks })
  return marks
}
