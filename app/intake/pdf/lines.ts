import type { Piece } from './pdf-page'

/** Pieces on one baseline, from left to right (from right to left in a script that is written so). */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly x: number
  readonly right: number
  /** The baseline of most of its letters. */
  readonly y: number
  /** The size of most of its letters. */
  readonly size: number
  /** The number of its first piece in the order of the file. */
  readonly n: number
}

/**
 * Gathers pieces that follow each other in the file into lines. With `part` a wide gap parts two lines on one baseline, as
 * between columns and the cells of a table.
 */
export function gatherLines(pieces: readonly Piece[], part: boolean): Line[] {
  const lines: Line[] = []
  let open: Piece[] = []
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let y = 0
  let size = 0
  const flush = () => {
    if (open.length > 0) for (const run of part ? partAtGaps(open) : [open]) lines.push(toLine(run))
    open = []
  }
  for (const piece of pieces) {
    const reach = Math.max(piece.size, size)
    const back = piece.x < right - reach * 0.5
    const near = Math.abs(piece.y - y) <= reach * (back ? 0.1 : 0.55)
    if (open.length === 0 || !near || piece.turned || (back && piece.x < left - reach)) {
      flush()
      left = piece.x
      right = piece.right
      y = piece.y
      size = piece.size
    } else {
      left = Math.min(left, piece.x)
      right = Math.max(right, piece.right)
      // A raised or lowered small piece does not move the line.
      if (piece.size >= size * 0.9) {
        y = piece.y
        size = piece.size
      }
    }
    open.push(piece)
  }
  flush()
  return part ? joinNeighbours(lines) : lines
}

/** True when white space stands between two pieces that are neighbours on a line. */
export function isSpaced(before: Piece, piece: Piece): boolean {
  if (piece.n === before.n + 1) return piece.spaced
  return piece.x - before.right > 0.2 * Math.max(before.size, piece.size) && piece.x > before.x
}

/** The text of a line. */
export function textOfLine({ pieces }: Line): string {
  return pieces.map((piece, i) => (i > 0 && isSpaced(pieces[i - 1] ?? piece, piece) ? ' ' : '') + piece.text).join('')
}

function toLine(run: readonly Piece[]): Line {
  const letters = new Map<string, { count: number; piece: Piece }>()
  let rightToLeft = 0
  let all = 0
  for (const piece of run) {
    const key = `${piece.size.toFixed(1)} ${piece.y.toFixed(1)}`
    const known = letters.get(key) ?? { count: 0, piece }
    known.count += piece.text.length
    letters.set(key, known)
    all += piece.text.length
    rightToLeft += piece.text.match(/[\u0590-\u08ff]/g)?.length ?? 0
  }
  const usual = [...letters.values()].reduce((a, b) => (b.count > a.count ? b : a)).piece
  const sorted = [...run].sort((a, b) => a.x - b.x || a.n - b.n)
  if (rightToLeft * 2 > all) sorted.reverse()
  return {
    pieces: sorted,
    x: run.reduce((x, piece) => Math.min(x, piece.x), Number.POSITIVE_INFINITY),
    right: run.reduce((x, piece) => Math.max(x, piece.right), Number.NEGATIVE_INFINITY),
    y: usual.y,
    size: usual.size,
    n: run.reduce((n, piece) => Math.min(n, piece.n), Number.POSITIVE_INFINITY),
  }
}

/** Parts a line where the gap is wider than any between the words of a justified line. */
function partAtGaps(run: readonly Piece[]): Piece[][] {
  const sorted = [...run].sort((a, b) => a.x - b.x || a.n - b.n)
  const gaps = sorted.map((piece, i) => (i === 0 ? 0 : (piece.x - (sorted[i - 1]?.right ?? 0)) / piece.size))
  const wide = gaps.filter(gap => gap > 0.6).sort((a, b) => a - b)
  const usual = wide.length >= 4 ? (wide[Math.floor(wide.length / 2)] ?? 0) : 0
  const limit = Math.max(1, Math.min(usual * 1.6, 2.5))
  const parts: Piece[][] = []
  sorted.forEach((piece, i) => {
    const open = parts[parts.length - 1]
    if (open === undefined || (gaps[i] ?? 0) > limit) parts.push([piece])
    else open.push(piece)
  })
  return parts
}

/** Joins lines that stand on one baseline with no more than a space between them, though the file draws others between. */
function joinNeighbours(lines: readonly Line[]): Line[] {
  const byPlace = [...lines].sort((a, b) => a.y - b.y || a.x - b.x)
  const joined = new Map<Line, Line>()
  const current = (line: Line): Line => {
    const next = joined.get(line)
    return next === undefined ? line : current(next)
  }
  for (let i = 0; i < byPlace.length; i++) {
    const at = byPlace[i]
    if (at === undefined || at.pieces.some(({ turned }) => turned)) continue
    for (let j = i + 1; j < byPlace.length; j++) {
      const other = byPlace[j]
      if (other === undefined || other.y - at.y > at.size * 0.1) break
      const [a, b] = [current(at), current(other)]
      if (a === b || b.pieces.some(({ turned }) => turned)) continue
      const gap = Math.max(a.x, b.x) - Math.min(a.right, b.right)
      if (gap < -0.3 * a.size || gap > 0.5 * Math.min(a.size, b.size) || Math.abs(a.size - b.size) > a.size * 0.3)
        continue
      const one = toLine([...a.pieces, ...b.pieces])
      joined.set(a, one)
      joined.set(b, one)
    }
  }
  return [...new Set(lines.map(current))]
}
