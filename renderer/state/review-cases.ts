import type { CodedAnnotation } from '#annotations/agreement/coded-annotation'
import { pathOf, type Register, textOf } from '#annotations/changes/resolve'
import { claimTypeName } from '#annotations/model/claim-types'
import type { AnnotationId } from '#annotations/model/ids'
import type { Revision, TextRange } from '#annotations/model/revision'
import type { Difference } from '#annotations/review/differences'
import { isDecision, isOpen, type ThreadedReview } from '#annotations/review/threads'
import type { MarkLabel } from '../editor/margin-lane'
import type { CaseSide, ReviewCase, ReviewWord, TextRun } from '../features/review/review-values'
import { caseTitle, shortName } from '../features/review/review-words'
import { firstWords } from '../features/words/first-words'
import { kindWords } from '../features/words/kind-words'
import type { WindowState } from './app-state'
import { placeOf } from './inspector-view'
import { openProposal } from './review-acts'
import { colleaguesOf, listedCases, type OpenDifference, openCases, reviewName } from './review-view'
import { registerOf, shownRevision } from './selectors'

/** The listed cases as the queue shows them, each with its number among all of the document. */
export function shownCases(state: WindowState): readonly ReviewCase[] {
  const revision = shownRevision(state)
  if (revision === undefined) return []
  const all = openCases(state)
  return listedCases(state).map(one => shownCase(state, one, all.indexOf(one) + 1, revision))
}

function shownCase(state: WindowState, one: OpenDifference, n: number, revision: Revision): ReviewCase {
  const { mine, theirs, differs, thread } = one
  const their = reviewName(state, one.with)
  const leading = theirs ?? mine
  const { paragraph } = placeOf(revision, leading?.content[0]?.start ?? 0)
  const isCurrent = state.review.current === one.key
  return {
    key: one.key,
    n,
    type: one.type,
    their,
    title: titleOf(state, one, their),
    kind: leading?.kind ?? 'note',
    words: firstWords(textIn(revision, leading?.content ?? [])),
    ...(paragraph === undefined ? {} : { paragraph }),
    decided: one.decided,
    said: one.said,
    settled: one.settled,
    can: {
      agree: theirs !== undefined || one.said !== 'agree',
      propose: mine !== undefined && theirs !== undefined && differs.length > 0,
      neither: theirs !== undefined,
      takeOver:
        openProposal(state, one) !== undefined || (theirs !== undefined && (mine === undefined || differs.length > 0)),
      mineAlone: theirs === undefined,
    },
    ...(isCurrent
      ? {
          sides: [
            ...(mine === undefined
              ? []
              : [sideOf(state, { ...you, person: myName(state) }, mine, theirs, revision, differs)]),
            ...(theirs === undefined
              ? []
              : [sideOf(state, { name: their, person: their, colleague: true }, theirs, mine, revision, differs)]),
          ],
          thread: thread.map(review => wordOf(state, review)),
        }
      : {}),
  }
}

const you = { name: 'You', colleague: false }

/** Where several colleagues are looked at, with whom it is a case too. */
function titleOf(state: WindowState, { type }: OpenDifference, their: string): string {
  const title = caseTitle(type, their)
  if (colleaguesOf(state).length < 2 || type === 'only-theirs') return title
  return type === 'only-mine' ? `You, and not ${shortName(their)}` : `${title}: ${shortName(their)}`
}

/** What one annotator has at a place beside what another has: of alone what there is, else in what they differ. */
export function sideOf(
  state: WindowState,
  who: Pick<CaseSide, 'name' | 'person' | 'colleague'>,
  one: CodedAnnotation,
  other: CodedAnnotation | undefined,
  revision: Revision,
  differs: Difference['differs'],
): CaseSide {
  const facts = factsOf(state, one)
  const wanted = other === undefined ? (['kind', 'tags', 'speaker', 'fields'] as const) : differs
  return {
    ...who,
    runs: runsOf(revision.text, one.content, other?.content),
    facts: facts.filter(({ aspect }) => wanted.some(differing => differing === aspect)),
    note: one.annotation.note,
  }
}

export function myName({ info }: WindowState): string {
  return info?.annotator?.name ?? 'You'
}

/** What one says of a place beside its words, in words. */
function factsOf(state: WindowState, one: CodedAnnotation): CaseSide['facts'] {
  const codebook = registerOf(state.queue.current, 'codebook')
  const speakers = registerOf(state.queue.current, 'speakers')
  const tags = [...one.tags].map(tag => pathOf(codebook, tag).join(' / ') || tag).sort()
  const voices = one.voices.map(voice => voiceName(speakers, voice))
  const fields = fieldsOf(one, codebook)
  return [
    { aspect: 'kind', label: 'Kind', text: kindWords[one.kind] },
    { aspect: 'tags', label: 'Tags', text: tags.length === 0 ? 'none' : tags.join(', ') },
    ...(one.kind === 'note'
      ? []
      : [
          {
            aspect: 'speaker' as const,
            label: one.kind === 'quote' ? 'Speakers' : 'Claimant',
            text: voices.length === 0 ? 'none' : voices.join(', '),
          },
        ]),
    ...fields.map(([label, text]) => ({ aspect: 'fields' as const, label, text })),
  ]
}

function fieldsOf({ annotation, claimType, source, cue }: CodedAnnotation, codebook: Register): [string, string][] {
  const exact = (part: 'source' | 'cue') =>
    [...annotation.placements.values()][0]?.segments
      .filter(segment => segment.part === part)
      .map(segment => segment.exact)
      .join(' … ') ?? ''
  const parts: [string, string][] = [
    ...(source.length === 0 ? [] : [['Source', exact('source')] as [string, string]]),
    ...(cue.length === 0 ? [] : [['Cue', exact('cue')] as [string, string]]),
  ]
  if (annotation.kind === 'quote') return [['Type', annotation.quote.type], ...parts]
  if (annotation.kind === 'note') return parts
  const { statement, figures } = annotation.claim
  return [
    ['Claim type', claimType === undefined ? 'none' : claimTypeName(codebook, claimType)],
    ...(statement === undefined ? [] : [['In plain words', statement] as [string, string]]),
    ...(figures.length === 0
      ? []
      : [['Figures', figures.map(({ asWritten }) => asWritten).join(', ')] as [string, string]]),
    ...parts,
  ]
}

function voiceName(speakers: Register, voice: string): string {
  return voice.startsWith('~') ? voice.slice(1) : (textOf(speakers.entries.get(voice), 'name') ?? voice)
}

/** The words of ranges. */
export function textIn(revision: Revision, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => revision.text.slice(start, end)).join(' … ')
}

/** The words of ranges, those that the other ranges do not cover apart; pieces are joined by a gap. */
function runsOf(
  text: string,
  ranges: readonly TextRange[],
  others: readonly TextRange[] | undefined,
): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const [n, { start, end }] of ranges.entries()) {
    if (n > 0) runs.push({ text: ' … ', differs: false })
    const edges = new Set([start, end])
    for (const edge of (others ?? []).flatMap(other => [other.start, other.end])) {
      if (edge > start && edge < end) edges.add(edge)
    }
    const sorted = [...edges].sort((a, b) => a - b)
    for (const [at, from] of sorted.entries()) {
      const to = sorted[at + 1]
      if (to === undefined) break
      const differs = others !== undefined && !others.some(other => other.start <= from && to <= other.end)
      const words = text.slice(from, to)
      runs.push({ text: differs ? words : shortened(words), differs })
    }
  }
  return runs
}

/** Characters that are kept at each end of a long run on which both agree. */
const kept = 48

function shortened(words: string): string {
  if (words.length <= 2 * kept + 20) return words
  const head = words.slice(0, kept).replace(/\S*$/u, '')
  const tail = words.slice(-kept).replace(/^\S*/u, '')
  return `${head}…${tail}`
}

function wordOf(state: WindowState, review: ThreadedReview): ReviewWord {
  const mine = review.by === state.info?.annotator?.id
  return {
    id: review.id,
    name: reviewName(state, review.by),
    person: mine ? myName(state) : reviewName(state, review.by),
    mine,
    at: review.at,
    act: review.act,
    text: review.text,
    counts: review.counts || !isDecision(review.act),
    open: isOpen(review),
    resolved: review.resolved,
  }
}

const labels = new WeakMap<readonly OpenDifference[], ReadonlyMap<AnnotationId, MarkLabel>>()

/** The number of each case of the open document by the mark that stands for it, for the margin. Cached. */
export function caseLabels(state: WindowState): ReadonlyMap<AnnotationId, MarkLabel> {
  const cases = openCases(state)
  const known = labels.get(cases)
  if (known !== undefined) return known
  const made = new Map<AnnotationId, MarkLabel>()
  for (const [index, { theirs, mine }] of cases.entries()) {
    const one = theirs ?? mine
    // One's own mark that several colleagues do not have has the number of the first case.
    if (one !== undefined && !made.has(one.id)) made.set(one.id, { kind: one.kind, text: String(index + 1) })
  }
  labels.set(cases, made)
  return made
}
