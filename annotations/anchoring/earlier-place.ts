import type { Placement } from '../model/annotation'
import type { RevisionHash } from '../model/ids'
import type { Revision } from '../model/revision'

/** Where an annotation is carried from: a placement, and the revision that it stands in. */
export interface EarlierPlace {
  readonly revision: Revision
  readonly placement: Placement
}

/**
 * The place from which an annotation is carried into a revision: the nearest one up the tree that is exact, moved or by
 * hand. Where no text before has one, the nearest of the rest of the tree, first by steps, then by the greater hash: a
 * mark made in a later text is carried back. `undefined` where there is none, or the revision has a placement already.
 */
export function earlierPlace(
  placements: ReadonlyMap<RevisionHash, Placement>,
  revisions: ReadonlyMap<RevisionHash, Revision>,
  target: RevisionHash,
): EarlierPlace | undefined {
  if (placements.has(target)) return undefined
  const above = lineOf(target, revisions)
  for (const revision of above) {
    const place = sureIn(placements, revision)
    if (place !== undefined) return place
  }
  let best: { readonly place: EarlierPlace; readonly steps: number } | undefined
  for (const revision of revisions.values()) {
    const place = sureIn(placements, revision)
    if (place === undefined) continue
    const steps = stepsBetween(above, lineOf(revision.id, revisions))
    const nearer = best === undefined || steps < best.steps
    const sameButGreater = best !== undefined && steps === best.steps && revision.id > best.place.revision.id
    if (nearer || sameButGreater) best = { place, steps }
  }
  return best?.place
}

function sureIn(placements: ReadonlyMap<RevisionHash, Placement>, revision: Revision): EarlierPlace | undefined {
  const placement = placements.get(revision.id)
  if (placement === undefined) return undefined
  const sure = placement.via === 'hand' || placement.state === 'exact' || placement.state === 'moved'
  return sure ? { revision, placement } : undefined
}

/** A revision and those before it, up to the root or to one that is not here; ends in a ring too. */
function lineOf(from: RevisionHash, revisions: ReadonlyMap<RevisionHash, Revision>): Revision[] {
  const line: Revision[] = []
  for (let at = revisions.get(from); at !== undefined && !line.includes(at); ) {
    line.push(at)
    at = at.parent === null ? undefined : revisions.get(at.parent)
  }
  return line
}

/** Steps from the first of one line to the first of another; those of different trees are as far apart as can be. */
function stepsBetween(a: readonly Revision[], b: readonly Revision[]): number {
  const down = b.findIndex(revision => a.includes(revision))
  const shared = b[down]
  return shared === undefined ? Number.POSITIVE_INFINITY : down + a.indexOf(shared)
}
