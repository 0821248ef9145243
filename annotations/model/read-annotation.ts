import { type Entry, type Fields, isDeleted, sumChanges } from '../changes/entry'
import {
  type AnchorState,
  type Annotation,
  type AuthorStatus,
  type Claim,
  type Figure,
  type Kind,
  kinds,
  type Origin,
  type Placement,
  parts,
  type Quote,
  quoteTypes,
  type Segment,
  type Voice,
} from './annotation'
import type { EditId, Instant, RevisionHash, TagId } from './ids'
import { isJsonObject, type Json } from './json'

const cache = new WeakMap<Entry, Annotation | null>()

/**
 * The annotation that an entry's changes add up to, removed ones included (`deleted`); `undefined` for an entry
 * that is none, or whose creation was undone. Values of a wrong shape are read as absent. Cached by identity.
 */
export function readAnnotation(entry: Entry): Annotation | undefined {
  const known = cache.get(entry)
  if (known !== undefined) return known ?? undefined
  const annotation = entry.type === 'annotation' ? build(entry) : undefined
  cache.set(entry, annotation ?? null)
  return annotation
}

/** True for an annotation whose creation stands; it may be removed. */
export function isAnnotationEntry(entry: Entry): boolean {
  return readAnnotation(entry) !== undefined
}

function build(entry: Entry): Annotation | undefined {
  const fields = sumChanges(entry.changes)
  const kind = oneOf<Kind>(kinds, valueIn(fields, 'kind'))
  const first = entry.changes[0]
  const last = entry.changes[entry.changes.length - 1]
  if (kind === undefined || first === undefined || last === undefined) return undefined
  const origin = readOrigin(valueIn(fields, 'origin'))
  const base = {
    id: entry.id,
    placements: readPlacements(fields),
    tags: readTags(fields),
    note: text(valueIn(fields, 'note')) ?? '',
    codebook: number(valueIn(fields, 'codebook')) ?? 0,
    status: (valueIn(fields, 'status') === 'submitted' ? 'submitted' : 'draft') as AuthorStatus,
    ...(origin === undefined ? {} : { origin }),
    deleted: isDeleted(entry),
    created: first.at as Instant,
    modified: lastByHand(entry)?.at ?? last.at,
    edit: last.edit as EditId,
  }
  if (kind === 'quote') return { ...base, kind, quote: readQuote(fields) }
  if (kind === 'claim') return { ...base, kind, claim: readClaim(fields) }
  return { ...base, kind }
}

function lastByHand(entry: Entry) {
  return [...entry.changes].reverse().find(change => change.auto !== true)
}

function valueIn(fields: Fields, field: string): Json {
  return fields.get(field)?.value ?? null
}

function readPlacements(fields: Fields): Map<RevisionHash, Placement> {
  const placements = new Map<RevisionHash, Placement>()
  for (const [field, state] of fields) {
    if (!field.startsWith('placements.')) continue
    const placement = readPlacement(state.value)
    if (placement !== undefined) placements.set(field.slice('placements.'.length), placement)
  }
  return placements
}

function readTags(fields: Fields): Set<TagId> {
  const tags = new Set<TagId>()
  for (const [field, state] of fields) {
    if (field.startsWith('tags.') && state.value === true) tags.add(field.slice('tags.'.length))
  }
  return tags
}

const states: readonly AnchorState[] = ['exact', 'moved', 'undecided', 'lost', 'kept']

/** A stored placement, or `undefined` for a value that is none: one that is placed has a content segment. */
export function readPlacement(value: Json): Placement | undefined {
  if (!isJsonObject(value)) return undefined
  const state = oneOf<AnchorState>(states, value.state ?? null)
  if (state === undefined) return undefined
  const segments = Array.isArray(value.segments) ? value.segments.flatMap(readSegment) : []
  const placed = state === 'exact' || state === 'moved'
  if (placed && !segments.some(segment => segment.part === 'content')) return undefined
  const from = text(value.from ?? null)
  const score = number(value.score ?? null)
  const engine = number(value.engine ?? null)
  return {
    state,
    segments,
    via: value.via === 'carry' ? 'carry' : 'hand',
    ...(from === undefined ? {} : { from }),
    ...(score === undefined ? {} : { score }),
    ...(engine === undefined ? {} : { engine }),
  }
}

function readSegment(value: Json): Segment[] {
  if (!isJsonObject(value)) return []
  const part = oneOf(parts, value.part ?? null)
  const { start, end, exact, prefix, suffix } = value
  if (part === undefined || typeof exact !== 'string' || !isOffset(start) || !isOffset(end)) return []
  if (start >= end || end - start !== exact.length) return []
  return [{ part, start, end, exact, prefix: text(prefix ?? null) ?? '', suffix: text(suffix ?? null) ?? '' }]
}

function isOffset(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function readQuote(fields: Fields): Quote {
  const speakers = valueIn(fields, 'quote.speakers')
  return {
    type: oneOf(quoteTypes, valueIn(fields, 'quote.type')) ?? 'direct',
    speakers: Array.isArray(speakers) ? speakers.flatMap(readVoice) : [],
  }
}

function readVoice(value: Json): Voice[] {
  if (!isJsonObject(value) || typeof value.name !== 'string') return []
  const roleAsWritten = text(value.roleAsWritten ?? null)
  const speaker = text(value.speaker ?? null)
  const organisation = text(value.organisation ?? null)
  return [
    {
      name: value.name,
      ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
      ...(speaker === undefined ? {} : { speaker }),
      ...(organisation === undefined ? {} : { organisation }),
    },
  ]
}

function readClaim(fields: Fields): Claim {
  const type = text(valueIn(fields, 'claim.type'))
  const statement = text(valueIn(fields, 'claim.statement'))
  const claimant = readVoice(valueIn(fields, 'claim.claimant'))[0]
  const of = text(valueIn(fields, 'claim.of'))
  const figures = valueIn(fields, 'claim.figures')
  return {
    ...(type === undefined ? {} : { type }),
    ...(statement === undefined ? {} : { statement }),
    ...(claimant === undefined ? {} : { claimant }),
    figures: Array.isArray(figures) ? figures.flatMap(readFigure) : [],
    ...(of === undefined ? {} : { of }),
  }
}

const figureFields = ['value', 'upTo', 'unit', 'period', 'relation', 'baseline'] as const

function readFigure(value: Json): Figure[] {
  if (!isJsonObject(value) || typeof value.asWritten !== 'string') return []
  const figure: { asWritten: string } & { -readonly [K in (typeof figureFields)[number]]?: string } = {
    asWritten: value.asWritten,
  }
  for (const name of figureFields) {
    const member = text(value[name] ?? null)
    if (member !== undefined) figure[name] = member
  }
  return [figure]
}

function readOrigin(value: Json): Origin | undefined {
  if (!isJsonObject(value) || !Array.isArray(value.keys)) return undefined
  const of = oneOf(['suggestion', 'file', 'annotation'] as const, value.of ?? null)
  return of === undefined ? undefined : { of, keys: value.keys.filter((key): key is string => typeof key === 'string') }
}

function oneOf<T extends string>(words: readonly T[], value: Json): T | undefined {
  return words.find(word => word === value)
}

function text(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function number(value: Json): number | undefined {
  return typeof value === 'number' ? value : undefined
}
