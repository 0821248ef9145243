import { standingValue } from '#annotations/changes/entry'
import { emptyScope, type Scope } from '#annotations/changes/journal'
import type { Annotation } from '#annotations/model/annotation'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { storedValues } from '#annotations/model/own-fields'
import { progressEntry, progressOf } from '#annotations/model/progress'
import { readAnnotation } from '#annotations/model/read-annotation'
import { headlineOf, metaText, publishedOf, type Release } from '#annotations/model/release'
import { blockAt, paragraphNumbers } from '#annotations/model/revision'
import type { DocumentRow, Holder, KindCounts } from '#app/contract/values'

/** An annotation with the annotator in whose journal it stands. */
export interface Authored {
  readonly author: AnnotatorId
  readonly annotation: Annotation
}

/** All annotations of a document that are not removed, by annotator and then by id. */
export function annotationsIn(scope: Scope): Authored[] {
  const found: Authored[] = []
  for (const author of [...scope.journals.keys()].sort()) {
    for (const entry of scope.journals.get(author)?.entries.values() ?? []) {
      const annotation = readAnnotation(entry)
      if (annotation !== undefined && !annotation.deleted) found.push({ author, annotation })
    }
  }
  return found
}

/** Who has how many annotations in a document, most first. */
export function holdersOf(scope: Scope, names: ReadonlyMap<AnnotatorId, string>): Holder[] {
  const counts = new Map<AnnotatorId, number>()
  for (const { author } of annotationsIn(scope)) counts.set(author, (counts.get(author) ?? 0) + 1)
  return [...counts]
    .map(([annotator, annotations]) => ({ annotator, name: names.get(annotator) ?? annotator, annotations }))
    .sort((a, b) => b.annotations - a.annotations)
}

/** The library's row of a document as one annotator sees it; `own`: all ids that count as that annotator. */
export function documentRow(
  document: DocumentId,
  release: Release,
  scope: Scope = emptyScope,
  annotator?: AnnotatorId,
  own: readonly AnnotatorId[] = annotator === undefined ? [] : [annotator],
): DocumentRow {
  const annotations = annotationsIn(scope)
  const mine = annotations.filter(({ author }) => author === annotator).map(({ annotation }) => annotation)
  const others =
    annotator === undefined
      ? []
      : annotations.filter(({ author }) => !own.includes(author)).map(({ annotation }) => annotation)
  const issuer = metaText(release, 'issuer')
  const published = publishedOf(release)?.date
  const fields = storedValues(release.facts)
  return {
    id: document,
    headline: headlineOf(release),
    ...(issuer === undefined ? {} : { issuer }),
    ...(published === undefined ? {} : { published }),
    ...(Object.keys(fields).length === 0 ? {} : { own: fields }),
    revision: release.current.id,
    counts: countKinds(annotations.map(({ annotation }) => annotation)),
    ...(others.length === 0 ? {} : { others: countKinds(others) }),
    progress: progressOf(scope, annotator, mine.length > 0),
    share: shareOf(release, scope, mine, annotator),
    deleted: release.deleted,
  }
}

function countKinds(annotations: readonly Annotation[]): KindCounts {
  const counts = { quote: 0, claim: 0, note: 0 }
  for (const { kind } of annotations) counts[kind] += 1
  return counts
}

/** The share of the paragraphs up to the furthest that is marked as read or has an annotation. */
function shareOf(
  { current }: Release,
  scope: Scope,
  mine: readonly Annotation[],
  annotator: AnnotatorId | undefined,
): number {
  const numbers = paragraphNumbers(current.blocks)
  const total = greatest(numbers)
  const readTo = standingValue(progressEntry(scope, annotator), 'readTo')
  let end = 0
  for (const { placements } of mine) {
    for (const segment of placements.get(current.id)?.segments ?? []) {
      if (segment.part === 'content') end = Math.max(end, segment.end)
    }
  }
  const reached = end === 0 ? 0 : greatest(numbers.slice(0, blockAt(current.blocks, end - 1) + 1))
  const furthest = Math.max(typeof readTo === 'number' ? readTo : 0, reached)
  return total === 0 ? 0 : Math.min(1, furthest / total)
}

function greatest(numbers: readonly (number | null)[]): number {
  return numbers.reduce<number>((most, n) => Math.max(most, n ?? 0), 0)
}
