import { entryKey } from '#annotations/changes/entry'
import { pathOf, type Register, resolveEntry, textOf } from '#annotations/changes/resolve'
import { contextReader } from '#annotations/formats/target-context'
import { type Annotation, targetOf, type Voice } from '#annotations/model/annotation'
import { claimTypeName, claimTypesOf } from '#annotations/model/claim-types'
import type { AnnotatorId, RevisionHash } from '#annotations/model/ids'
import { metaText } from '#annotations/model/release'
import { blockAt, paragraphNumbers, type Revision, type TextRange } from '#annotations/model/revision'
import { annotationClashes } from '../features/inspector/annotation-clashes'
import type { InspectorAnnotation, InspectorOptions, ShownTag } from '../features/inspector/inspector-values'
import type { ListedAnnotation, ListedAnnotations } from '../features/read/annotation-name'
import { firstWords } from '../features/words/first-words'
import { roleWords } from '../features/words/kind-words'
import type { WindowState } from './app-state'
import { claimantOffer } from './claimant-offer'
import { historyOf } from './history-words'
import { countsAs, readMark, readMarks } from './own-marks'
import type { Marked } from './page-marks'
import { offersFor } from './reading-offers'
import {
  annotatorName,
  openMarks,
  openRelease,
  openScope,
  registerOf,
  shownRevision,
  speakerOptions,
  tagOptions,
} from './selectors'

/** The active annotation as the inspector shows it; `undefined` where none is active. */
export function inspected(state: WindowState): InspectorAnnotation | undefined {
  const revision = shownRevision(state)
  const active = readMark(state, state.active)
  if (revision === undefined || active === undefined) return undefined
  const { annotation, author } = active.marked
  const placement = annotation.placements.get(revision.id)
  const target = targetOf(placement)
  const place = placeOf(revision, target[0]?.start ?? 0)
  const codebook = registerOf(state.queue.current, 'codebook')
  const entry = openScope(state)?.journals.get(author)?.entries.get(entryKey('annotation', annotation.id))
  const tagName = (id: string) => pathOf(codebook, id).join(' / ') || id
  return {
    annotation: withResolvedNames(annotation, registerOf(state.queue.current, 'speakers')),
    pieces: target.map(segment => segment.exact),
    anchor: placement?.state ?? 'exact',
    ...place,
    sentence: sentenceOf(state, revision, target),
    position: { n: active.at + 1, of: readMarks(state).length },
    sourceText: partText(annotation, revision, 'source'),
    cueText: partText(annotation, revision, 'cue'),
    offers: shownOffers(state, annotation, revision),
    tags: shownTags(codebook, annotation),
    history: entry === undefined ? [] : historyOf(entry, tagName),
    clashes:
      entry === undefined
        ? []
        : annotationClashes(entry, author, { tagName, claimTypeName: id => claimTypeName(codebook, id) }),
    author: annotatorName(state.queue.current, author),
    mine: author === state.info?.annotator?.id,
  }
}

/** What the rows of the list are made of beside an annotation and its place; kept with them, so nothing of a whole state is in it. */
interface RowSources {
  readonly revision: RevisionHash
  readonly speakers: Register
  readonly codebook: Register
  readonly annotators: Register
  readonly me: AnnotatorId | undefined
  readonly of: number
}

const shownRows = new WeakMap<Annotation, { readonly row: ListedAnnotation; readonly from: RowSources }>()

/**
 * The annotations of the open document that Read shows, in page order; what is shown of one is made when it is asked for,
 * and the same object while it is the same.
 */
export function listedAnnotations(state: WindowState): ListedAnnotations {
  const marks = readMarks(state)
  const { current } = state.queue
  const from: RowSources = {
    revision: state.document?.revision ?? '',
    speakers: registerOf(current, 'speakers'),
    codebook: registerOf(current, 'codebook'),
    annotators: registerOf(current, 'annotators'),
    me: state.info?.annotator?.id,
    of: marks.length,
  }
  return {
    length: marks.length,
    at: index => {
      const marked = marks[index]
      return marked === undefined ? undefined : shownRow(marked, index + 1, from)
    },
    placeOf: id => readMark(state, id)?.at ?? -1,
  }
}

function shownRow(marked: Marked, n: number, from: RowSources): ListedAnnotation {
  const known = shownRows.get(marked.annotation)
  if (known !== undefined && known.row.n === n && sameSources(known.from, from)) return known.row
  const row = rowOf(marked, n, from)
  shownRows.set(marked.annotation, { row, from })
  return row
}

function sameSources(a: RowSources, b: RowSources): boolean {
  return (
    a.revision === b.revision &&
    a.speakers === b.speakers &&
    a.codebook === b.codebook &&
    a.annotators === b.annotators &&
    a.me === b.me &&
    a.of === b.of
  )
}

function rowOf({ annotation, author }: Marked, n: number, from: RowSources): ListedAnnotation {
  const { revision, speakers, codebook, annotators, me, of } = from
  const placement = annotation.placements.get(revision)
  const voice =
    annotation.kind === 'quote'
      ? annotation.quote.speakers[0]
      : annotation.kind === 'claim'
        ? annotation.claim.claimant
        : undefined
  return {
    id: annotation.id,
    kind: annotation.kind,
    quoteType: annotation.kind === 'quote' ? annotation.quote.type : undefined,
    who: voice === undefined ? undefined : speakerName(speakers, voice),
    claimType:
      annotation.kind === 'claim' && annotation.claim.type !== undefined
        ? claimTypeName(codebook, annotation.claim.type)
        : undefined,
    note: annotation.kind === 'note' ? firstWords(annotation.note) : undefined,
    words: wordsOf(annotation, revision),
    n,
    of,
    anchor: placement?.state ?? 'exact',
    colleague: countsAs(annotators, author, me)
      ? undefined
      : (textOf(annotators.entries.get(author), 'name') ?? author),
  }
}

const shownWords = new WeakMap<Annotation, { readonly revision: RevisionHash; readonly words: string }>()

/** The first words of an annotation in a revision; the last that were asked for are kept. */
function wordsOf(annotation: Annotation, revision: RevisionHash): string {
  const known = shownWords.get(annotation)
  if (known?.revision === revision) return known.words
  const target = targetOf(annotation.placements.get(revision))
  const words = firstWords(target.map(segment => segment.exact).join(' … '))
  shownWords.set(annotation, { revision, words })
  return words
}

export function inspectorOptions(state: WindowState): InspectorOptions {
  const codebook = registerOf(state.queue.current, 'codebook')
  return {
    speakers: speakerOptions(registerOf(state.queue.current, 'speakers')),
    tags: tagOptions(codebook),
    claimTypes: claimTypesOf(codebook),
  }
}

/** The paragraph number and role of the block that holds an offset. */
export function placeOf(
  revision: Revision,
  offset: number,
): { readonly paragraph?: number; readonly roleLabel: string } {
  const at = blockAt(revision.blocks, offset)
  const block = revision.blocks[at]
  const n = paragraphNumbers(revision.blocks)[at]
  const roleLabel = block === undefined ? '' : roleWords[block.role]
  return n === null || n === undefined ? { roleLabel } : { paragraph: n, roleLabel }
}

/** The number of the sentence in its paragraph in which a target begins, the one that exports have. */
function sentenceOf(state: WindowState, revision: Revision, target: readonly TextRange[]): number | undefined {
  const release = openRelease(state)
  const language = release === undefined ? undefined : metaText(release, 'language')
  const { paragraphNo, sentenceNo } = contextReader(revision, language)(target)
  return paragraphNo === null ? undefined : (sentenceNo ?? undefined)
}

/** Voices under the name that the register gives them, since a merge or a new name reaches all that was coded. */
function withResolvedNames(annotation: Annotation, speakers: Register): Annotation {
  if (annotation.kind === 'quote') {
    const named = annotation.quote.speakers.map(voice => ({ ...voice, name: speakerName(speakers, voice) }))
    return { ...annotation, quote: { ...annotation.quote, speakers: named } }
  }
  if (annotation.kind === 'claim' && annotation.claim.claimant !== undefined) {
    const claimant = { ...annotation.claim.claimant, name: speakerName(speakers, annotation.claim.claimant) }
    return { ...annotation, claim: { ...annotation.claim, claimant } }
  }
  return annotation
}

function speakerName(speakers: Register, voice: Voice): string {
  const entry = voice.speaker === undefined ? undefined : resolveEntry(speakers, voice.speaker)
  return textOf(entry, 'name') ?? voice.name
}

/** What was read in the text, as words. */
function shownOffers(state: WindowState, annotation: Annotation, revision: Revision): InspectorAnnotation['offers'] {
  const { cue, source, speakers, roles, figures } = offersFor(annotation, revision)
  const words = ({ start, end }: TextRange) => revision.text.slice(start, end)
  const claimant = claimantOffer(annotation, revision, openMarks(state))
  return {
    cue: cue && words(cue),
    source: source?.map(words).join(' … '),
    speakers,
    roles,
    figures,
    claimant: claimant && speakerName(registerOf(state.queue.current, 'speakers'), claimant),
  }
}

function partText(annotation: Annotation, revision: Revision, part: 'source' | 'cue'): string | undefined {
  const pieces = (annotation.placements.get(revision.id)?.segments ?? []).filter(segment => segment.part === part)
  return pieces.length === 0 ? undefined : pieces.map(segment => segment.exact).join(' … ')
}

/** Tags as shown: merged ones under what they became, each once, by path. */
function shownTags(codebook: Register, annotation: Annotation): ShownTag[] {
  const shown = new Map<string, ShownTag>()
  for (const id of annotation.tags) {
    const entry = resolveEntry(codebook, id)
    const colour = textOf(entry, 'colour')
    const key = entry?.id ?? id
    const path = entry === undefined ? [id] : pathOf(codebook, id)
    shown.set(key, colour === undefined ? { id: key, path } : { id: key, path, colour })
  }
  return [...shown.values()].sort((a, b) => a.path.join('/').localeCompare(b.path.join('/')))
}
