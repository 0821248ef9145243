import type { Annotation } from '../model/annotation'
import { claimantName, type ExportSource } from './build-excerpts'
import { exportPlace } from './export-place'

export type LossCode =
  /** Annotations with places in other texts than the one they are exported from. */
  | 'other-places'
  /** Segments of source and cue, whose offsets no column holds. */
  | 'source-and-cue-places'
  /** Claimants with a role, an organisation, or a written name beside the register's. */
  | 'claimant-details'
  /** Claims that mention an entry of the claims register. */
  | 'claim-entries'
  /** Runs of inline formatting within the targets. */
  | 'inline-marks'

/** What a format cannot carry of the annotations it is given, with how often; a loss that does not occur is not listed. */
export type LossReport = readonly { readonly code: LossCode; readonly count: number }[]

type Count = (annotation: Annotation, source: ExportSource) => number

const counts: { readonly [Code in LossCode]: Count } = {
  'other-places': (annotation, { revision, revisions }) => {
    const { hash } = exportPlace(annotation, revision, revisions)
    return [...annotation.placements].some(([other, { segments }]) => other !== hash && segments.length > 0) ? 1 : 0
  },
  'source-and-cue-places': (annotation, { revision, revisions }) =>
    exportPlace(annotation, revision, revisions).segments.filter(({ part }) => part !== 'content').length,
  'claimant-details': (annotation, { speakers }) => {
    const claimant = annotation.kind === 'claim' ? annotation.claim.claimant : undefined
    if (claimant === undefined) return 0
    const { name, roleAsWritten, organisation } = claimant
    const isPlain = roleAsWritten === undefined && organisation === undefined
    return isPlain && name === claimantName(speakers, claimant) ? 0 : 1
  },
  'claim-entries': annotation => (annotation.kind === 'claim' && annotation.claim.of !== undefined ? 1 : 0),
  'inline-marks': (annotation, { revision, revisions }) => {
    const place = exportPlace(annotation, revision, revisions)
    const target = place.segments.filter(({ part }) => part === 'content')
    const marks = place.revision?.marks ?? []
    return marks.filter(mark => target.some(({ start, end }) => start < mark.end && mark.start < end)).length
  },
}

const excerptLosses: readonly LossCode[] = [
  'other-places',
  'source-and-cue-places',
  'claimant-details',
  'claim-entries',
  'inline-marks',
]
const annotationLosses: readonly LossCode[] = ['other-places', 'claim-entries', 'inline-marks']

/** What rows of excerpts (CSV, JSON Lines, Markdown) cannot carry. Removed annotations are not counted. */
export function lossesOfExcerpts(source: ExportSource): LossReport {
  return report(source, excerptLosses)
}

/** What the annotations as JSON cannot carry. */
export function lossesOfAnnotations(source: ExportSource): LossReport {
  return report(source, annotationLosses)
}

function report(source: ExportSource, codes: readonly LossCode[]): LossReport {
  return codes.flatMap(code => {
    let count = 0
    for (const { annotation } of source.annotations) if (!annotation.deleted) count += counts[code](annotation, source)
    return count === 0 ? [] : [{ code, count }]
  })
}
