/** An edge of a bipartite graph: indices into the two sides, and its weight `num / den`, greater than 0 and at most 1. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly num: number
  readonly den: number
}

/**
 * The one-to-one matching with the most pairs; of those the one with the largest sum of weights, compared as exact
 * fractions; of those the smallest as a list of the partners of 0, 1, 2, … of side `a`, an item without one last.
 * Returns pairs `[a, b]` by `a`. Weights are integers, `num` and `den` up to 2^53 - 1. Takes the time of the cube of
 * the largest connected component. Method: Kuhn 1955, Munkres 1957, with potentials; the ties are settled in the
 * graph of tight edges, in which every perfect matching is a best one.
 */
export function bestPairs(edges: readonly Edge[]): readonly (readonly [number, number])[] {
  return components(edges)
    .flatMap(component => (component.length === 1 ? only(component) : bestInComponent(component)))
    .sort((x, y) => x[0] - y[0])
}

function only([edge]: readonly Edge[]): (readonly [number, number])[] {
  return edge === undefined ? [] : [[edge.a, edge.b]]
}

/** The edges in groups that share no item. */
function components(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const parent = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root)) root = next
    for (let at = key; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const { a, b } of edges) parent.set(rootOf(`a${a}`), rootOf(`b${b}`))
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const root = rootOf(`a${edge.a}`)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [edge])
    else group.push(edge)
  }
  return [...groups.values()]
}

function bestInComponent(edges: readonly Edge[]): (readonly [number, number])[] {
  const as = [...new Set(edges.map(edge => edge.a))].sort((x, y) => x - y)
  const bs = [...new Set(edges.map(edge => edge.b))].sort((x, y) => x - y)
  const size = Math.max(as.length, bs.length)
  const weights = Array.from({ length: size }, () => new Array<bigint>(size).fill(0n))
  const common = edges.reduce((lcm, { den }) => leastCommonMultiple(lcm, BigInt(den)), 1n)
  const pair = common * BigInt(size + 1)
  const row = new Map(as.map((a, i) => [a, i]))
  const column = new Map(bs.map((b, j) => [b, j]))
  for (const { a, b, num, den } of edges) {
    const line = weights[row.get(a) ?? 0]
    if (line !== undefined) line[column.get(b) ?? 0] = pair + (BigInt(num) * common) / BigInt(den)
  }
  const chosen = firstOfBest(weights)
  return as.flatMap((a, i) => {
    const j = chosen[i] ?? 0
    const b = bs[j]
    return b !== undefined && (weights[i]?.[j] ?? 0n) > 0n ? [[a, b] as const] : []
  })
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}

/** Of all perfect matchings of the largest weight the first by the columns of rows 0, 1, 2, …; a pair before none. */
function firstOfBest(weights: readonly (readonly bigint[])[]): readonly number[] {
  const size = weights.length
  const { columnOf, rows, columns } = assign(weights)
  const weight = (i: number, j: number) => weights[i]?.[j] ?? 0n
  const isTight = (i: number, j: number) => (rows[i] ?? 0n) + (columns[j] ?? 0n) === weight(i, j)
  const rowOf = new Array<number>(size)
  for (const [i, j] of columnOf.entries()) rowOf[j] = i
  /** Rows that are decided: paired for good, or left without a pair, in whatever empty column. */
  const decided: ('paired' | 'alone')[] = []
  for (let i = 0; i < size; i += 1) {
    const isPaired = (j: number) => isTight(i, j) && weight(i, j) > 0n && (columnOf[i] === j || takes(i, j))
    decided[i] = columnOf.some((_, j) => isPaired(j)) ? 'paired' : 'alone'
  }
  return columnOf

  /** Gives row `i` the column `j` where others that are not decided otherwise can make room. */
  function takes(i: number, j: number): boolean {
    const displaced = rowOf[j] ?? 0
    if (decided[displaced] === 'paired') return false
    const free = columnOf[i] ?? 0
    const seen = new Set<number>([j])
    const from = new Map<number, number>()
    const waiting = [displaced]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (let next = 0; next < size; next += 1) {
        if (seen.has(next) || !isTight(at, next)) continue
        if (decided[at] === 'alone' && weight(at, next) > 0n) continue
        const holder = rowOf[next] ?? 0
        if (decided[holder] === 'paired') continue
        seen.add(next)
        from.set(next, at)
        if (next === free) {
          turn(free)
          columnOf[i] = j
          rowOf[j] = i
          return true
        }
        waiting.push(holder)
      }
    }
    return false

    /** Along the path that was found each row takes the column after its own. */
    function turn(last: number): void {
      for (let column = last; ; ) {
        const row = from.get(column)
        if (row === undefined) return
        const before = columnOf[row] ?? 0
        columnOf[row] = column
        rowOf[column] = row
        if (row === displaced) return
        column = before
      }
    }
  }
}

/** A perfect matching of the largest weight, and potentials whose sums are at least the weights, equal on tight edges. */
function assign(weights: readonly (readonly bigint[])[]) {
  const size = weights.length
  const rows = new Array<bigint>(size).fill(0n)
  const columns = new Array<bigint>(size).fill(0n)
  const rowOf = new Array<number>(size).fill(-1)
  for (let i = 0; i < size; i += 1) {
    rows[i] = (weights[i] ?? []).reduce((most, weight) => (weight > most ? weight : most), 0n)
  }
  for (let start = 0; start < size; start += 1) {
    const slack = new Array<bigint | null>(size).fill(null)
    const via = new Array<number>(size).fill(-1)
    const done = new Array<boolean>(size).fill(false)
    const reached = [start]
    let free = -1
    let at = start
    while (free < 0) {
      let next = -1
      for (let j = 0; j < size; j += 1) {
        if (done[j] === true) continue
        const gap = (rows[at] ?? 0n) + (columns[j] ?? 0n) - (weights[at]?.[j] ?? 0n)
        const known = slack[j] ?? null
        if (known === null || gap < known) {
          slack[j] = gap
          via[j] = at
        }
        if (next < 0 || (slack[j] ?? 0n) < (slack[next] ?? 0n)) next = j
      }
      const step = slack[next] ?? 0n
      for (const row of reached) rows[row] = (rows[row] ?? 0n) - step
      for (let j = 0; j < size; j += 1) {
        if (done[j] === true) columns[j] = (columns[j] ?? 0n) + step
        else slack[j] = (slack[j] ?? 0n) - step
      }
      done[next] = true
      if (rowOf[next] === -1) free = next
      else {
        at = rowOf[next] ?? 0
        reached.push(at)
      }
    }
    for (let column = free; ; ) {
      const row = via[column] ?? start
      const before = rowOf.indexOf(row)
      rowOf[column] = row
      if (row === start) break
      column = before
    }
  }
  const columnOf = new Array<number>(size).fill(0)
  for (const [j, i] of rowOf.entries()) columnOf[i] = j
  return { columnOf, rows, columns }
}
