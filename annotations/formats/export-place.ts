import type { AnchorState, Annotation, Segment } from '../model/annotation'
import type { RevisionHash } from '../model/ids'
import type { Revision } from '../model/revision'

/** Where an annotation is exported from: a text, its segments there, and how it stands on the current text. */
export interface ExportPlace {
  readonly hash: RevisionHash
  /** `undefined` where that text is not loaded. */
  readonly revision: Revision | undefined
  /** Of all parts; empty where the annotation has no place in any text. */
  readonly segments: readonly Segment[]
  readonly anchorState: AnchorState
}

/**
 * The place in the current text, exact, moved or undecided. An annotation that is kept on an earlier text, lost, or
 * not carried yet (then `undecided`) is exported from the nearest earlier text that it has segments in, so that no
 * annotation is left out and each excerpt can be checked against the text it names.
 */
export function exportPlace(
  annotation: Annotation,
  current: Revision,
  revisions: ReadonlyMap<RevisionHash, Revision>,
): ExportPlace {
  const here = annotation.placements.get(current.id)
  if (here !== undefined && here.segments.length > 0) {
    return { hash: current.id, revision: current, segments: here.segments, anchorState: here.state }
  }
  const anchorState = here?.state ?? 'undecided'
  for (const hash of candidates(annotation, current, revisions)) {
    const segments = annotation.placements.get(hash)?.segments ?? []
    if (segments.length > 0) return { hash, revision: revisions.get(hash), segments, anchorState }
  }
  return { hash: current.id, revision: current, segments: [], anchorState }
}

function* candidates(
  annotation: Annotation,
  current: Revision,
  revisions: ReadonlyMap<RevisionHash, Revision>,
): Generator<RevisionHash> {
  const from = annotation.placements.get(current.id)?.from
  if (from !== undefined) yield from
  const seen = new Set<RevisionHash>([current.id])
  for (let at = current.parent; at !== null && !seen.has(at); at = revisions.get(at)?.parent ?? null) {
    seen.add(at)
    yield at
  }
  yield* [...annotation.placements.keys()].sort()
}
