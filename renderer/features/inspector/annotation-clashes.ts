import type { Field } from '#annotations/changes/change'
import { type Entry, sumChanges } from '#annotations/changes/entry'
import type { Act } from '#annotations/edit/edit'
import type {
  AnchorState,
  AuthorStatus,
  Figure,
  Kind,
  PlainSegment,
  QuoteType,
  Voice,
} from '#annotations/model/annotation'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { isJsonObject, type Json } from '#annotations/model/json'
import { readPlacement } from '#annotations/model/read-annotation'
import type { ShownClash } from '../registers/clashes'
import { anchorWords, kindWords, quoteTypeWords, statusWords } from '../words/kind-words'

/** What ids in an annotation stand for. */
export interface ClashNames {
  readonly tagName: (id: string) => string
  readonly claimTypeName: (id: string) => string
}

const tags = 'tags.'
const placements = 'placements.'

const labels: { readonly [field: Field]: string } = {
  kind: 'Kind',
  note: 'Note',
  status: 'Status',
  'quote.type': 'Quote type',
  'quote.speakers': 'Speakers',
  'claim.type': 'Claim type',
  'claim.statement': 'Plain words',
  'claim.claimant': 'Claimant',
  'claim.figures': 'Figures',
}

/**
 * The fields of an annotation that its author set on two machines, neither of which had seen the other's value, as a
 * person reads them. A removal is none: what is removed is not shown.
 */
export function annotationClashes(entry: Entry, author: AnnotatorId, names: ClashNames): ShownClash[] {
  const fields = sumChanges(entry.changes)
  const kind = fields.get('kind')?.value
  return [...fields].flatMap(([field, { value, clash }]) => {
    const label = labelOf(field, names)
    const isOfOtherKind = /^(quote|claim)\./.test(field) && !field.startsWith(`${kind}.`)
    if (clash === undefined || label === undefined || isOfOtherKind) return []
    const words = (one: Json) => valueWords(field, one, names)
    return [{ field, label, stands: words(value), other: words(clash.value), by: author }]
  })
}

function labelOf(field: Field, { tagName }: ClashNames): string | undefined {
  if (field.startsWith(tags)) return `Tag “${tagName(field.slice(tags.length))}”`
  return field.startsWith(placements) ? 'Place' : labels[field]
}

function valueWords(field: Field, value: Json, { claimTypeName }: ClashNames): string {
  if (field.startsWith(tags)) return value === true ? 'set' : 'not set'
  if (value === null || value === '') return 'nothing'
  if (field.startsWith(placements)) {
    const placement = readPlacement(value)
    const words = placement?.segments.filter(({ part }) => part === 'content').map(({ exact }) => exact) ?? []
    return words.length > 0 ? `“${words.join(' … ')}”` : (anchorWords[placement?.state as AnchorState] ?? 'nothing')
  }
  if (field === 'kind') return kindWords[value as Kind] ?? String(value)
  if (field === 'status') return statusWords[value as AuthorStatus] ?? String(value)
  if (field === 'quote.type') return quoteTypeWords[value as QuoteType] ?? String(value)
  if (field === 'claim.type') return claimTypeName(String(value))
  if (field === 'quote.speakers' || field === 'claim.figures') return listWords(value)
  if (field === 'claim.claimant') return nameIn(value)
  return `“${String(value)}”`
}

function listWords(value: Json): string {
  const items = Array.isArray(value) ? (value as readonly Json[]) : []
  return items.length === 0 ? 'nothing' : items.map(nameIn).join(', ')
}

/** A voice by its name, a figure as the text has it. */
function nameIn(item: Json): string {
  const name = isJsonObject(item) ? (item.name ?? item.asWritten) : item
  return `“${String(name ?? '')}”`
}

/** The act that makes one of two values of a field stand and ends the clash; `undefined` for a value that no act can set. */
export function settlingAct(
  document: DocumentId,
  entry: Entry,
  field: Field,
  take: 'standing' | 'other',
): Act | undefined {
  const state = sumChanges(entry.changes).get(field)
  if (state?.clash === undefined) return undefined
  const value = take === 'standing' ? state.value : state.clash.value
  const on = { document, annotation: entry.id }
  if (field.startsWith(tags)) {
    const tag = field.slice(tags.length)
    return { do: 'set-tags', ...on, ...(value === true ? { add: [tag] } : { drop: [tag] }) }
  }
  if (field.startsWith(placements)) {
    const segments = readPlacement(value)?.segments.map(({ part, start, end }): PlainSegment => ({ part, start, end }))
    const revision = field.slice(placements.length)
    return segments === undefined || segments.length === 0 ? undefined : { do: 'place', ...on, revision, segments }
  }
  switch (field) {
    case 'kind':
      return { do: 'set-kind', ...on, kind: value as Kind }
    case 'status':
      return { do: 'set-status', ...on, status: value as AuthorStatus }
    case 'note':
      return { do: 'set-note', ...on, note: typeof value === 'string' ? value : '' }
    case 'quote.type':
      return { do: 'set-quote', ...on, quote: { type: value as QuoteType } }
    case 'quote.speakers':
      return { do: 'set-quote', ...on, quote: { speakers: (value ?? []) as unknown as readonly Voice[] } }
    case 'claim.figures':
      return { do: 'set-claim', ...on, claim: { figures: (value ?? []) as unknown as readonly Figure[] } }
    case 'claim.type':
    case 'claim.statement':
    case 'claim.claimant':
      return { do: 'set-claim', ...on, claim: { [field.slice('claim.'.length)]: value } }
    default:
      return undefined
  }
}
