import type { Annotation, Placement } from '../model/annotation'
import type { RevisionHash } from '../model/ids'
import type { Revision } from '../model/revision'
import { CarryPlan } from './carry'
import { earlierPlace } from './earlier-place'

/**
 * Carries annotations, of whatever annotator, into one revision of a release. Texts are compared once for each revision
 * that annotations come from. Pure but for what it remembers of the texts.
 */
export class Carrier {
  readonly #revisions: ReadonlyMap<RevisionHash, Revision>
  readonly #target: Revision
  readonly #plans = new Map<RevisionHash, CarryPlan>()

  constructor(revisions: ReadonlyMap<RevisionHash, Revision>, target: Revision) {
    this.#revisions = revisions
    this.#target = target
  }

  /**
   * The placement that an annotation gets in the revision. `undefined` where it has one there, which is never computed
   * over, where there is none to carry, and for a removed annotation.
   */
  carry(annotation: Pick<Annotation, 'placements' | 'deleted'>): Placement | undefined {
    if (annotation.deleted) return undefined
    const earlier = earlierPlace(annotation.placements, this.#revisions, this.#target.id)
    if (earlier === undefined) return undefined
    const { revision, placement } = earlier
    const plan = this.#plans.get(revision.id) ?? new CarryPlan(revision, this.#target)
    this.#plans.set(revision.id, plan)
    return plan.carry(placement)
  }
}
