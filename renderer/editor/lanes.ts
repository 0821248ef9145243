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

/**
 * The same where some are a colleague's: one's own have the lanes they would have alone, and a colleague's takes the first
 * lane in which nothing lies under it. So no mark of a colleague folds one of one's own away.
 */
export function assignOwnLanesFirst(
  starts: Int32Array,
  ends: Int32Array,
  included: (index: number) => boolean,
  isTheirs: (index: number) => boolean,
): Int16Array {
  const lanes = assignLanes(starts, ends, i => included(i) && !isTheirs(i))
  const taken: { readonly own: number[]; next: number; busyUntil: number }[] = []
  const laneAt = (lane: number) => (taken[lane] ??= { own: [], next: 0, busyUntil: 0 })
  for (const [i, lane] of lanes.entries()) if (lane >= 0) laneAt(lane).own.push(i)
  for (let i = 0; i < starts.length; i++) {
    if (!included(i) || !isTheirs(i)) continue
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    let lane = 0
    while (!isFree(laneAt(lane), start, end)) lane++
    laneAt(lane).busyUntil = end
    lanes[i] = lane
  }
  return lanes

  /** Asked with rising starts, so that what ends before is passed once. */
  function isFree(at: ReturnType<typeof laneAt>, start: number, end: number): boolean {
    while (at.next < at.own.length && (ends[at.own[at.next] ?? 0] ?? 0) <= start) at.next++
    const own = at.own[at.next]
    return at.busyUntil <= start && (own === undefined || (starts[own] ?? 0) >= end)
  }
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
