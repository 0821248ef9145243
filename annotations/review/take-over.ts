import type { Field } from '../changes/change'
import { type Entry, sumChanges } from '../changes/entry'
import type { Act } from '../edit/edit'
import type { Annotation, Placement, PlainSegment } from '../model/annotation'
import type { AnnotationId, DocumentId, RevisionHash } from '../model/ids'
import { type Json, sameJson } from '../model/json'
import { placementPrefix } from '../model/placement-flaw'
import { readAnnotation } from '../model/read-annotation'
import { isContentField } from './content'

/** An annotation as it would be with the fields of a proposal; `undefined` where that is none. */
export function proposedAnnotation(entry: Entry, proposal: ReadonlyMap<Field, Json>): Annotation | undefined {
  const rev = (entry.changes[entry.changes.length - 1]?.rev ?? 0) + 1
  const at = entry.changes[entry.changes.length - 1]?.at ?? ''
  const over = new Map([...sumChanges(entry.changes)].map(([field, { edit }]) => [field, edit] as const))
  const change = { edit: 'proposal', rev, at, set: proposal, over }
  return readAnnotation({ type: entry.type, id: entry.id, changes: [...entry.changes, change] })
}

/**
 * What makes the content of one annotation that of another, as a proposal: the fields in which they differ as `from` has
 * them, `null` where it has none. Of places that in `revision` alone. Empty where nothing differs.
 */
export function proposalFrom(from: Entry, onto: Entry, revision: RevisionHash): { readonly [field: Field]: Json } {
  const [wanted, there] = [standingContent(from, revision), standingContent(onto, revision)]
  const fields = [...new Set([...wanted.keys(), ...there.keys()])]
  const differing = fields.filter(field => !sameJson(wanted.get(field) ?? null, there.get(field) ?? null))
  return Object.fromEntries(differing.map(field => [field, wanted.get(field) ?? null]))
}

function standingContent(entry: Entry, revision: RevisionHash): ReadonlyMap<Field, Json> {
  const content = new Map<Field, Json>()
  for (const [field, { value }] of sumChanges(entry.changes)) {
    const elsewhere = field.startsWith(placementPrefix) && field !== `${placementPrefix}${revision}`
    if (isContentField(field) && !elsewhere && value !== null) content.set(field, value)
  }
  return content
}

/** The acts by which an annotation's author takes a proposal over; none where it stands so already. */
export function actsOfProposal(document: DocumentId, mine: Annotation, proposed: Annotation): readonly Act[] {
  const on = { document, annotation: mine.id } as const
  const acts: Act[] = []
  if (mine.kind !== proposed.kind) acts.push({ do: 'set-kind', ...on, kind: proposed.kind })
  for (const [revision, placement] of proposed.placements) {
    const before = mine.placements.get(revision)
    if (before === undefined || !samePlacement(before, placement)) acts.push(placeAct(on, revision, placement))
  }
  if (proposed.kind === 'quote' && !(mine.kind === 'quote' && sameValue(mine.quote, proposed.quote))) {
    acts.push({ do: 'set-quote', ...on, quote: proposed.quote })
  }
  if (proposed.kind === 'claim' && !(mine.kind === 'claim' && sameValue(mine.claim, proposed.claim))) {
    const { type = null, statement = null, claimant = null, of = null, figures } = proposed.claim
    acts.push({ do: 'set-claim', ...on, claim: { type, statement, claimant, of, figures } })
  }
  const add = [...proposed.tags].filter(tag => !mine.tags.has(tag))
  const drop = [...mine.tags].filter(tag => !proposed.tags.has(tag))
  if (add.length > 0 || drop.length > 0) acts.push({ do: 'set-tags', ...on, add, drop })
  return acts
}

/** The act that makes a colleague's annotation one's own as well, as it stands in a revision. */
export function actOfAdoption(
  document: DocumentId,
  theirs: Annotation,
  revision: RevisionHash,
  id: AnnotationId,
): Act | undefined {
  const segments = plainSegments(theirs.placements.get(revision))
  if (!segments.some(segment => segment.part === 'content')) return undefined
  return {
    do: 'create',
    document,
    annotation: id,
    revision,
    segments,
    kind: theirs.kind,
    tags: [...theirs.tags],
    origin: { of: 'annotation', keys: [theirs.id] },
    ...(theirs.note === '' ? {} : { note: theirs.note }),
    ...(theirs.kind === 'quote' ? { quote: theirs.quote } : {}),
    ...(theirs.kind === 'claim' ? { claim: theirs.claim } : {}),
  }
}

function placeAct(
  on: { readonly document: DocumentId; readonly annotation: AnnotationId },
  revision: RevisionHash,
  placement: Placement,
): Act {
  if (placement.state === 'kept') return { do: 'decide-anchor', ...on, revision, decision: 'keep' }
  if (placement.state === 'lost') return { do: 'decide-anchor', ...on, revision, decision: 'lost' }
  return { do: 'place', ...on, revision, segments: plainSegments(placement) }
}

function plainSegments(placement: Placement | undefined): readonly PlainSegment[] {
  return (placement?.segments ?? []).map(({ part, start, end }) => ({ part, start, end }))
}

function samePlacement(a: Placement, b: Placement): boolean {
  return a.state === b.state && sameValue(plainSegments(a), plainSegments(b))
}

function sameValue(a: unknown, b: unknown): boolean {
  return sameJson(a as Json, b as Json)
}
