import searchApprox from 'approx-string-match'
import DiffMatchPatch from 'diff-match-patch'
import { CarryPlan } from '#annotations/anchoring/carry'
import type { Segment } from '#annotations/model/annotation'
import type { Revision, TextRange } from '#annotations/model/revision'

/** Where a method puts an annotation, and whether it puts it there without a question. */
export interface Answer extends TextRange {
  readonly asked: boolean
}

/** A way to carry many segments from one text to another; `undefined` for one that is not found. */
export type Method = (before: Revision, after: Revision, segments: readonly Segment[]) => (Answer | undefined)[]

export const own = 'pressmark'

/**
 * The methods that are compared. The others do not say how sure they are; in their favour only a place with the very same
 * text counts as one put there without a question.
 */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [own, carryAll],
  ['hypothesis', (before, after, segments) => segments.map(one => matchQuote(before, after, one))],
  ['diff-match-patch', mapByDiff],
  ['exact search', (_, after, segments) => segments.map(one => searchExact(after, one))],
])

function carryAll(before: Revision, after: Revision, segments: readonly Segment[]): (Answer | undefined)[] {
  const plan = new CarryPlan(before, after)
  return segments.map(segment => {
    const carried = plan.carry({ state: 'exact', via: 'hand', segments: [segment] })
    const [first] = carried.segments
    return first === undefined
      ? undefined
      : { start: first.start, end: first.end, asked: carried.state === 'undecided' }
  })
}

function answer(after: Revision, { exact }: Segment, { start, end }: TextRange): Answer {
  return { start, end, asked: after.text.slice(start, end) !== exact }
}

/** Every place of the text itself, else every place with the fewest errors. */
function search(text: string, wanted: string, maxErrors: number): (TextRange & { readonly errors: number })[] {
  const found: (TextRange & { readonly errors: number })[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    found.push({ start: at, end: at + wanted.length, errors: 0 })
  }
  return found.length > 0 ? found : searchApprox(text, wanted, maxErrors)
}

/**
 * The matching of Hypothesis's client as it is described there: approximate search with at most half the quote's length
 * of errors (256 at most), then the candidate with the best sum of quote (50), prefix (20), suffix (20) and position (2).
 */
function matchQuote(_: Revision, after: Revision, segment: Segment): Answer | undefined {
  const { text } = after
  const { exact, prefix, suffix, start: expected } = segment
  const likeness = (part: string, wanted: string): number => {
    if (wanted === '') return 1
    if (part === '') return 0
    return 1 - (search(part, wanted, wanted.length)[0]?.errors ?? wanted.length) / wanted.length
  }
  let best: { readonly place: TextRange; readonly score: number } | undefined
  for (const place of search(text, exact, Math.min(256, exact.length / 2))) {
    const quote = 1 - place.errors / exact.length
    const before = likeness(text.slice(Math.max(0, place.start - prefix.length), place.start), prefix)
    const behind = likeness(text.slice(place.end, place.end + suffix.length), suffix)
    const position = 1 - Math.abs(place.start - expected) / text.length
    const score = (50 * quote + 20 * before + 20 * behind + 2 * position) / 92
    if (best === undefined || score > best.score) best = { place, score }
  }
  return best === undefined ? undefined : answer(after, segment, best.place)
}

/** A character diff of the whole text, and each end of the annotation taken through it. */
function mapByDiff(before: Revision, after: Revision, segments: readonly Segment[]): (Answer | undefined)[] {
  const differ = new DiffMatchPatch()
  const diffs = differ.diff_main(before.text, after.text)
  return segments.map(segment => {
    const start = differ.diff_xIndex(diffs, segment.start)
    const end = differ.diff_xIndex(diffs, segment.end)
    return start < end ? answer(after, segment, { start, end }) : undefined
  })
}

function searchExact({ text }: Revision, { exact }: Segment): Answer | undefined {
  const start = text.indexOf(exact)
  return start < 0 ? undefined : { start, end: start + exact.length, asked: false }
}
