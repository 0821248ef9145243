import { isJsonObject, type Json } from './json'
import { readPlacement } from './read-annotation'
import type { Revision } from './revision'
import { segmentsStand } from './segments'

/** The start of the names of the fields that hold an annotation's placements; a revision's hash follows. */
export const placementPrefix = 'placements.'

/**
 * What is wrong with a stored placement: `wrong-shape` for a value that is none or has a segment that is none,
 * `exact-differs` where the text does not have the words of a segment at its offsets. Absent (`null`) is no flaw.
 */
export function placementFlaw(value: Json, revision: Revision): 'wrong-shape' | 'exact-differs' | undefined {
  if (value === null) return undefined
  const placement = readPlacement(value)
  if (placement === undefined || placement.segments.length !== countSegments(value)) return 'wrong-shape'
  return segmentsStand(revision.text, placement.segments) ? undefined : 'exact-differs'
}

function countSegments(placement: Json): number {
  return isJsonObject(placement) && Array.isArray(placement.segments) ? placement.segments.length : 0
}
