import type { BlockKind } from '../block-writer'
import { type Line, textOfLine } from './lines'
import { type Marker, markerOf } from './markers'
import type { Cells, RegionPart } from './page-tables'

/** A block of the text as lines, before words that lines part are put together. */
export interface Paragraph {
  readonly kind: BlockKind
  readonly lines: readonly Line[]
  readonly page: number
  /** The mark that the file's program or writer put before an item; not among its lines. */
  readonly marker?: Marker
  /** How the mark stands: apart from text that hangs beside it, as a program sets it; further in; or as a first line does. */
  readonly set?: 'apart' | 'indented' | 'first-line'
  /** A row of a table instead of lines; rows with one `table` are of one table. */
  readonly row?: { readonly cells: Cells; readonly header: boolean; readonly table: number }
  /** The structure tree says what it is. */
  readonly tagged?: boolean
  /** Its last line reaches so far that the next word would not have fit. */
  readonly full?: boolean
}

/** What is usual in a document; lengths in points. */
export interface Usual {
  /** Size of most letters. */
  readonly size: number
  /** From baseline to baseline, as a multiple of the size. */
  readonly pitch: number
}

/** Looks at the lines of all regions for what is usual. */
export function usualOf(regions: readonly (readonly Line[])[]): Usual {
  const sizes = new Map<number, number>()
  const pitches = new Map<number, number>()
  for (const lines of regions) {
    lines.forEach((line, i) => {
      const letters = line.pieces.reduce((sum, { text }) => sum + text.length, 0)
      count(sizes, Math.round(line.size * 2) / 2, letters)
      const above = lines[i - 1]
      const pitch = above === undefined ? 0 : (line.y - above.y) / line.size
      if (above !== undefined && Math.abs(above.size - line.size) < 0.3 && pitch > 0.8 && pitch < 2.6) {
        count(pitches, Math.round(pitch * 20) / 20, 1)
      }
    })
  }
  return { size: most(sizes) ?? 12, pitch: most(pitches) ?? 1.2 }
}

function count(counts: Map<number, number>, key: number, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}

function most(counts: ReadonlyMap<number, number>): number | null {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return sorted[0]?.[0] ?? null
}

/** How much larger than the text a line of a heading is at least. */
export const headingSize = 1.14

/** The paragraphs of a part of a column. `right` is where the lines of its column end at most. */
export function paragraphsOf(part: RegionPart, page: number, table: number, right: number, usual: Usual): Paragraph[] {
  if (part.is === 'table') {
    return part.rows.map((cells, i) => ({
      kind: { type: 'paragraph' as const },
      lines: [],
      page,
      row: { cells, header: i === 0 && cells.every(isStrong), table },
    }))
  }
  const left = usualLeft(part.lines)
  const edge = part.lines.reduce((x, line) => Math.min(x, line.x), Number.POSITIVE_INFINITY)
  const paragraphs: Paragraph[] = []
  let open: Line[] = []
  let marker: Marker | null = null
  const flush = () => {
    const last = open[open.length - 1]
    if (last !== undefined) {
      const full = right - last.right < 6 * last.size
      paragraphs.push({ kind: { type: 'paragraph' }, lines: open, page, full, ...markedAs(marker, open[1], edge) })
    }
    open = []
    marker = null
  }
  part.lines.forEach((line, i) => {
    const own = markerOf(line)
    const before = open[open.length - 1]
    if (before === undefined) marker = own
    else if (begins(open, line, part.lines[i + 1], { left, right, usual, own, marker })) {
      flush()
      marker = own
    }
    open.push(open.length === 0 && own !== null ? own.rest : line)
  })
  flush()
  return paragraphs
}

function markedAs(marker: Marker | null, second: Line | undefined, edge: number): Pick<Paragraph, 'marker' | 'set'> {
  if (marker === null) return {}
  const { x, rest, whole } = marker
  const first = whole.pieces[0]
  if (second !== undefined && second.x < x - 0.5 * rest.size) return { marker, set: 'first-line' }
  const isApart = rest.pieces[0]?.n !== first?.n && rest.x - (first?.right ?? x) > 0.5 * rest.size
  const hangs = second !== undefined && second.x > x + 0.5 * rest.size
  if (isApart || hangs) return { marker, set: 'apart' }
  return x > edge + 0.8 * rest.size ? { marker, set: 'indented' } : { marker }
}

function isStrong(cell: readonly Line[]): boolean {
  return cell.every(({ pieces }) => pieces.every(({ strong }) => strong))
}

/** Where most lines begin, of equals the leftmost. */
function usualLeft(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { x } of lines) count(counts, Math.round(x), 1)
  return most(counts) ?? 0
}

interface Around {
  readonly left: number
  readonly right: number
  readonly usual: Usual
  readonly own: Marker | null
  readonly marker: Marker | null
}

/** True when a line begins a paragraph rather than going on with the lines that are open. */
function begins(open: readonly Line[], line: Line, next: Line | undefined, around: Around): boolean {
  const before = open[open.length - 1]
  const first = open[0]
  if (before === undefined || first === undefined) return true
  const { usual, left, right, own, marker } = around
  const step = line.y - before.y
  const size = Math.max(line.size, before.size)
  if (step < 0.3 * size || step > usual.pitch * size * 1.22 + 0.5) return true
  if (Math.abs(line.size - before.size) > 0.08 * size) return true
  const ended = hadRoom(before, line, left, right)
  if (own !== null && (own.kind === 'bullet' || ended || marker?.kind === own.kind)) return true
  if (size >= usual.size * headingSize) return false
  if (ended) return true
  const indent = line.x - before.x
  if (indent > 0.8 * size && marker === null && open.length > 0) {
    const returns = next !== undefined && next.y - line.y < usual.pitch * size * 1.22 && next.x < line.x - 0.8 * size
    if (returns || (next === undefined && open.length > 1)) return true
  }
  return indent < -0.8 * size && open.length > 1 && open.slice(1).every(({ x }) => Math.abs(x - before.x) < 2)
}

/** True when the first word of a line would have had room at the end of the one before: somebody ended it there. */
function hadRoom(before: Line, line: Line, left: number, right: number): boolean {
  const text = textOfLine(line)
  if (/(?:^|\s)[^\s-]\S*[\p{L}\p{N}][-\u2010/—]$/u.test(textOfLine(before)) && /^[\p{L}—]/u.test(text)) return false
  const word = text.split(/\s/, 1)[0] ?? ''
  const width = ((line.right - line.x) * word.length) / Math.max(text.length, 1)
  const middle = (l: Line) => (l.x + l.right) / 2
  const centred = before.x > left + before.size && Math.abs(middle(before) - middle(line)) < 3
  const room = right - before.right + (centred ? Math.max(0, before.x - left) : 0)
  return room > width * 1.1 + 0.4 * before.size
}
