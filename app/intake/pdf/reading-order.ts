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
  if (left.length < fewestLines || right.length < fewestLines ? !isLastOfText(left, right) : !areColumns(run, gap))
    return null
  return {
    top: run[0]?.y ?? 0,
    bottom: run[run.length - 1]?.y ?? 0,
    gap,
    lines: Math.min(left.length, right.length),
  }
}

/**
 * Without what stands beside nothing: a head or foot far from both columns; above them on the right and drawn before the left one;
 * below them on the left and drawn after the right one.
 */
function trim(all: readonly Line[], gap: number): readonly Line[] {
  const run = withoutEdges(all)
  const isLeft = ({ x }: Line) => x < gap
  const leftBegins = run.filter(isLeft).reduce((n, line) => Math.min(n, line.n), Number.POSITIVE_INFINITY)
  const from = run.findIndex(line => isLeft(line) || line.n > leftBegins)
  if (from < 0) return []
  if (isDrawnAcross(run, gap)) return run.slice(from)
  const rightEnds = run.filter(line => !isLeft(line)).reduce((n, line) => Math.max(n, line.n), -1)
  let to = run.length
  for (let line = run[to - 1]; line !== undefined && to > from; line = run[to - 1]) {
    if (!isLeft(line) || line.n < rightEnds) break
    to -= 1
  }
  return run.slice(from, to)
}

/** A gap that no lines of a column have between them, in sizes of its letters. */
const farApart = 2.6
/** How many lines a head or foot has at most that stands far from the columns. */
const edgeLines = 4

function withoutEdges(run: readonly Line[]): readonly Line[] {
  const isFar = (above: Line | undefined, below: Line | undefined) =>
    above !== undefined && below !== undefined && below.y - above.y > farApart * Math.max(above.size, below.size)
  let from = 0
  for (let i = 1; i <= Math.min(edgeLines, run.length - 1); i++) if (isFar(run[i - 1], run[i])) from = i
  let to = run.length
  for (let i = run.length - 1; i >= Math.max(run.length - edgeLines, from + 1); i--)
    if (isFar(run[i - 1], run[i])) to = i
  return run.slice(from, to)
}

/**
 * Columns, not a table: the file draws one side and then the other, but for a few lines; or it goes from side to side with every
 * line, and both sides are prose that fills its lines.
 */
function areColumns(run: readonly Line[], gap: number): boolean {
  const sides = [run.filter(({ x }) => x < gap), run.filter(({ x }) => x >= gap)]
  if (outOfPlace(run, gap) <= Math.floor(0.15 * Math.min(...sides.map(({ length }) => length)))) return true
  return isDrawnAcross(run, gap) && sides.every(isProse)
}

/** The last column of a text that ends after a line or two: beside a long one, at its top, and drawn after it. */
function isLastOfText(left: readonly Line[], right: readonly Line[]): boolean {
  const [first] = right
  if (first === undefined || left.length < 8 || !isProse(left)) return false
  const end = left.reduce((n, line) => Math.max(n, line.n), 0)
  return right.every(({ n }) => n > end) && first.y < (left[1]?.y ?? 0)
}

/** How many lines the file does not draw with their side, when it draws the left or the right one first. */
function outOfPlace(run: readonly Line[], gap: number): number {
  const drawn = [...run].sort((a, b) => a.n - b.n).map(({ x }) => x < gap)
  const lefts = drawn.filter(left => left).length
  let leftFirst = lefts // lines out of place when all that is drawn were the right side
  let rightFirst = drawn.length - lefts
  let best = Math.min(leftFirst, rightFirst)
  for (const left of drawn) {
    leftFirst += left ? -1 : 1
    rightFirst += left ? 1 : -1
    best = Math.min(best, leftFirst, rightFirst)
  }
  return best
}

/** True when the file draws from side to side as it goes down. */
function isDrawnAcross(run: readonly Line[], gap: number): boolean {
  const drawn = [...run].sort((a, b) => a.n - b.n)
  const turns = drawn.filter(({ x }, i) => i > 0 && (drawn[i - 1]?.x ?? 0) < gap !== x < gap).length
  const lefts = run.filter(({ x }) => x < gap).length
  return turns >= Math.min(lefts, run.length - lefts) * 1.2
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
