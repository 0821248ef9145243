import type { Annotation } from '#annotations/model/annotation'
import type { DocumentId, RevisionHash } from '#annotations/model/ids'
import { isJsonObject, type Json } from '#annotations/model/json'
import { blockAt, type Revision, type TextOffset } from '#annotations/model/revision'
import { type ComposedText, composeText, type DraftPlace } from '#annotations/text/compose-text'
import { type DraftBlock, readDraft, toDraft } from '#annotations/text/draft'
import { type EditedPlace, editedPlaces } from '#annotations/text/edited-places'
import type { WrittenSegment } from '../editor/writing/changed-marks'
import type { WritingStart, Written } from '../editor/writing/writing-view'

/** A text that is written on. */
export interface Writing {
  readonly document: DocumentId
  readonly start: WritingStart
  /** Where the annotations would stand; as the text was when it rested last. */
  readonly outcome: readonly EditedPlace[]
  /** It is asked whether what was written may be dropped. */
  readonly asking: boolean
  /** It is being made a version. */
  readonly busy: boolean
}

/** A text that was begun and kept. */
export interface KeptDraft {
  readonly document: DocumentId
  readonly revision: RevisionHash
  readonly draft: readonly DraftBlock[]
  readonly segments: readonly KeptSegment[]
}

interface KeptSegment {
  readonly key: string
  readonly place: Written['places'][number]
}

/** What a text is written on from: a revision, as it is shown, with the annotations in it, in page order; `caret`: where one was in it. */
export function startWriting(
  revision: Revision,
  annotations: readonly Annotation[],
  caret: TextOffset,
  kept?: Pick<KeptDraft, 'draft' | 'segments'>,
): WritingStart {
  const before = toDraft(revision)
  const segments: WrittenSegment[] = []
  const places: Written['places'][number][] = []
  for (const { id, kind, placements } of annotations) {
    for (const { part, start, end, exact } of placements.get(revision.id)?.segments ?? []) {
      segments.push({ id, kind, part, exact })
      places.push({ start: placeAt(revision, start), end: placeAt(revision, end) })
    }
  }
  if (kept === undefined) return { revision, draft: before, before, segments, places, caret: placeAt(revision, caret) }
  const known = new Map(kept.segments.map(({ key, place }) => [key, place]))
  return {
    revision,
    draft: kept.draft,
    before,
    segments,
    places: keysOf(segments).map(key => known.get(key) ?? null),
    caret: { block: 0, at: 0 },
  }
}

function placeAt({ blocks }: Revision, offset: number): DraftPlace {
  const block = Math.max(0, blockAt(blocks, offset))
  const { start, end } = blocks[block] ?? { start: 0, end: 0 }
  return { block, at: Math.min(offset, end) - start }
}

/** The text that was written so far, and where the annotations would stand in it. */
export function composeWritten(
  { segments }: Pick<WritingStart, 'segments'>,
  { draft, places, caret }: Written,
): {
  readonly composed: ComposedText
  readonly outcome: readonly EditedPlace[]
  /** Where the caret is in the text. */
  readonly caret: TextOffset
} {
  const edges = places.flatMap(place => (place === null ? [] : [place.start, place.end]))
  const composed = composeText(draft, [...edges, caret])
  let next = 0
  const edited = segments.map(({ id, part, exact }, n) => {
    // A segment that is gone has no room anywhere.
    if (places[n] === null || places[n] === undefined) return { annotation: id, part, exact, start: 0, end: 0 }
    const [start, end] = [composed.offsets[next], composed.offsets[next + 1]]
    next += 2
    return { annotation: id, part, exact, start, end }
  })
  return { composed, outcome: editedPlaces(composed.text, edited), caret: composed.offsets[edges.length] ?? 0 }
}

/** What is written as JSON text, for keeping. */
export function keepText({ revision, segments }: WritingStart, { draft, places }: Written): string {
  const keys = keysOf(segments)
  return JSON.stringify({
    revision: revision.id,
    blocks: draft,
    segments: keys.map((key, n) => ({ key, place: places[n] ?? null })),
  })
}

/** What was kept; `undefined` where it is nothing that this program can go on with. */
export function readKept(document: DocumentId, text: string): KeptDraft | undefined {
  const json = parse(text)
  if (!isJsonObject(json) || typeof json.revision !== 'string') return undefined
  const draft = readDraft(json.blocks)
  if (draft === undefined) return undefined
  const segments = Array.isArray(json.segments) ? (json.segments as readonly Json[]) : []
  return {
    document,
    revision: json.revision,
    draft,
    segments: segments.flatMap(segment => {
      if (!isJsonObject(segment) || typeof segment.key !== 'string' || !isJsonObject(segment.place)) return []
      const [start, end] = [readPlace(segment.place.start, draft), readPlace(segment.place.end, draft)]
      return start === undefined || end === undefined ? [] : [{ key: segment.key, place: { start, end } }]
    }),
  }
}

function readPlace(json: Json | undefined, draft: readonly DraftBlock[]): DraftPlace | undefined {
  if (!isJsonObject(json)) return undefined
  const { block, at } = json
  if (typeof block !== 'number' || typeof at !== 'number' || !Number.isInteger(at)) return undefined
  const length = draft[block]?.text.length
  return length === undefined || at < 0 || at > length ? undefined : { block, at }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

/** What tells one segment from all others, also after a restart. */
function keysOf(segments: readonly WrittenSegment[]): string[] {
  const seen = new Map<string, number>()
  return segments.map(({ id, part, exact }) => {
    const own = `${id} ${part} ${exact}`
    const n = seen.get(own) ?? 0
    seen.set(own, n + 1)
    return `${n} ${own}`
  })
}
