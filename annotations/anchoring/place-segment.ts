import type { Part, Segment } from '../model/annotation'
import type { TextRange } from '../model/revision'
import { isDoubtful } from './doubt'
import { type Found, findAgain, type Seeds } from './find-again'
import { isHeld, type TextMatch } from './match-texts'
import { placeTokens } from './place-tokens'
import { sameButForType } from './same-but-for-type'
import { firstTokenEndingAfter, lastTokenStartingBefore } from './tokens'

/** Where one segment came to stand, and how sure that is. */
export interface SegmentPlace extends TextRange {
  readonly part: Part
  readonly state: 'exact' | 'moved' | 'undecided'
  /** True for a segment in a block that stands in another order now. */
  readonly inMoved: boolean
  /** 0 to 1. */
  readonly score: number
}

/** The tokens of a segment: `[first, last]`; none where `first` is behind `last`. */
interface TokenSpan {
  readonly first: number
  readonly last: number
}

const leastSurvived = 0.5
const leastRemains = 0.1
const mostLonger = 2.5

/** Places a segment by the match of the texts alone. `undefined` where too little of it is left, or it grew too long. */
export function placeByMatch(texts: TextMatch, segment: Segment): SegmentPlace | undefined {
  const { first, last } = spanOf(texts, segment)
  if (first > last) return undefined
  const start = texts.match[first] ?? -1
  const together = start >= 0 && (texts.runEnd[first] ?? -1) >= last
  if (!together) return placeOfChanged(texts, segment, { first, last }, leastSurvived)
  const range = rangeOf(texts, segment, { first, last }, start, start + last - first + 1)
  const written = texts.after.text.slice(range.start, range.end)
  const inMoved = texts.moved.subarray(first, last + 1).includes(1)
  const doubtful = !sameButForType(segment.exact, written) || isDoubtful(texts, first, last)
  const state = doubtful ? 'undecided' : written === segment.exact && !inMoved ? 'exact' : 'moved'
  return { part: segment.part, ...range, state, inMoved, score: 1 }
}

/** What is left of a segment of which most was deleted, where that can be no other place. Never more than a proposal. */
export function placeRemains(texts: TextMatch, segment: Segment): SegmentPlace | undefined {
  const span = spanOf(texts, segment)
  for (let at = span.first; at <= span.last; at = (texts.runEnd[at] ?? at) + 1) {
    const stands = (texts.match[at] ?? -1) >= 0 && isHeld(texts, at)
    if (stands) return placeOfChanged(texts, segment, span, leastRemains)
  }
  return undefined
}

/** Looks for a segment in the text after, or in a range of it. What is found is never more than a proposal. */
export function placeByWords(
  texts: TextMatch,
  seeds: Seeds,
  segment: Segment,
  near?: TextRange,
): SegmentPlace | undefined {
  const { first, last } = spanOf(texts, segment)
  if (first > last) return undefined
  const within =
    near === undefined
      ? undefined
      : ([firstTokenEndingAfter(texts.after, near.start), lastTokenStartingBefore(texts.after, near.end) + 1] as const)
  const found: Found | undefined = findAgain(texts, seeds, first, last, within)
  if (found === undefined) return undefined
  const range = rangeOf(texts, segment, { first, last }, found.start, found.end)
  return { part: segment.part, ...range, state: 'undecided', inMoved: false, score: found.score }
}

function spanOf({ before }: TextMatch, { start, end }: TextRange): TokenSpan {
  return { first: firstTokenEndingAfter(before, start), last: lastTokenStartingBefore(before, end) }
}

function placeOfChanged(texts: TextMatch, segment: Segment, span: TokenSpan, least: number): SegmentPlace | undefined {
  const place = placeTokens(texts, span.first, span.last)
  if (place === undefined || place.survived < least) return undefined
  const range = rangeOf(texts, segment, span, place.start, place.end)
  if (range.end - range.start > mostLonger * segment.exact.length) return undefined
  return { part: segment.part, ...range, state: 'undecided', inMoved: false, score: place.survived }
}

/**
 * The offsets of tokens `[start, end)` after. Where the segment begins or ends inside a token, or takes white space along,
 * so does the place, if the token there is spelt the same or the same space is there.
 */
function rangeOf(texts: TextMatch, segment: Segment, span: TokenSpan, start: number, end: number): TextRange {
  const { before, after } = texts
  const from = edge(texts, segment.start, before.starts[span.first] ?? 0, after.starts[start] ?? 0)
  const to = edge(texts, segment.end, before.ends[span.last] ?? 0, after.ends[end - 1] ?? 0)
  return from < to ? { start: from, end: to } : { start: after.starts[start] ?? 0, end: after.ends[end - 1] ?? 0 }
}

/** The offset after that lies as far from `there` as `offset` lies from `here`, where the text between is the same. */
function edge({ before, after }: TextMatch, offset: number, here: number, there: number): number {
  if (offset === here) return there
  const moved = there + offset - here
  const [low, high] = offset < here ? [offset, here] : [here, offset]
  const [newLow, newHigh] = offset < here ? [moved, there] : [there, moved]
  const same = newLow >= 0 && before.text.slice(low, high) === after.text.slice(newLow, newHigh)
  return same ? moved : there
}
