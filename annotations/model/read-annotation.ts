import type { Field } from '../changes/change'
import { type Entry, isDeleted, standingValues } from '../changes/entry'
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

/** Members are set one by one and not spread: else each annotation gets a hidden class of its own, and there are many. */
function build(entry: Entry): Annotation | undefined {
  const fields = standingValues(entry.changes)
  const kind = oneOf<Kind>(kinds, valueIn(fields, 'kind'))
  const first = entry.changes[0]
  const last = entry.changes[entry.changes.length - 1]
  if (kind === undefined || first === undefined || last === undefined) return undefined
  const base = {
    id: entry.id,
    placements: readPlacements(fields),
    tags: readTags(fields),
    note: text(valueIn(fields, 'note')) ?? '',
    codebook: number(valueIn(fields, 'codebook')) ?? 0,
    status: (valueIn(fields, 'status') === 'submitted' ? 'submitted' : 'draft') as AuthorStatus,
    deleted: isDeleted(entry),
    created: first.at as Instant,
    modified: lastByHand(entry)?.at ?? last.at,
    edit: last.edit as EditId,
  }
  const origin = readOrigin(valueIn(fields, 'origin'))
  if (origin !== undefined) Object.assign(base, { origin })
  if (kind === 'quote') return Object.assign(base, { kind, quote: readQuote(fields) })
  if (kind === 'claim') return Object.assign(base, { kind, claim: readClaim(fields) })
  return Object.assign(base, { kind })
}

function lastByHand(entry: Entry) {
  return [...entry.changes].reverse().find(change => change.auto !== true)
}

type Values = ReadonlyMap<Field, Json>

function valueIn(fields: Values, field: string): Json {
  return fields.get(field) ?? null
}

function readPlacements(fields: Values): Map<RevisionHash, Placement> {
  const placements = new Map<RevisionHash, Placement>()
  for (const [field, value] of fields) {
    if (!field.startsWith('placements.')) continue
    const placement = readPlacement(value)
    if (placement !== undefined) placements.set(field.slice('placements.'.length), placement)
  }
  return placements
}

const noTags: ReadonlySet<TagId> = new Set()

function readTags(fields: Values): ReadonlySet<TagId> {
  let tags: Set<TagId> | undefined
  for (const [field, value] of fields) {
    if (value !== true || !field.startsWith('tags.')) continue
    tags ??= new Set()
    tags.add(field.slice('tags.'.length))
  }
  return tags ?? noTags
}

const states: readonly AnchorState[] = ['exact', 'moved', 'undecided', 'lost', 'kept']

const placementMembers = new Set(['state', 'segments', 'via', 'from', 'score', 'engine'])

/**
 * A stored placement, or `undefined` for a value that is none: one that is placed has a content segment. Where the value
 * has no other members and needs none it is the placement itself: there are many.
 */
export function readPlacement(value: Json): Placement | undefined {
  if (!isJsonObject(value)) return undefined
  const state = oneOf<AnchorState>(states, value.state ?? null)
  if (state === undefined) return undefined
  const stored = Array.isArray(value.segments) ? value.segments : []
  const segments = stored.flatMap(readSegment)
  const placed = state === 'exact' || state === 'moved'
  if (placed && !segments.some(segment => segment.part === 'content')) return undefined
  const via = value.via === 'carry' ? 'carry' : 'hand'
  const from = text(value.from ?? null)
  const score = number(value.score ?? null)
  const engine = number(value.engine ?? null)
  const placement: Placement = {
    state,
    segments: isSameList(segments, stored) ? stored : segments.slice(),
    via,
    ...(from === undefined ? {} : { from }),
    ...(score === undefined ? {} : { score }),
    ...(engine === undefined ? {} : { engine }),
  }
  return isSameValue(placement, value, placementMembers) ? value : placement
}

/** True for a stored value that is what was read from it: the same members and no others. */
function isSameValue<T extends object>(read: T, stored: object, members: ReadonlySet<string>): stored is T {
  for (const name in stored) if (!members.has(name)) return false
  for (const name of members) if (Reflect.get(read, name) !== Reflect.get(stored, name)) return false
  return true
}

function isSameList<T>(read: readonly T[], stored: readonly unknown[]): stored is readonly T[] {
  return read.length === stored.length && read.every((item, n) => item === stored[n])
}

const segmentMembers = new Set(['part', 'start', 'end', 'exact', 'prefix', 'suffix'])

function readSegment(value: Json): Segment[] {
  if (!isJsonObject(value)) return []
  const part = oneOf(parts, value.part ?? null)
  const { start, end, exact, prefix, suffix } = value
  if (part === undefined || typeof exact !== 'string' || !isOffset(start) || !isOffset(end)) return []
  if (start >= end || end - start !== exact.length) return []
  const segment = { part, start, end, exact, prefix: text(prefix ?? null) ?? '', suffix: text(suffix ?? null) ?? '' }
  return [isSameValue<Segment>(segment, value, segmentMembers) ? value : segment]
}

function isOffset(value: Json | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function readQuote(fields: Values): Quote {
  const stored = valueIn(fields, 'quote.speakers')
  const speakers = Array.isArray(stored) ? stored.flatMap(readVoice) : []
  return {
    type: oneOf(quoteTypes, valueIn(fields, 'quote.type')) ?? 'direct',
    speakers: Array.isArray(stored) && isSameList(speakers, stored) ? stored : speakers.slice(),
  }
}

const voiceMembers = new Set(['name', 'roleAsWritten', 'speaker', 'organisation'])

function readVoice(value: Json): Voice[] {
  if (!isJsonObject(value) || typeof value.name !== 'string') return []
  const roleAsWritten = text(value.roleAsWritten ?? null)
  const speaker = text(value.speaker ?? null)
  const organisation = text(value.organisation ?? null)
  const voice = {
    name: value.name,
    ...(roleAsWritten === undefined ? {} : { roleAsWritten }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(organisation === undefined ? {} : { organisation }),
  }
  return [isSameValue<Voice>(voice, value, voiceMembers) ? value : voice]
}

function readClaim(fields: Values): Claim {
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
