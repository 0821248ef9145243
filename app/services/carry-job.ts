import { Carrier } from '#annotations/anchoring/carrier'
import type { Placement } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { ok, problem } from '#annotations/model/result'
import type { CarriedTo, Carrying, CarryJob } from '#app/ports/carrying'

/** After so many annotations it is told how far the work is. */
const step = 50

/** Does a job at one go, in the thread of the caller. `tell`: how much of it is done, 0 to 1. */
export function doCarryJob({ revisions, target, annotations }: CarryJob, tell: (share: number) => void): CarriedTo {
  const placements = new Map<AnnotationId, Placement>()
  const text = revisions.get(target)
  if (text === undefined) return placements
  const carrier = new Carrier(revisions, text)
  for (const [n, annotation] of annotations.entries()) {
    const placement = carrier.carry(annotation)
    if (placement !== undefined) placements.set(annotation.id, placement)
    if (n % step === step - 1) tell((n + 1) / annotations.length)
  }
  return placements
}

/** Carries in the thread of the caller: for a command without a window, and for tests. */
export function createDirectCarrying(): Carrying {
  return {
    carry: async (job, options = {}) => {
      if (options.signal?.aborted === true) return problem('cancelled')
      return ok(doCarryJob(job, share => options.onProgress?.(share)))
    },
  }
}
