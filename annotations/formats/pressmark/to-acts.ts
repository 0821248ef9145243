import type { Scope } from '../../changes/journal'
import type { Register } from '../../changes/resolve'
import type { Act, ActOf } from '../../edit/edit'
import type { Annotation, Claim, Part, PlainSegment, Quote, Voice } from '../../model/annotation'
import type { AnnotationId, AnnotatorId, DocumentId, TagId } from '../../model/ids'
import { type Json, sameJson } from '../../model/json'
import { err, ok, type Result } from '../../model/result'
import type { TextRange } from '../../model/revision'
import { joinSegments } from '../../model/segments'
import { type Known, knownAnnotations } from './known-annotations'
import { type NameResolver, nameResolver } from './name-resolver'
import type { InputProblem, PressmarkInput } from './pressmark-input'

/** What acts are made against. */
export interface ActsContext {
  readonly document: DocumentId
  /** Whose annotations these are. */
  readonly by: AnnotatorId
  /** What everybody says in that document. */
  readonly scope: Scope
  readonly codebook: Register
  readonly speakers: Register
  readonly ids: { next(): string }
}

/** What became of an entry. `removed`: it was read in before and removed since, which stands. */
export interface EntryOutcome {
  readonly entry: number
  readonly annotation: AnnotationId
  readonly state: 'created' | 'updated' | 'unchanged' | 'removed'
}

export interface PressmarkPlan {
  /** For one edit: new tags and speakers, then the annotations in order of the input; empty where nothing differs. */
  readonly acts: readonly Act[]
  readonly entries: readonly EntryOutcome[]
}

/**
 * The acts that make a document hold what the input states, and nothing else. An annotation that is known already is
 * changed only where it differs, so the same input again gives no acts. One that was removed since comes back if it is
 * named by id, and stays removed if it is known only by where it stood.
 */
export function toActs(inputs: readonly PressmarkInput[], context: ActsContext): Result<PressmarkPlan, InputProblem> {
  const names = nameResolver(context.codebook, context.speakers, () => context.ids.next())
  const find = knownAnnotations(context.scope, context.by, context.document)
  const acts: Act[] = []
  const entries: EntryOutcome[] = []
  const done = new Set<AnnotationId>()
  for (const input of inputs) {
    const known = find(input)
    const field = input.id === undefined ? 'target' : 'id'
    if (known.is === 'taken') return err({ entry: input.entry, field, code: known.code })
    const planned = planEntry(input, known, context, names)
    if (planned === undefined) return err({ entry: input.entry, field: 'claim.type', code: 'unknown-claim-type' })
    if (done.has(planned.annotation)) return err({ entry: input.entry, field, code: 'repeated-id' })
    done.add(planned.annotation)
    acts.push(...planned.acts)
    entries.push({ entry: input.entry, annotation: planned.annotation, state: planned.state })
  }
  return ok({ acts: [...names.added, ...acts], entries })
}

interface PlannedEntry extends Omit<EntryOutcome, 'entry'> {
  readonly acts: readonly Act[]
}

/** `undefined`: a claim type that is unknown. */
function planEntry(
  input: PressmarkInput,
  known: Exclude<Known, { is: 'taken' }>,
  context: ActsContext,
  names: NameResolver,
): PlannedEntry | undefined {
  const before = known.is === 'known' ? known.annotation : undefined
  if (before?.deleted === true && input.id === undefined) {
    return { annotation: before.id, state: 'removed', acts: [] }
  }
  const claim = claimOf(input, before, names)
  if (claim === undefined) return undefined
  const stated: Stated = { claim, quote: quoteOf(input, before, names), tags: tagsOf(input, before, names) }
  if (known.is === 'known') {
    const acts = updates(input, known.annotation, context.document, stated)
    return { annotation: known.annotation.id, state: acts.length === 0 ? 'unchanged' : 'updated', acts }
  }
  const annotation = input.id ?? context.ids.next()
  const act = creation(input, annotation, known.keys, context.document, stated)
  return { annotation, state: 'created', acts: [act] }
}

/** What an entry says, with ids for names; what it does not say is absent. */
interface Stated {
  readonly tags: ReadonlySet<TagId> | undefined
  readonly quote: Partial<Quote>
  readonly claim: ActOf<'set-claim'>['claim']
}

function tagsOf(input: PressmarkInput, before: Annotation | undefined, names: NameResolver): Stated['tags'] {
  return input.tags === undefined ? undefined : names.tags(input.tags, before?.tags ?? [])
}

function quoteOf(input: PressmarkInput, before: Annotation | undefined, names: NameResolver): Stated['quote'] {
  const known = before?.kind === 'quote' ? before.quote.speakers : []
  const { type, speakers } = input.quote ?? {}
  return {
    ...(type === undefined ? {} : { type }),
    ...(speakers === undefined ? {} : { speakers: names.voices(speakers, known) }),
  }
}

function claimOf(
  input: PressmarkInput,
  before: Annotation | undefined,
  names: NameResolver,
): Stated['claim'] | undefined {
  const known: Partial<Claim> = before?.kind === 'claim' ? before.claim : {}
  const { type, claimant, statement, figures } = input.claim ?? {}
  const meant = typeof type === 'string' ? names.claimType(type, known.type) : type
  if (typeof type === 'string' && meant === undefined) return undefined
  const voices: readonly Voice[] = known.claimant === undefined ? [] : [known.claimant]
  return {
    ...(meant === undefined ? {} : { type: meant }),
    ...(claimant === undefined
      ? {}
      : { claimant: claimant === null ? null : (names.voices([claimant], voices)[0] ?? null) }),
    ...(statement === undefined ? {} : { statement: statement === '' ? null : statement }),
    ...(figures === undefined ? {} : { figures }),
  }
}

function creation(
  input: PressmarkInput,
  annotation: AnnotationId,
  keys: readonly string[],
  document: DocumentId,
  { tags, quote, claim }: Stated,
): Act {
  const { kind, revision, note, status } = input
  const claimed = Object.fromEntries(Object.entries(claim).filter(([, value]) => value !== null)) as Partial<Claim>
  return {
    do: 'create',
    document,
    annotation,
    kind,
    revision,
    segments: segmentsOf(input, []),
    ...(tags === undefined || tags.size === 0 ? {} : { tags: [...tags] }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(status === undefined ? {} : { status }),
    ...(kind === 'quote' && Object.keys(quote).length > 0 ? { quote } : {}),
    ...(kind === 'claim' && Object.keys(claimed).length > 0 ? { claim: claimed } : {}),
    ...(keys.length === 0 ? {} : { origin: { of: 'file' as const, keys } }),
  }
}

function updates(input: PressmarkInput, before: Annotation, document: DocumentId, stated: Stated): Act[] {
  const on = { document, annotation: before.id }
  const acts: Act[] = []
  if (before.deleted) acts.push({ do: 'restore', ...on })
  if (before.kind !== input.kind) acts.push({ do: 'set-kind', ...on, kind: input.kind })
  const placed = before.placements.get(input.revision)?.segments ?? []
  const segments = segmentsOf(input, placed)
  if (!sameSegments(segments, placed)) acts.push({ do: 'place', ...on, revision: input.revision, segments })
  acts.push(...tagUpdates(before, on, stated))
  if (input.note !== undefined && input.note !== before.note) acts.push({ do: 'set-note', ...on, note: input.note })
  if (input.status !== undefined && input.status !== before.status) {
    acts.push({ do: 'set-status', ...on, status: input.status })
  }
  const quote = differing(stated.quote, before.kind === 'quote' ? before.quote : { type: 'direct', speakers: [] })
  if (Object.keys(quote).length > 0) acts.push({ do: 'set-quote', ...on, quote })
  const claim = differing(stated.claim, before.kind === 'claim' ? before.claim : { figures: [] })
  if (Object.keys(claim).length > 0) acts.push({ do: 'set-claim', ...on, claim })
  return acts
}

function tagUpdates(before: Annotation, on: { document: DocumentId; annotation: AnnotationId }, stated: Stated): Act[] {
  const tags = stated.tags
  if (tags === undefined) return []
  const add = [...tags].filter(tag => !before.tags.has(tag))
  const drop = [...before.tags].filter(tag => !tags.has(tag))
  if (add.length === 0 && drop.length === 0) return []
  return [{ do: 'set-tags', ...on, ...(add.length === 0 ? {} : { add }), ...(drop.length === 0 ? {} : { drop }) }]
}

/** The members that are stated and not as they stand; `null` and absent are one. */
function differing<T extends object>(stated: T, standing: object): T {
  const now = standing as { readonly [name: string]: Json | undefined }
  const entries = Object.entries(stated).filter(
    ([name, value]: [string, Json | undefined]) => !sameJson(value ?? null, now[name] ?? null),
  )
  return Object.fromEntries(entries) as T
}

/** All segments that the annotation is to have: source and cue that the input does not state stay as they are. */
function segmentsOf(input: PressmarkInput, placed: readonly PlainSegment[]): PlainSegment[] {
  const partOf = (part: Part, stated: readonly TextRange[] | undefined): PlainSegment[] => {
    if (stated === undefined) return joinSegments(placed.filter(segment => segment.part === part))
    return joinSegments(stated.map(({ start, end }) => ({ part, start, end })))
  }
  return [...partOf('content', input.target), ...partOf('source', input.source), ...partOf('cue', input.cue)]
}

function sameSegments(a: readonly PlainSegment[], b: readonly PlainSegment[]): boolean {
  const written = (segments: readonly PlainSegment[]): string =>
    segments
      .map(({ part, start, end }) => `${part} ${start}-${end}`)
      .sort()
      .join(';')
  return written(a) === written(b)
}
