/** Two runs of numbers that are compared: `[from, to)` of each. */
interface Region {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** Up to so many differences, all shortest ways are looked at: the work grows with their square. */
const mostDifferences = 400

/**
 * Notes in `match` for each index of `a` in the region the index of its partner in `b`, in order; what has none is left
 * as it is. Common beginnings and ends first, then runs of `gram` members that occur once in both regions and stand in
 * order (patience), each gap between them by the same rule, and what is left by a shortest edit script (Myers 1986).
 * Where that would take too many steps, single members that occur once are tried, and else nothing is matched. Work
 * is counted, never timed: the same input gives the same answer on any machine.
 */
export function matchInOrder(a: Int32Array, b: Int32Array, region: Region, match: Int32Array, gram = 3): void {
  let { a0, a1, b0, b1 } = region
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) match[a0++] = b0++
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) match[--a1] = --b1
  if (a0 === a1 || b0 === b1) return
  const inner = { a0, a1, b0, b1 }
  const anchors = a1 - a0 + (b1 - b0) > 16 ? uniqueInBoth(a, b, inner, gram) : []
  if (anchors.length > 0) return matchBetween(a, b, inner, match, gram, anchors)
  if (matchByShortestScript(a, b, inner, match)) return
  if (gram > 1) matchInOrder(a, b, inner, match, 1)
}

function matchBetween(
  a: Int32Array,
  b: Int32Array,
  region: Region,
  match: Int32Array,
  gram: number,
  anchors: readonly (readonly [number, number])[],
): void {
  let { a0, b0 } = region
  for (const [i, j] of [...anchors, [region.a1, region.b1] as const]) {
    if (i < a0 || j < b0) continue
    matchInOrder(a, b, { a0, a1: i, b0, b1: j }, match, gram)
    a0 = i
    b0 = j
    while (a0 < region.a1 && b0 < region.b1 && a[a0] === b[b0]) match[a0++] = b0++
  }
  if (a0 < region.a1 && b0 < region.b1) matchInOrder(a, b, { ...region, a0, b0 }, match, gram)
}

/** The longest chain of places, in order in both, where a gram begins that each region has exactly once. */
function uniqueInBoth(a: Int32Array, b: Int32Array, region: Region, gram: number): [number, number][] {
  const inA = singles(a, region.a0, region.a1, gram)
  const inB = singles(b, region.b0, region.b1, gram)
  const pairs: [number, number][] = []
  for (const [key, i] of inA) {
    const j = i < 0 ? undefined : inB.get(key)
    if (j !== undefined && j >= 0 && sameGram(a, i, b, j, gram)) pairs.push([i, j])
  }
  return longestChain(pairs.sort((x, y) => x[0] - y[0]))
}

/** Where each gram begins; -1 for one that occurs again. */
function singles(of: Int32Array, from: number, to: number, gram: number): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = from; at + gram <= to; at += 1) {
    const key = gramKey(of, at, gram)
    found.set(key, found.has(key) ? -1 : at)
  }
  return found
}

/** A number for a run of members. Different runs may have the same one: compare them where it matters. */
export function gramKey(of: Int32Array, at: number, gram: number): number {
  let key = 0x811c9dc5
  for (let k = at; k < at + gram; k += 1) {
    key = Math.imul(key ^ (of[k] ?? 0), 0x01000193)
    key ^= key >>> 15
  }
  return key >>> 0
}

function sameGram(a: Int32Array, i: number, b: Int32Array, j: number, gram: number): boolean {
  for (let k = 0; k < gram; k += 1) if (a[i + k] !== b[j + k]) return false
  return true
}

/** The longest run of pairs whose second members rise; the pairs are given by rising first members. */
function longestChain(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before = new Int32Array(pairs.length)
  for (const [index, [, j]] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? -1
    tails[low] = index
  }
  const chain: [number, number][] = []
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** Myers' greedy search forwards; false, and nothing noted, where more differences are needed than are looked at. */
function matchByShortestScript(a: Int32Array, b: Int32Array, region: Region, match: Int32Array): boolean {
  const { a0, b0 } = region
  const n = region.a1 - a0
  const m = region.b1 - b0
  const most = Math.min(n + m, mostDifferences)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const rounds: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest[middle + k - 1] ?? 0) < (furthest[middle + k + 1] ?? 0))
      let x = down ? (furthest[middle + k + 1] ?? 0) : (furthest[middle + k - 1] ?? 0) + 1
      while (x < n && x - k < m && x - k >= 0 && a[a0 + x] === b[b0 + x - k]) x += 1
      furthest[middle + k] = x
      if (x >= n && x - k >= m) {
        noteScript(rounds, { n, m, a0, b0 }, match)
        return true
      }
    }
    rounds.push(furthest.slice(middle - d, middle + d + 1))
  }
  return false
}

/** Walks back from the end: `rounds[d]` has the furthest places after `d` differences, by diagonal from `-d`. */
function noteScript(
  rounds: readonly Int32Array[],
  { n, m, a0, b0 }: { readonly n: number; readonly m: number; readonly a0: number; readonly b0: number },
  match: Int32Array,
): void {
  let x = n
  let y = m
  for (let d = rounds.length; d > 0; d -= 1) {
    const before = rounds[d - 1] ?? new Int32Array(0)
    const at = (k: number) => (Math.abs(k) <= d - 1 ? (before[k + d - 1] ?? -1) : -1)
    const k = x - y
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1))
    const fromX = down ? at(k + 1) : at(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    const snake = down ? fromX : fromX + 1
    while (x > snake) {
      x -= 1
      y -= 1
      match[a0 + x] = b0 + y
    }
    x = fromX
    y = fromY
  }
  while (x > 0 && y > 0) {
    x -= 1
    y -= 1
    match[a0 + x] = b0 + y
  }
}
