import { entryKey } from '#annotations/changes/entry'
import type { Scope } from '#annotations/changes/journal'
import { type AnchorState, type Annotation, type Kind, targetOf } from '#annotations/model/annotation'
import type { AnnotationId, AnnotatorId, RevisionHash } from '#annotations/model/ids'
import { readAnnotation } from '#annotations/model/read-annotation'
import { changedEntries } from './changed-entries'

/** An annotation with whose it is. */
export interface Marked {
  readonly author: AnnotatorId
  readonly annotation: Annotation
}

/** The annotations that stand in a text, in page order: by start, longer first, then by id. */
export interface PageMarks {
  readonly marks: readonly Marked[]
  /** The same without whose they are. */
  readonly annotations: readonly Annotation[]
  /** How many are whose, by kind; nobody without any. */
  readonly authors: ReadonlyMap<AnnotatorId, Readonly<Record<Kind, number>>>
  /** How many have a place of each state; `lost` and what else has no place is not on the page. */
  readonly states: Readonly<Record<AnchorState, number>>
}

/** An annotation of a page and its number there, from 0. */
export interface PlacedMark {
  readonly marked: Marked
  readonly at: number
}

export const noMarks: PageMarks = {
  marks: [],
  annotations: [],
  authors: new Map(),
  states: { exact: 0, moved: 0, undecided: 0, kept: 0, lost: 0 },
}

/** More changes than this at once are sorted anew. */
const fewChanges = 64

const known = new WeakMap<Scope, Map<RevisionHash, PageMarks>>()
/** What was asked for last: an edit makes another scope of which most is the same. */
let last: { readonly scope: Scope; readonly revision: RevisionHash } | undefined

/** The annotations of a scope that stand in a text. Cached by scope; what changed since the last scope is put in its place. */
export function pageMarks(scope: Scope, revision: RevisionHash): PageMarks {
  const cached = known.get(scope)?.get(revision)
  const before = last !== undefined && last.revision === revision ? last.scope : undefined
  last = { scope, revision }
  if (cached !== undefined) return cached
  const earlier = before === undefined ? undefined : known.get(before)?.get(revision)
  const changed = before === undefined || earlier === undefined ? undefined : changedMarks(before, scope, revision)
  const page =
    earlier === undefined || changed === undefined
      ? sortedMarks(scope, revision)
      : withChanges(earlier, changed, revision)
  known.set(scope, (known.get(scope) ?? new Map()).set(revision, page))
  return page
}

/** The same, with every annotation looked at. */
export function sortedMarks(scope: Scope, revision: RevisionHash): PageMarks {
  const marks: Marked[] = []
  for (const [author, journal] of scope.journals) {
    for (const entry of journal.entries.values()) {
      const annotation = readAnnotation(entry)
      if (annotation !== undefined && isOnPage(annotation, revision)) marks.push({ author, annotation })
    }
  }
  const placed = marks.map(marked => placeOf(marked, revision))
  placed.sort(comparePlaces)
  const sorted = placed.map(({ marked }) => marked)
  return pageOf(sorted, revision)
}

/** The page of some of the marks of a page. */
export function partOfPage({ marks }: PageMarks, has: (marked: Marked) => boolean, revision: RevisionHash): PageMarks {
  return pageOf(marks.filter(has), revision)
}

function pageOf(marks: readonly Marked[], revision: RevisionHash): PageMarks {
  const counts = { authors: new Map(), states: { ...noMarks.states } }
  for (const marked of marks) count(counts, marked, revision, 1)
  return { marks, annotations: marks.map(({ annotation }) => annotation), ...counts }
}

interface ChangedMarks {
  readonly gone: readonly Marked[]
  readonly come: readonly Marked[]
}

/** What left a page and what came to it; `undefined` where that is much. */
function changedMarks(before: Scope, after: Scope, revision: RevisionHash): ChangedMarks | undefined {
  const gone: Marked[] = []
  const come: Marked[] = []
  for (const author of new Set([...before.journals.keys(), ...after.journals.keys()])) {
    const changed = changedEntries(entriesOf(before, author), entriesOf(after, author))
    for (const [entries, into] of [
      [changed.gone, gone],
      [changed.come, come],
    ] as const) {
      for (const entry of entries) {
        const annotation = readAnnotation(entry)
        if (annotation !== undefined && isOnPage(annotation, revision)) into.push({ author, annotation })
      }
    }
  }
  return gone.length + come.length > fewChanges ? undefined : { gone, come }
}

function entriesOf(scope: Scope, author: AnnotatorId) {
  return scope.journals.get(author)?.entries ?? new Map()
}

function withChanges(page: PageMarks, { gone, come }: ChangedMarks, revision: RevisionHash): PageMarks {
  if (gone.length === 0 && come.length === 0) return page
  const marks = page.marks.slice()
  const annotations = page.annotations.slice()
  const counts = { authors: new Map(page.authors), states: { ...page.states } }
  for (const marked of gone) {
    const at = firstNotBefore(marks, marked, revision)
    marks.splice(at, 1)
    annotations.splice(at, 1)
    count(counts, marked, revision, -1)
  }
  for (const marked of come) {
    const at = firstNotBefore(marks, marked, revision)
    marks.splice(at, 0, marked)
    annotations.splice(at, 0, marked.annotation)
    count(counts, marked, revision, 1)
  }
  return { marks, annotations, ...counts }
}

interface Counts {
  readonly authors: Map<AnnotatorId, Readonly<Record<Kind, number>>>
  readonly states: Record<AnchorState, number>
}

function count({ authors, states }: Counts, { author, annotation }: Marked, revision: RevisionHash, by: 1 | -1): void {
  const { kind, placements } = annotation
  const before = authors.get(author) ?? { quote: 0, claim: 0, note: 0 }
  const now = { ...before, [kind]: before[kind] + by }
  if (now.quote + now.claim + now.note === 0) authors.delete(author)
  else authors.set(author, now)
  states[placements.get(revision)?.state ?? 'exact'] += by
}

function isOnPage({ deleted, placements }: Annotation, revision: RevisionHash): boolean {
  return !deleted && targetOf(placements.get(revision)).length > 0
}

interface Place {
  readonly start: number
  readonly end: number
  readonly marked: Marked
}

function placeOf(marked: Marked, revision: RevisionHash): Place {
  const target = targetOf(marked.annotation.placements.get(revision))
  return { marked, start: target[0]?.start ?? 0, end: target[target.length - 1]?.end ?? 0 }
}

function comparePlaces(a: Place, b: Place): number {
  if (a.start !== b.start || a.end !== b.end) return a.start - b.start || b.end - a.end
  return compareText(a.marked.annotation.id, b.marked.annotation.id) || compareText(a.marked.author, b.marked.author)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Where an annotation stands among those of a page, or would. */
function firstNotBefore(marks: readonly Marked[], marked: Marked, revision: RevisionHash): number {
  const place = placeOf(marked, revision)
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = marks[middle]
    if (other !== undefined && comparePlaces(placeOf(other, revision), place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The annotation of an id that stands in a text. */
export function markIn(scope: Scope, revision: RevisionHash, id: AnnotationId): PlacedMark | undefined {
  let first: PlacedMark | undefined
  for (const [author, { entries }] of scope.journals) {
    const entry = entries.get(entryKey('annotation', id))
    const annotation = entry === undefined ? undefined : readAnnotation(entry)
    if (annotation === undefined || !isOnPage(annotation, revision)) continue
    const { marks } = pageMarks(scope, revision)
    const at = firstNotBefore(marks, { author, annotation }, revision)
    const marked = marks[at]
    if (marked !== undefined && (first === undefined || at < first.at)) first = { marked, at }
  }
  return first
}
