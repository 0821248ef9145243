import type { Annotation, Placement } from '#annotations/model/annotation'
import type { AnnotationId, RevisionHash } from '#annotations/model/ids'
import type { Problem, Result } from '#annotations/model/result'
import type { Revision } from '#annotations/model/revision'

/** Annotations to be carried into one text of their release. Plain values: it may go to another thread. */
export interface CarryJob {
  /** All texts of the release, the target among them. */
  readonly revisions: ReadonlyMap<RevisionHash, Revision>
  readonly target: RevisionHash
  readonly annotations: readonly Pick<Annotation, 'id' | 'placements' | 'deleted'>[]
}

/** Where they stand there; one that has a place there already, or none to be carried from, is not among them. */
export type CarriedTo = ReadonlyMap<AnnotationId, Placement>

export interface CarryOptions {
  /** An aborted one gives `cancelled`. */
  readonly signal?: AbortSignal
  /** Told how much of the work is done, 0 to 1; it never falls. */
  readonly onProgress?: (share: number) => void
}

/** Carries annotations without keeping its caller from other work. `failed`: it could not be done, and nothing was. */
export interface Carrying {
  carry(job: CarryJob, options?: CarryOptions): Promise<Result<CarriedTo, Problem<'cancelled' | 'failed'>>>
}
