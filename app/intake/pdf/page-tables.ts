import type { Line } from './lines'
import { isMarker } from './markers'
import type { Region } from './reading-order'

/** A row of a table: its cells from left to right, each with its lines. */
export type Cells = readonly (readonly Line[])[]

/** Lines of prose, or rows of a table, in reading order. A line that a tab parts is one line. */
export type RegionPart =
  | { readonly is: 'lines'; readonly lines: readonly Line[] }
  | { readonly is: 'table'; readonly rows: readonly Cells[] }

/** Parts a region into prose and tables: two rows or more whose cells stand below each other are a table. */
export function partsOfRegion(region: Region): RegionPart[] {
  const parts: RegionPart[] = []
  let grid: Line[][][] = []
  let prose: Line[] = []
  const flushProse = () => {
    if (prose.length > 0) parts.push({ is: 'lines', lines: prose })
    prose = []
  }
  const flushGrid = () => {
    const rows = grid
    grid = []
    if (rows.length >= 2 && rows.slice(1).every((row, i) => areAligned(rows[i] ?? [], row))) {
      flushProse()
      parts.push({ is: 'table', rows })
    } else for (const row of rows) prose.push(...asLines(row))
  }
  for (const row of region.rows.map(withMarker)) {
    const last = grid[grid.length - 1]
    if (last !== undefined && goesOn(last, row)) continue
    if (row.length >= 2) grid.push(row.map(line => [line]))
    else {
      flushGrid()
      prose.push(...row)
    }
  }
  flushGrid()
  flushProse()
  return parts
}

/** A row whose first line is the marker of an item has it in front of the item's text. */
function withMarker(row: readonly Line[]): readonly Line[] {
  const [first, second, ...others] = row
  const marker = first?.pieces.length === 1 ? first.pieces[0]?.text : undefined
  if (first === undefined || second === undefined || marker === undefined || !isMarker(marker)) return row
  return [joinLine(first, second), ...others]
}

function joinLine(a: Line, b: Line): Line {
  return { ...b, pieces: [...a.pieces, ...b.pieces], x: a.x, n: a.n }
}

/** Puts the lines of a row into the cells of the row above when all of them go on there: the cells are of several lines. */
function goesOn(above: Line[][], row: readonly Line[]): boolean {
  const cells = row.map(line => above.findIndex((_, i) => fits(above, i, line)))
  if (cells.some(cell => cell < 0)) return false
  row.forEach((line, i) => {
    above[cells[i] ?? 0]?.push(line)
  })
  return true
}

function fits(row: readonly (readonly Line[])[], i: number, line: Line): boolean {
  const cell = row[i]
  const last = cell?.[cell.length - 1]
  const first = cell?.[0]
  if (last === undefined || first === undefined) return false
  const from =
    row[i - 1]?.reduce((x, { right }) => Math.max(x, right), Number.NEGATIVE_INFINITY) ?? Number.NEGATIVE_INFINITY
  const to =
    row[i + 1]?.reduce((x, other) => Math.min(x, other.x), Number.POSITIVE_INFINITY) ?? Number.POSITIVE_INFINITY
  if (line.x <= from || line.right >= to) return false
  if (line.y - last.y > 1.6 * last.size || Math.abs(line.size - last.size) > 1) return false
  const end = last.pieces.reduce((n, piece) => Math.max(n, piece.n), 0)
  if (line.n === end + 1) return line.x < last.right && line.right > last.x
  return i > 0 && Math.abs(line.x - first.x) <= 2 && line.y - last.y <= 1.3 * last.size
}

/** True when half of the cells of the shorter row begin, end or have their middle where one of the other has. */
function areAligned(a: Cells, b: Cells): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const spans = (cells: Cells) =>
    cells.map(cell => ({
      x: Math.min(...cell.map(line => line.x)),
      right: Math.max(...cell.map(({ right }) => right)),
    }))
  const others = spans(many)
  const hits = spans(few).filter(({ x, right }) =>
    others.some(
      other =>
        Math.abs(other.x - x) <= 3 ||
        Math.abs(other.right - right) <= 3 ||
        Math.abs(other.x + other.right - x - right) <= 6,
    ),
  )
  return hits.length * 2 >= few.length && hits.length >= 2
}

/** A row that is no table, as lines: one line with its parts side by side, below it what its cells have more. */
function asLines(row: Cells): Line[] {
  const firsts = row.flatMap(cell => cell[0] ?? [])
  const rest = row.flatMap(cell => cell.slice(1))
  const [first] = firsts
  const last = firsts[firsts.length - 1]
  if (first === undefined || last === undefined) return rest
  return [{ ...first, pieces: firsts.flatMap(({ pieces }) => pieces), right: last.right }, ...rest]
}
