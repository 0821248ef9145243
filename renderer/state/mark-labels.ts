import type { Scope } from '#annotations/changes/journal'
import { type Register, resolveEntry, textOf } from '#annotations/changes/resolve'
import type { Annotation, Voice } from '#annotations/model/annotation'
import { claimTypeName } from '#annotations/model/claim-types'
import type { AnnotationId, RevisionHash } from '#annotations/model/ids'
import type { MarkLabel } from '../editor/margin-lane'
import { markLabel } from '../features/read/mark-label'
import { firstWords } from '../features/words/first-words'
import { markIn } from './page-marks'

/** The label of each annotation as the registers name things now; made when it is asked for. */
export function labelsOf(
  scope: Scope,
  revision: RevisionHash,
  { speakers, codebook, annotators, theirs }: LabelSources,
): (id: AnnotationId) => MarkLabel | undefined {
  return id => {
    const marked = markIn(scope, revision, id)?.marked
    if (marked === undefined) return undefined
    const label = labelOf(marked.annotation, speakers, codebook)
    if (theirs?.has(id) !== true) return label
    return { ...label, by: textOf(resolveEntry(annotators, marked.author), 'name') ?? marked.author }
  }
}

/** What labels are made of beside the annotations. */
export interface LabelSources {
  readonly speakers: Register
  readonly codebook: Register
  readonly annotators: Register
  /** Those that are colleagues'. */
  readonly theirs: ReadonlySet<AnnotationId> | undefined
}

function labelOf(annotation: Annotation, speakers: Register, codebook: Register): MarkLabel {
  const { kind } = annotation
  const voices = kind === 'quote' ? annotation.quote.speakers : []
  const type = kind === 'claim' ? annotation.claim.type : undefined
  return markLabel({
    kind,
    who: voices[0] === undefined ? undefined : nameOf(voices[0], speakers),
    others: Math.max(0, voices.length - 1),
    note: kind === 'note' ? firstWords(annotation.note) : undefined,
    claimType: type === undefined ? undefined : claimTypeName(codebook, type),
  })
}

function nameOf(voice: Voice, speakers: Register) {
  const entry = voice.speaker === undefined ? undefined : resolveEntry(speakers, voice.speaker)
  return { name: textOf(entry, 'name') ?? voice.name, organisation: textOf(entry, 'what') === 'organisation' }
}
