import { type Annotation, type Placement, targetOf } from '../model/annotation'
import type { RevisionHash } from '../model/ids'

/** How many annotations stand how in a text. */
export interface AnchorCounts {
  readonly exact: number
  readonly moved: number
  /** Those that a person has to decide. */
  readonly undecided: number
  /** Of the undecided those whose words are others at the place that is proposed. */
  readonly changed: number
  readonly lost: number
  /** Kept on an earlier text by a person. */
  readonly kept: number
}

/** Counts the placements of annotations in a text; an annotation that has none there, and a removed one, count nowhere. */
export function countAnchors(
  annotations: Iterable<Pick<Annotation, 'placements' | 'deleted'>>,
  revision: RevisionHash,
): AnchorCounts {
  const counts = { exact: 0, moved: 0, undecided: 0, changed: 0, lost: 0, kept: 0 }
  for (const { placements, deleted } of annotations) {
    const placement = deleted ? undefined : placements.get(revision)
    if (placement === undefined) continue
    counts[placement.state] += 1
    if (placement.state === 'undecided' && hasOtherWords(placement, placements)) counts.changed += 1
  }
  return counts
}

/** Whether the content of a carried placement reads otherwise than where it was carried from. */
export function hasOtherWords(placement: Placement, placements: ReadonlyMap<RevisionHash, Placement>): boolean {
  const words = (one: Placement | undefined) => targetOf(one).map(({ exact }) => exact)
  const [now, before] = [words(placement), words(placements.get(placement.from ?? ''))]
  return now.length !== before.length || now.some((text, n) => text !== before[n])
}
