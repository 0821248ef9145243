import { sameButForType } from '../anchoring/same-but-for-type'
import type { AnchorState, Part, PlainSegment } from '../model/annotation'
import type { AnnotationId } from '../model/ids'
import type { TextOffset, TextRange } from '../model/revision'
import { cutsPair } from '../model/segments'

/** A segment of an annotation in the text that was edited, and where editing left it in the text that came of it. */
export interface EditedSegment {
  readonly annotation: AnnotationId
  readonly part: Part
  /** Its words before. */
  readonly exact: string
  /** `undefined` where the place cannot be followed. */
  readonly start: TextOffset | undefined
  readonly end: TextOffset | undefined
}

/** Where an annotation stands after an edit of its text, by the states of placements. */
export interface EditedPlace {
  readonly annotation: AnnotationId
  readonly state: Extract<AnchorState, 'exact' | 'moved' | 'undecided' | 'lost'>
  readonly segments: readonly PlainSegment[]
}

/**
 * Where annotations stand in a text that came of editing the one they were in: *exact* with all their words as they were, *moved* where
 * only signs differ by their type, *undecided* with what is left of them, *lost* where nothing is left of what they point at. The segments
 * of one annotation are given in a row. Left out are those of which a place cannot be followed: their words are to be looked for.
 */
export function editedPlaces(text: string, segments: readonly EditedSegment[]): EditedPlace[] {
  const places: EditedPlace[] = []
  for (let from = 0, to = 0; from < segments.length; from = to) {
    while (to < segments.length && segments[to]?.annotation === segments[from]?.annotation) to += 1
    const place = placeOf(text, segments.slice(from, to))
    if (place !== undefined) places.push(place)
  }
  return places
}

function placeOf(text: string, own: readonly EditedSegment[]): EditedPlace | undefined {
  const annotation = own[0]?.annotation
  if (annotation === undefined) return undefined
  const left: { part: Part; range: TextRange; exact: string }[] = []
  for (const { part, exact, start, end } of own) {
    if (start === undefined || end === undefined) return undefined
    if (start < end && (cutsPair(text, start) || cutsPair(text, end))) return undefined
    const range = start < end && text.slice(start, end) === exact ? { start, end } : trimmed(text, start, end)
    if (range !== undefined) left.push({ part, range, exact })
  }
  if (!left.some(({ part }) => part === 'content')) return { annotation, state: 'lost', segments: [] }
  const isWhole = left.length === own.length
  const words = ({ start, end }: TextRange) => text.slice(start, end)
  const isExact = isWhole && left.every(({ range, exact }) => words(range) === exact)
  const isAlike = isWhole && left.every(({ range, exact }) => sameButForType(words(range), exact))
  return {
    annotation,
    state: isExact ? 'exact' : isAlike ? 'moved' : 'undecided',
    segments: left.map(({ part, range }) => ({ part, ...range })),
  }
}

/** Without the white space at its ends that an edit left there; `undefined` where there is nothing else. */
function trimmed(text: string, start: number, end: number): TextRange | undefined {
  const own = text.slice(start, end)
  const lead = own.length - own.trimStart().length
  const body = own.trim().length
  return body === 0 ? undefined : { start: start + lead, end: start + lead + body }
}
