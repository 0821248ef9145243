import type { AnnotationId } from '../model/ids'
import type { TextRange } from '../model/revision'
import { bestPairs, type Edge } from './best-pairs'
import type { CodedAnnotation } from './coded-annotation'
import { overlappingPairs } from './ranges'

/** A place that an annotator marked, once for all of their annotations that have it. */
export interface Span extends TextRange {
  readonly annotations: readonly AnnotationId[]
}

/** Two annotators' spans of one text, paired or not; one span may be in several pairs where matches are not one to one. */
export interface SpanMatches {
  readonly pairs: readonly (readonly [Span, Span])[]
  readonly onlyA: readonly Span[]
  readonly onlyB: readonly Span[]
}

/** The segments of annotations as a set: those with the same start and end are one. By start, then end. */
export function spansOf(annotations: readonly CodedAnnotation[]): readonly Span[] {
  return spansAsSet(
    annotations.flatMap(({ id, content }) => content.map(({ start, end }) => ({ start, end, annotations: [id] }))),
  )
}

function spansAsSet(spans: readonly Span[]): readonly Span[] {
  const byPlace = new Map<string, Span>()
  for (const span of spans) {
    const key = `${span.start} ${span.end}`
    const known = byPlace.get(key)
    byPlace.set(key, known === undefined ? span : { ...known, annotations: join(known.annotations, span.annotations) })
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function join(a: readonly AnnotationId[], b: readonly AnnotationId[]): readonly AnnotationId[] {
  return [...new Set([...a, ...b])]
}

/**
 * Spans without the characters at both ends that are neither letter nor digit (Unicode L, N), as a set again. A span
 * that has none of them is no span then.
 */
export function trimSpans(spans: readonly Span[], text: string): readonly Span[] {
  const trimmed = spans.flatMap(span => {
    const words = text.slice(span.start, span.end)
    const before = /^[^\p{L}\p{N}]*/u.exec(words)?.[0].length ?? 0
    const inside = words.slice(before).replace(/[^\p{L}\p{N}]+$/u, '')
    if (inside === '') return []
    return [{ ...span, start: span.start + before, end: span.start + before + inside.length }]
  })
  return spansAsSet(trimmed)
}

/** Spans with the same start and end. */
export function matchExact(a: readonly Span[], b: readonly Span[]): SpanMatches {
  const places = new Map(b.map(span => [`${span.start} ${span.end}`, span]))
  return matched(
    a,
    b,
    a.flatMap(span => {
      const other = places.get(`${span.start} ${span.end}`)
      return other === undefined ? [] : [[span, other] as const]
    }),
  )
}

/** Every two spans that share a character. */
export function matchAny(a: readonly Span[], b: readonly Span[]): SpanMatches {
  return matched(a, b, pick(a, b, overlappingPairs(a, b)))
}

/**
 * The most one-to-one pairs of spans that share a character, with a Jaccard index (shared characters by characters of
 * either) of at least `least / 100`; of several such matchings the one with the largest sum of these indices.
 */
export function matchOneToOne(a: readonly Span[], b: readonly Span[], least: 0 | 50): SpanMatches {
  const edges = overlappingPairs(a, b).flatMap(([i, j]): Edge[] => {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return []
    const num = Math.min(one.end, other.end) - Math.max(one.start, other.start)
    const den = one.end - one.start + other.end - other.start - num
    return 100 * num >= least * den ? [{ a: i, b: j, num, den }] : []
  })
  return matched(a, b, pick(a, b, bestPairs(edges)))
}

function pick(a: readonly Span[], b: readonly Span[], indices: readonly (readonly [number, number])[]) {
  return indices.flatMap(([i, j]) => {
    const [one, other] = [a[i], b[j]]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}

function matched(a: readonly Span[], b: readonly Span[], pairs: readonly (readonly [Span, Span])[]): SpanMatches {
  const [inA, inB] = [new Set(pairs.map(pair => pair[0])), new Set(pairs.map(pair => pair[1]))]
  return { pairs, onlyA: a.filter(span => !inA.has(span)), onlyB: b.filter(span => !inB.has(span)) }
}

/** Ranges of one annotator as mutually exclusive units: overlapping ones made one, touching ones left apart. By start. */
export function joinOverlapping<R extends TextRange>(ranges: readonly R[]): TextRange[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined[joined.length - 1]
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
