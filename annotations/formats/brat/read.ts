import type { Json } from '../../model/json'
import { ok, type Problem, problem, type Result } from '../../model/result'
import type { TextRange } from '../../model/revision'
import { writeTagPath } from '../tag-path'
import { skeletonOf, TextAlignment } from './align-texts'
import type { BratMap, MappedFields, MappedType } from './brat-map'
import { type BratFile, type BratSpan, parseBrat } from './parse-brat'

/** A standoff file and what it is read against. */
export interface BratInput {
  readonly content: string
  /** The text file that its offsets count in; the canonical text itself, if not given. */
  readonly text?: string
  readonly canonical: string
  /** Without one, every span is a note with its type as a tag. */
  readonly map?: BratMap
}

/** Annotations in the form of the exchange format, and what was left out. */
export interface ReadBrat {
  readonly entries: readonly { readonly [member: string]: Json }[]
  readonly leftOut: {
    /** Spans of a type that the map leaves out. */
    readonly spans: number
    /** Sources and cues that no annotation is joined with. */
    readonly parts: number
    /** Attributes that the map does not name. */
    readonly attributes: number
    /** Normalizations, equivalences, and what is said of relations. */
    readonly others: number
  }
}

export type BratCode = 'wrong-brat' | 'unmapped-type' | 'brat-differs' | 'brat-text-differs'

/**
 * Reads brat's standoff format as annotations. Spans of a type with a kind become annotations, in the order of the
 * file; spans of a part become source or cue of the annotations that relations and events join them with, directly or
 * by other parts. Notes become notes. All or nothing.
 */
export function readBrat({ content, text, canonical, map }: BratInput): Result<ReadBrat, Problem<BratCode>> {
  const file = parseBrat(content)
  if (!file.ok) return file
  const alignment = TextAlignment.of(text ?? canonical, canonical)
  if (alignment === undefined) return problem('brat-text-differs')
  const placed = new Map<string, PlacedSpan>()
  for (const span of file.value.spans) {
    const mapped = map === undefined ? noteFor(span) : map.types.get(span.type)
    if (mapped === undefined) return problem('unmapped-type', { line: span.line, type: span.type })
    const ranges = placeSpan(span, alignment)
    if (ranges === undefined) return problem('brat-differs', { line: span.line })
    placed.set(span.id, { ...span, mapped, ranges })
  }
  const joined = partsOf(file.value, placed)
  const entries = [...placed.values()].flatMap(span => {
    const { mapped } = span
    if (mapped === null || !('kind' in mapped)) return []
    return [entryOf(span, mapped, joined.get(span.id) ?? [], file.value, map)]
  })
  const used = new Set([...joined.values()].flat().map(({ id }) => id))
  const all = [...placed.values()]
  return ok({
    entries,
    leftOut: {
      spans: all.filter(({ mapped }) => mapped === null).length,
      parts: all.filter(({ id, mapped }) => mapped !== null && 'part' in mapped && !used.has(id)).length,
      attributes: file.value.attributes.filter(({ name, value }) => map?.attributes.get(name)?.has(value) !== true)
        .length,
      others: file.value.others,
    },
  })
}

interface PlacedSpan extends BratSpan {
  readonly mapped: MappedType
  readonly ranges: readonly TextRange[]
}

function noteFor({ type }: BratSpan): MappedType {
  return { kind: 'note', tags: [writeTagPath([type])] }
}

/** Where the fragments of a span stand; `undefined` where they do not say what the file says of them. */
function placeSpan({ fragments, text }: BratSpan, alignment: TextAlignment): readonly TextRange[] | undefined {
  const words = fragments.map(([start, end]) => alignment.textOf(start, end))
  const ranges = fragments.map(([start, end]) => alignment.rangeOf(start, end))
  const found = ranges.flatMap(range => range ?? [])
  if (found.length < ranges.length || skeletonOf(words.join('')) !== skeletonOf(text)) return undefined
  return found
}

/** The parts of each annotation: those joined with it, and with them, as long as no other annotation is between. */
function partsOf(file: BratFile, placed: ReadonlyMap<string, PlacedSpan>): ReadonlyMap<string, readonly PlacedSpan[]> {
  const near = new Map<string, string[]>()
  for (const [a, b] of file.links) {
    near.set(a, [...(near.get(a) ?? []), b])
    near.set(b, [...(near.get(b) ?? []), a])
  }
  const isPart = (id: string) => {
    const mapped = placed.get(id)?.mapped
    return mapped !== null && mapped !== undefined && 'part' in mapped
  }
  const parts = new Map<string, readonly PlacedSpan[]>()
  for (const { id, mapped } of placed.values()) {
    if (mapped === null || !('kind' in mapped)) continue
    const seen = new Set<string>()
    const waiting = [...(near.get(id) ?? [])]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (seen.has(at) || !isPart(at)) continue
      seen.add(at)
      waiting.push(...(near.get(at) ?? []))
    }
    parts.set(
      id,
      [...placed.values()].filter(span => seen.has(span.id)),
    )
  }
  return parts
}

function entryOf(
  span: PlacedSpan,
  mapped: MappedFields & { readonly kind: string },
  parts: readonly PlacedSpan[],
  { attributes, notes }: BratFile,
  map: BratMap | undefined,
): { readonly [member: string]: Json } {
  const more = attributes.flatMap(({ of, name, value }) =>
    of === span.id ? (map?.attributes.get(name)?.get(value) ?? []) : [],
  )
  const fields = [mapped, ...more]
  const { quoteType, claimType }: MappedFields = Object.assign({}, ...fields)
  const note = notes.filter(({ of }) => of === span.id).map(one => one.text)
  const voices = parts.flatMap(({ mapped: part, ranges, text }): Json[] => {
    if (part === null || !('part' in part) || part.speaker === undefined || ranges.length === 0) return []
    return [{ name: text.trim(), ...(part.speaker === 'as-written' ? { speaker: null } : {}) }]
  })
  return {
    kind: mapped.kind,
    target: span.ranges.map(range => ({ ...range })),
    tags: [...new Set(fields.flatMap(({ tags }) => tags ?? []))],
    note: note.join('\n'),
    parts: parts.flatMap(({ mapped: part, ranges }) =>
      part !== null && 'part' in part ? ranges.map(range => ({ part: part.part, ...range })) : [],
    ),
    ...(mapped.kind === 'quote'
      ? { quote: { ...(quoteType === undefined ? {} : { type: quoteType }), speakers: voices } }
      : {}),
    ...(mapped.kind === 'claim'
      ? {
          claim: {
            ...(claimType === undefined ? {} : { type: claimType }),
            ...(voices[0] === undefined ? {} : { claimant: voices[0] }),
          },
        }
      : {}),
  }
}
