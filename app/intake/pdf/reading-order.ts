import type { Line } from './lines'

/** Lines below each other in one column of a page, each row of it from left to right. */
export interface Region {
  readonly rows: readonly (readonly Line[])[]
}

/** Fewest lines on each side of a gap that parts two columns. */
const fewestLines = 3
/** Deepest nesting of columns that is looked for. */
const maxDepth = 4

/** The lines of a page as regions in reading order: what is above columns, each column, what is below. */
export function inReadingOrder(lines: readonly Line[], depth = 0): Region[] {
  if (lines.length === 0) return []
  const band = depth >= maxDepth ? null : findColumns(lines)
  if (band === null) return [{ rows: rowsOf(lines) }]
  const { top, bottom, gap } = band
  const inside = lines.filter(({ y }) => top <= y && y <= bottom)
  return [
    ...inReadingOrder(
      lines.filter(({ y }) => y < top),
      depth + 1,
    ),
    ...inReadingOrder(
      inside.filter(({ x }) => x < gap),
      depth + 1,
    ),
    ...inReadingOrder(
      inside.filter(({ x }) => x >= gap),
      depth + 1,
    ),
    ...inReadingOrder(
      lines.filter(({ y }) => y > bottom),
      depth + 1,
    ),
  ]
}

interface Band {
  /** Baselines of its first and last line. */
  readonly top: number
  readonly bottom: number
  /** In the gap between the columns. */
  readonly gap: number
  readonly lines: number
}

/** The tallest part of a page that an empty gap parts into two columns. */
function findColumns(lines: readonly Line[]): Band | null {
  const byY = [...lines].sort((a, b) => a.y - b.y)
  const rights = [...new Set(byY.map(({ right }) => Math.ceil(right)))].sort((a, b) => a - b)
  let best: Band | null = null
  for (const gap of thin(rights)) {
    let run: Line[] = []
    const weigh = () => {
      const band = bandOf(run, gap)
      if (band !== null && band.lines > (best?.lines ?? 0)) best = band
      run = []
    }
    for (const line of byY) {
      if (line.x < gap && line.right > gap + line.size * 0.7) weigh()
      else if (line.x < gap + line.size * 0.7 && line.right > gap) weigh()
      else run.push(line)
    }
    weigh()
  }
  return best
}

/** At most 80 of the places. */
function thin(places: readonly number[]): number[] {
  const step = Math.ceil(places.length / 80)
  return places.filter((_, i) => i % step === 0)
}

function bandOf(found: readonly Line[], gap: number): Band | null {
  const run = trim(found, gap)
  const left = run.filter(({ x }) => x < gap)
  const right = run.filter(({ x }) => x >= gap)
  if (left.length < fewestLines || right.length < fewestLines || !areColumns(run, gap)) return null
  return {
    top: run[0]?.y ?? 0,
    bottom: run[run.length - 1]?.y ?? 0,
    gap,
    lines: Math.min(left.length, right.length),
  }
}

/**
 * Without what stands beside nothing: above the columns on the right and drawn before the left one, or below them on one side
 * and drawn after the other.
 */
function trim(run: readonly Line[], gap: number): readonly Line[] {
  const isLeft = ({ x }: Line) => x < gap
  const leftBegins = run.filter(isLeft).reduce((n, line) => Math.min(n, line.n), Number.POSITIVE_INFINITY)
  const from = run.findIndex(line => isLeft(line) || line.n > leftBegins)
  if (from < 0) return []
  const last = run[run.length - 1]
  const others = last === undefined ? [] : run.filter(line => isLeft(line) !== isLeft(last))
  const otherEnds = others.reduce((n, line) => Math.max(n, line.n), -1)
  let to = run.length
  if (turnsOf(run, gap) > 2) return run.slice(from) // drawn line by line across both
  for (let line = last; line !== undefined && to > from; line = run[to - 1]) {
    if (last === undefined || isLeft(line) !== isLeft(last) || !isLeft(last) || line.n < otherEnds) break
    to -= 1
  }
  return run.slice(from, to)
}

/**
 * Columns, not a table: the file draws one side and then the other; or it goes from side to side with every line, and both
 * sides are prose that fills its lines.
 */
function areColumns(run: readonly Line[], gap: number): boolean {
  const turns = turnsOf(run, gap)
  if (turns <= 1) return true
  const sides = [run.filter(({ x }) => x < gap), run.filter(({ x }) => x >= gap)]
  return turns >= Math.min(...sides.map(({ length }) => length)) * 1.2 && sides.every(isProse)
}

/** How often the file goes from one side of a gap to the other as it draws. */
function turnsOf(run: readonly Line[], gap: number): number {
  const drawn = [...run].sort((a, b) => a.n - b.n)
  return drawn.filter(({ x }, i) => i > 0 && (drawn[i - 1]?.x ?? 0) < gap !== x < gap).length
}

function isProse(side: readonly Line[]): boolean {
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ x }) => x))
  const words = side.reduce(
    (sum, { pieces }) =>
      sum +
      pieces
        .map(({ text }) => text)
        .join(' ')
        .split(' ').length,
    0,
  )
  const full = side.filter(({ x, right }) => right - x > width * 0.7).length
  return words / side.length >= 4 && full >= side.length * 0.6
}

/** Lines of about one baseline as rows, from above; each from left to right. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows[rows.length - 1]
    const first = row?.[0]
    if (row !== undefined && first !== undefined && line.y - first.y <= Math.min(line.size, first.size) * 0.35) {
      row.push(line)
    } else rows.push([line])
  }
  return rows.map(row => row.sort((a, b) => a.x - b.x))
}
