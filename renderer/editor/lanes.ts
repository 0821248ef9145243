/**
 * The lane of each segment, from 0, so that no two of one lane overlap: segments come sorted by start, and each takes
 * the first lane that is free there. -1 for those that `included` leaves out.
 */
export function assignLanes(starts: Int32Array, ends: Int32Array, included: (index: number) => boolean): Int16Array {
  const lanes = new Int16Array(starts.length).fill(-1)
  const busyUntil: number[] = []
  for (let i = 0; i < starts.length; i++) {
    if (!included(i)) continue
    const start = starts[i] ?? 0
    let lane = 0
    while (lane < busyUntil.length && (busyUntil[lane] ?? 0) > start) lane++
    busyUntil[lane] = ends[i] ?? 0
    lanes[i] = lane
  }
  return lanes
}
