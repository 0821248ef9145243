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

/** Lane of the first mark at a place: one's own, the colleague's; and of what lies on either. */
const sideLanes = { own: 0, theirs: 1, further: 2 }

/**
 * The same for two annotators side by side: the first at a place of one's own is in lane 0, the first of the colleague's in
 * lane 1, and what overlaps one of its own side in lane 2 or further down.
 */
export function assignSideLanes(
  starts: Int32Array,
  ends: Int32Array,
  included: (index: number) => boolean,
  isTheirs: (index: number) => boolean,
): Int16Array {
  const own = assignLanes(starts, ends, i => included(i) && !isTheirs(i))
  const theirs = assignLanes(starts, ends, i => included(i) && isTheirs(i))
  const further = assignLanes(starts, ends, i => (own[i] ?? -1) > 0 || (theirs[i] ?? -1) > 0)
  return own.map((lane, i) => {
    const [other = -1, deep = -1] = [theirs[i], further[i]]
    if (deep >= 0) return sideLanes.further + deep
    return lane === 0 ? sideLanes.own : other === 0 ? sideLanes.theirs : -1
  })
}
