import type { Part, Placement, Segment } from '../model/annotation'
import type { Revision, TextRange } from '../model/revision'
import { describeSegments, segmentsStand } from '../model/segments'
import { type Seeds, seedsOf } from './find-again'
import { matchTexts, type TextMatch } from './match-texts'
import { placeByMatch, placeByWords, placeRemains, type SegmentPlace } from './place-segment'

/** The number of this engine: it rises when the same texts would give another placement. */
export const engine = 1

/** How far around its fellows a segment is looked for, in characters, beside the distance it had. */
const vicinity = 400

/** Two revisions, made ready once for all the placements that go from one to the other. Lazy, else without state. */
export class CarryPlan {
  readonly before: Revision
  readonly after: Revision
  #texts: TextMatch | undefined
  #seeds: Seeds | undefined

  constructor(before: Revision, after: Revision) {
    this.before = before
    this.after = after
  }

  get texts(): TextMatch {
    this.#texts ??= matchTexts(this.before, this.after)
    return this.#texts
  }

  get seeds(): Seeds {
    this.#seeds ??= seedsOf(this.texts.after)
    return this.#seeds
  }

  /**
   * Where a placement of the revision before stands in the one after, all its segments together.
   * `exact`: each has the same text and stands in its block. `moved`: the same but for quotation marks, dashes, white
   * space and hyphenation, or in a block that moved; no word and no figure differs. `undecided`: anything else, with the
   * best place as a proposal; its segments are those that were found, one of the content at least. `lost`: none was.
   * Kept stays kept, and lost stays lost. In the same revision the placement itself is returned.
   */
  carry(placement: Placement): Placement {
    if (this.before.id === this.after.id) return placement
    const base = { via: 'carry', from: this.before.id, engine } as const
    if (placement.state === 'kept') return { ...base, state: 'kept', segments: [] }
    const lost: Placement = { ...base, state: 'lost', segments: [] }
    const { segments } = placement
    if (segments.length === 0 || !segmentsStand(this.before.text, segments)) return lost
    const places = this.#placeAll(segments)
    const described = describeSegments(this.after.text, places.filter(isFound))
    if (!described.ok) return lost
    const state = stateOf(segments, places, described.value)
    const score = scoreOf(segments, places)
    return { ...base, state, segments: described.value, ...(state === 'undecided' ? { score } : {}) }
  }

  #placeAll(segments: readonly Segment[]): (SegmentPlace | undefined)[] {
    const places = segments.map(segment => placeByMatch(this.texts, segment))
    for (const index of longestFirst(segments)) {
      const segment = segments[index]
      if (places[index] !== undefined || segment === undefined) continue
      const near = vicinityOf(segment, segments, places)
      const canSearch = near !== undefined || segment.part === 'content'
      const found = canSearch ? placeByWords(this.texts, this.seeds, segment, near) : undefined
      places[index] = found ?? placeRemains(this.texts, segment)
    }
    return places
  }
}

/**
 * Carries one placement from one revision to another; see `CarryPlan.carry`. Pure. Where there are several placements,
 * make the plan once.
 */
export function carry(placement: Placement, before: Revision, after: Revision): Placement {
  return new CarryPlan(before, after).carry(placement)
}

function isFound(place: SegmentPlace | undefined): place is SegmentPlace {
  return place !== undefined
}

/** The indices of the segments, content first, then by length. */
function longestFirst(segments: readonly Segment[]): number[] {
  const rank = (part: Part | undefined) => (part === 'content' ? 0 : 1)
  const length = (index: number) => segments[index]?.exact.length ?? 0
  return segments
    .map((_, index) => index)
    .sort((a, b) => rank(segments[a]?.part) - rank(segments[b]?.part) || length(b) - length(a) || a - b)
}

/** The range in which a segment is looked for: around those of its fellows that were found. */
function vicinityOf(
  segment: Segment,
  segments: readonly Segment[],
  places: readonly (SegmentPlace | undefined)[],
): TextRange | undefined {
  let range: TextRange | undefined
  for (const [index, place] of places.entries()) {
    const fellow = segments[index]
    if (place === undefined || fellow === undefined) continue
    const apart = Math.max(0, fellow.start - segment.end, segment.start - fellow.end)
    const reach = apart + segment.exact.length + vicinity
    const around = { start: Math.max(0, place.start - reach), end: place.end + reach }
    range =
      range === undefined
        ? around
        : { start: Math.min(range.start, around.start), end: Math.max(range.end, around.end) }
  }
  return range
}

/** The state of all together: as sure as the least sure, and undecided where they do not stand to each other as before. */
function stateOf(
  segments: readonly Segment[],
  places: readonly (SegmentPlace | undefined)[],
  described: readonly Segment[],
): 'exact' | 'moved' | 'undecided' {
  const found = places.filter(isFound)
  if (described.length !== segments.length) return 'undecided'
  if (found.some(({ state }) => state === 'undecided')) return 'undecided'
  if (found.some(({ inMoved }) => inMoved !== found[0]?.inMoved)) return 'undecided'
  const inOrder = found.every(({ part, start }, n) => described[n]?.part === part && described[n]?.start === start)
  if (!inOrder) return 'undecided'
  return found.every(({ state }) => state === 'exact') ? 'exact' : 'moved'
}

/** How much of the segments was found and how alike it is, weighed by length; three decimals. */
function scoreOf(segments: readonly Segment[], places: readonly (SegmentPlace | undefined)[]): number {
  let all = 0
  let sum = 0
  for (const [index, { exact }] of segments.entries()) {
    all += exact.length
    sum += exact.length * (places[index]?.score ?? 0)
  }
  return Math.round((1000 * sum) / all) / 1000
}
