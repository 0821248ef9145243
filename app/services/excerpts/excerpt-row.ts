import { resolveEntry, textOf } from '#annotations/changes/resolve'
import { claimTypeName } from '#annotations/model/claim-types'
import type { AnnotatorId } from '#annotations/model/ids'
import { ownFieldsOf, ownTexts } from '#annotations/model/own-fields'
import { blockAt, paragraphNumbers, type Revision, type Role } from '#annotations/model/revision'
import type { ShownStatus } from '#annotations/review/threads'
import { noValue } from '#app/contract/excerpt-facets'
import type { ExcerptRow, ShownTag } from '#app/contract/excerpt-query'
import { type DocumentPart, type PartEntry, sectionOf, voicesOf, voiceValue } from './document-part'
import { compareNames, type NamingRegisters } from './order-rows'
import { speakerName, tagPath } from './resolve-codes'

/** How much is shown around an excerpt, in UTF-16 code units: the table has two lines for all of it. */
const before = 40
const after = 160
/** The most that is shown of the excerpt itself. */
const longest = 400

/** The row that the table shows of an annotation. `annotator`: who is at the desk. */
export function toExcerptRow(
  part: DocumentPart,
  entry: PartEntry,
  status: ShownStatus,
  names: NamingRegisters,
  annotator: AnnotatorId | undefined,
): ExcerptRow {
  const { annotation, author, place } = entry
  const section = sectionOf(entry)
  const paragraph = paragraphOf(entry)
  return {
    id: annotation.id,
    document: part.document,
    headline: part.headline,
    ...(part.issuer === undefined ? {} : { issuer: part.issuer }),
    ...(part.published === undefined ? {} : { published: part.published }),
    ...(section === noValue ? {} : { section: section as Role }),
    ...(paragraph === null ? {} : { paragraph }),
    kind: annotation.kind,
    ...(annotation.kind === 'quote' ? { quoteType: annotation.quote.type } : {}),
    ...(annotation.kind === 'claim' && annotation.claim.type !== undefined
      ? { claimType: claimTypeName(names.codebook, annotation.claim.type) }
      : {}),
    ...around(entry),
    ...speakersOf(entry, names),
    tags: tagsOf(entry, names),
    own: ownTexts(part.own, ownFieldsOf(names.codebook)),
    note: annotation.note,
    status,
    anchor: place.anchorState,
    author: names.annotators.get(author) ?? author,
    mine: author === annotator,
    modified: annotation.modified,
  }
}

const numbered = new WeakMap<Revision, readonly (number | null)[]>()

function paragraphOf({ place, target }: PartEntry): number | null {
  const { revision } = place
  const start = target[0]?.start
  if (revision === undefined || start === undefined) return null
  const numbers = numbered.get(revision) ?? paragraphNumbers(revision.blocks)
  numbered.set(revision, numbers)
  return numbers[blockAt(revision.blocks, start)] ?? null
}

function around({ place, target }: PartEntry): Pick<ExcerptRow, 'before' | 'pieces' | 'after'> {
  const first = target[0]
  const last = target[target.length - 1]
  const pieces = target.map(({ exact }) => (exact.length <= longest ? exact : `${exact.slice(0, longest)}…`))
  if (first === undefined || last === undefined || place.revision === undefined)
    return { before: '', pieces, after: '' }
  const { blocks, text } = place.revision
  const begin = blocks[blockAt(blocks, first.start)]?.start ?? first.start
  const end = blocks[blockAt(blocks, last.end - 1)]?.end ?? last.end
  return {
    before: lastWords(text.slice(Math.max(begin, first.start - before), first.start), begin < first.start - before),
    pieces,
    after: text.slice(last.end, Math.min(end, last.end + after)),
  }
}

/** Without the word that was cut at the beginning, where one was. */
export function lastWords(text: string, cut: boolean): string {
  return cut ? text.replace(/^\S*\s*/u, '') : text
}

function speakersOf(entry: PartEntry, { speakers }: NamingRegisters): Pick<ExcerptRow, 'speakers' | 'speakerNote'> {
  const voices = voicesOf(entry.annotation)
  if (voices.length === 0) {
    const source = entry.place.segments.filter(({ part }) => part === 'source').map(({ exact }) => exact)
    return { speakers: source.length === 0 ? [] : [source.join(' … ')] }
  }
  const first = voices[0]
  const organisation = first?.organisation === undefined ? undefined : resolveEntry(speakers, first.organisation)
  const note = first?.roleAsWritten ?? textOf(organisation, 'name')
  return {
    speakers: voices.map(voice => speakerName(speakers, voiceValue(voice))),
    ...(note === undefined ? {} : { speakerNote: note }),
  }
}

/** Tags as shown: merged ones under what they became, each once, by path. */
function tagsOf({ annotation }: PartEntry, { codebook }: NamingRegisters): ShownTag[] {
  const shown = new Map<string, ShownTag>()
  for (const id of annotation.tags) {
    const entry = resolveEntry(codebook, id)
    const colour = textOf(entry, 'colour')
    const key = entry?.id ?? id
    shown.set(key, { id: key, path: tagPath(codebook, id), ...(colour === undefined ? {} : { colour }) })
  }
  return [...shown.values()].sort((a, b) => compareNames(a.path.join(' / '), b.path.join(' / ')))
}
