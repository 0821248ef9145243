import { documentScope, emptyScope } from '#annotations/changes/journal'
import { type ExportPlace, exportPlace } from '#annotations/formats/export-place'
import { type Annotation, type Segment, targetOf, type Voice } from '#annotations/model/annotation'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import { type StoredValues, storedValues } from '#annotations/model/own-fields'
import { progressOf } from '#annotations/model/progress'
import { headlineOf, metaText, publishedOf, type Release } from '#annotations/model/release'
import { blockAt } from '#annotations/model/revision'
import { readThreads, shownStatus } from '#annotations/review/threads'
import { noValue } from '#app/contract/excerpt-facets'
import { type Authored, annotationsIn } from '../document-row'
import type { WorkspaceSession } from '../workspace-session'
import { createDictionary, type Dictionary } from './dictionary'

/** An annotation with the place that the table shows of it. */
export interface PartEntry extends Authored {
  readonly place: ExportPlace
  readonly target: readonly Segment[]
}

/** Where words are looked for: exact text and note of each entry in lower case, entry `n` from `starts[n]` on, lines between. */
export interface EntryWords {
  readonly text: string
  readonly starts: Uint32Array
}

/** Codes of the rows of a document, in page order. Tags and voices: those of row `n` stand at `starts[n]` to `starts[n + 1]`. */
export interface PartCodes {
  readonly kind: Uint32Array
  readonly section: Uint32Array
  readonly claimType: Uint32Array
  /** What reviews come to, else the author's word. */
  readonly status: Uint32Array
  readonly annotator: Uint32Array
  readonly anchor: Uint32Array
  readonly tagStarts: Uint32Array
  readonly tags: Uint32Array
  readonly voiceStarts: Uint32Array
  readonly voices: Uint32Array
  /** Milliseconds since 1970; 0 for what is no date. */
  readonly modified: Float64Array
}

/** A document as the index holds it: read again when its scope changes, and only then. */
export interface DocumentPart {
  readonly document: DocumentId
  readonly release: Release
  readonly headline: string
  readonly issuer: string | undefined
  readonly published: string | undefined
  readonly progress: string
  /** Values of the workspace's own fields, as stored. */
  readonly own: StoredValues
  /** Their codes, at least one. */
  readonly ownCodes: Uint32Array
  /** The headline in lower case. */
  readonly words: string
  /** In page order; `placed` says where they stand. */
  readonly entries: readonly Authored[]
  readonly entryWords: EntryWords
  readonly codes: PartCodes
}

/** Per column the texts that its codes stand for; `''` is code 0. Tags, voices and claim types are as stated, not yet merged. */
export type PartDictionaries = {
  readonly [Name in
    | 'kind'
    | 'section'
    | 'claimType'
    | 'status'
    | 'annotator'
    | 'anchor'
    | 'tag'
    | 'voice'
    | 'field']: Dictionary
}

export function createPartDictionaries(): PartDictionaries {
  const one = () => createDictionary([noValue])
  return {
    kind: one(),
    section: one(),
    claimType: one(),
    status: one(),
    annotator: one(),
    anchor: one(),
    tag: one(),
    voice: one(),
    field: one(),
  }
}

/** The part of one document; `undefined` for one that is removed or has no text. `annotator`: whose progress is meant. */
export function readDocumentPart(
  session: WorkspaceSession,
  document: DocumentId,
  annotator: AnnotatorId | undefined,
  dictionaries: PartDictionaries,
): DocumentPart | undefined {
  const release = session.release(document)
  if (release === undefined || release.deleted) return undefined
  const scope = session.state().scopes.get(documentScope(document)) ?? emptyScope
  const entries = annotationsIn(scope)
    .map(authored => placed(release, authored))
    .sort((a, b) => inPageOrder(release, a, b))
  const headline = headlineOf(release)
  const own = storedValues(release.facts)
  return {
    document,
    release,
    headline,
    issuer: metaText(release, 'issuer'),
    published: publishedOf(release)?.date,
    progress: progressOf(
      scope,
      annotator,
      entries.some(({ author }) => author === annotator),
    ),
    own,
    ownCodes: Uint32Array.from(ownKeys(own), key => dictionaries.field.codeOf(key)),
    words: headline.toLowerCase(),
    entries: entries.map(({ author, annotation }) => ({ author, annotation })),
    entryWords: toWords(entries),
    codes: toCodes(entries, dictionaries, readThreads(scope)),
  }
}

/** A value of the facet for each stored value, `id=value`; the one for none where there are none. */
function ownKeys(own: StoredValues): readonly string[] {
  const keys = Object.entries(own).map(([field, value]) => `${field}=${value}`)
  return keys.length === 0 ? [noValue] : keys
}

/** Not kept for each row of a table: it is more than the row, and only those that are shown need it. */
export function placed(release: Release, { author, annotation }: Authored): PartEntry {
  const place = exportPlace(annotation, release.current, release.revisions)
  const target = targetOf({ segments: place.segments, state: place.anchorState, via: 'hand' })
  return { author, annotation, place, target }
}

function toWords(entries: readonly PartEntry[]): EntryWords {
  const texts = entries.map(({ target, annotation }) =>
    `${target.map(({ exact }) => exact).join(' ')}\n${annotation.note}`.toLowerCase(),
  )
  const starts = new Uint32Array(texts.length + 1)
  for (const [n, text] of texts.entries()) starts[n + 1] = (starts[n] ?? 0) + text.length + 1
  return { text: texts.join('\n'), starts }
}

/** What stands on the current text first; then by start, longer ones first, then by id. */
function inPageOrder({ current }: Release, a: PartEntry, b: PartEntry): number {
  return (
    Number(a.place.hash !== current.id) - Number(b.place.hash !== current.id) ||
    startOf(a) - startOf(b) ||
    endOf(b) - endOf(a) ||
    compareText(a.annotation.id, b.annotation.id) ||
    compareText(a.author, b.author)
  )
}

const startOf = ({ target }: PartEntry): number => target[0]?.start ?? Number.MAX_SAFE_INTEGER
const endOf = ({ target }: PartEntry): number => target[target.length - 1]?.end ?? 0

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The role of the block in which the target begins; `''` without one. */
export function sectionOf({ place, target }: PartEntry): string {
  const first = target[0]
  if (first === undefined || place.revision === undefined) return noValue
  return place.revision.blocks[blockAt(place.revision.blocks, first.start)]?.role ?? noValue
}

/** Who speaks in a quote, or claims; in the order stated. */
export function voicesOf(annotation: Annotation): readonly Voice[] {
  if (annotation.kind === 'quote') return annotation.quote.speakers
  return annotation.kind === 'claim' && annotation.claim.claimant !== undefined ? [annotation.claim.claimant] : []
}

/** A voice as a value of the facet: the id in the register as stated, else `~` and the name as written. */
export function voiceValue({ speaker, name }: Voice): string {
  return speaker ?? `~${name}`
}

function toCodes(
  entries: readonly PartEntry[],
  of: PartDictionaries,
  threads: ReturnType<typeof readThreads>,
): PartCodes {
  const column = (dictionary: Dictionary, value: (entry: PartEntry) => string) =>
    Uint32Array.from(entries, entry => dictionary.codeOf(value(entry)))
  const tags = lists(entries, of.tag, ({ annotation }) => [...annotation.tags])
  const voices = lists(entries, of.voice, ({ annotation }) => voicesOf(annotation).map(voiceValue))
  return {
    kind: column(of.kind, ({ annotation }) => annotation.kind),
    section: column(of.section, sectionOf),
    claimType: column(of.claimType, ({ annotation }) =>
      annotation.kind === 'claim' ? (annotation.claim.type ?? noValue) : noValue,
    ),
    status: column(of.status, ({ annotation }) => shownStatus(annotation.status, threads.get(annotation.id)).status),
    annotator: column(of.annotator, ({ author }) => author),
    anchor: column(of.anchor, ({ place }) => place.anchorState),
    tagStarts: tags.starts,
    tags: tags.codes,
    voiceStarts: voices.starts,
    voices: voices.codes,
    modified: Float64Array.from(entries, ({ annotation }) => Date.parse(annotation.modified) || 0),
  }
}

function lists(
  entries: readonly PartEntry[],
  dictionary: Dictionary,
  values: (entry: PartEntry) => readonly string[],
): { readonly starts: Uint32Array; readonly codes: Uint32Array } {
  const starts = new Uint32Array(entries.length + 1)
  const codes: number[] = []
  let row = 0
  for (const entry of entries) {
    const stated = values(entry)
    for (let at = 0; at < stated.length; at += 1) codes.push(dictionary.codeOf(stated[at] ?? noValue))
    row += 1
    starts[row] = codes.length
  }
  return { starts, codes: Uint32Array.from(codes) }
}
