import type { Part, PlainSegment, Segment } from './annotation'
import { parts } from './annotation'
import { ok, type Problem, problem, type Result } from './result'
import type { TextOffset } from './revision'

/** Length of prefix and suffix, in code units; shorter at the ends of the text. */
export const contextLength = 32

export type SegmentCode = 'empty-target' | 'outside-text' | 'cuts-character'

/**
 * Segments as they are stored: sorted by start, then part; overlapping or touching ones of a part joined; each with
 * its exact text and context. Refused: no content segment that covers something, an offset that is not an integer
 * within the text, a segment without length, and an end inside a surrogate pair.
 */
export function describeSegments(
  text: string,
  plain: readonly PlainSegment[],
): Result<readonly Segment[], Problem<SegmentCode>> {
  for (const segment of plain) {
    if (!isOffset(segment.start, text) || !isOffset(segment.end, text)) {
      return problem('outside-text', { start: segment.start, end: segment.end, length: text.length })
    }
    if (segment.start >= segment.end) return problem('empty-target', { start: segment.start, end: segment.end })
    if (cutsPair(text, segment.start) || cutsPair(text, segment.end)) {
      return problem('cuts-character', { start: segment.start, end: segment.end })
    }
  }
  const joined = parts.flatMap(part => joinSegments(plain.filter(segment => segment.part === part)))
  if (!joined.some(segment => segment.part === 'content')) return problem('empty-target')
  return ok(joined.sort(compareSegments).map(segment => describe(text, segment)))
}

/** Sorted by start; overlapping and touching segments made one. All must be of one part. */
export function joinSegments(segments: readonly PlainSegment[]): PlainSegment[] {
  const joined: PlainSegment[] = []
  for (const segment of [...segments].sort(compareSegments)) {
    const last = joined[joined.length - 1]
    if (last !== undefined && segment.start <= last.end) {
      joined[joined.length - 1] = { ...last, end: Math.max(last.end, segment.end) }
    } else joined.push({ part: segment.part, start: segment.start, end: segment.end })
  }
  return joined
}

/** Takes a range out of segments of one part; what was cut in two stays as two. */
export function withoutRange(segments: readonly PlainSegment[], start: TextOffset, end: TextOffset): PlainSegment[] {
  return segments.flatMap(segment => {
    const left = { part: segment.part, start: segment.start, end: Math.min(segment.end, start) }
    const right = { part: segment.part, start: Math.max(segment.start, end), end: segment.end }
    return [left, right].filter(piece => piece.start < piece.end)
  })
}

/**
 * Law 2 for stored segments: each `exact` is the text at its offsets; those of a part are sorted, disjoint and not
 * empty; none parts a surrogate pair.
 */
export function segmentsStand(text: string, segments: readonly Segment[]): boolean {
  const ends = new Map<Part, TextOffset>()
  for (const { part, start, end, exact } of segments) {
    if (!isOffset(start, text) || !isOffset(end, text) || start >= end || start < (ends.get(part) ?? 0)) return false
    if (text.slice(start, end) !== exact || cutsPair(text, start) || cutsPair(text, end)) return false
    ends.set(part, end)
  }
  return true
}

/** True where the offset would part a surrogate pair. */
export function cutsPair(text: string, offset: TextOffset): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

function compareSegments(a: PlainSegment, b: PlainSegment): number {
  return a.start - b.start || partOrder(a.part) - partOrder(b.part) || a.end - b.end
}

function partOrder(part: Part): number {
  return parts.indexOf(part)
}

function isOffset(value: TextOffset, text: string): boolean {
  return Number.isInteger(value) && value >= 0 && value <= text.length
}

function describe(text: string, segment: PlainSegment): Segment {
  const from = segment.start - contextLength
  const to = segment.end + contextLength
  return {
    part: segment.part,
    start: segment.start,
    end: segment.end,
    exact: text.slice(segment.start, segment.end),
    prefix: text.slice(Math.max(0, cutsPair(text, from) ? from + 1 : from), segment.start),
    suffix: text.slice(segment.end, cutsPair(text, to) ? to - 1 : to),
  }
}
