import { type Line, textOfLine } from './lines'

/** The lines of a page, and what of them is at its edges only because every page has it. */
export interface PageLines {
  readonly lines: readonly Line[]
  readonly height: number
}

/** True for a text that can only be the number of a page. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text)
}

/** How many rows from the upper and from the lower edge of a page can be a head or a foot. */
const edgeRows = 4
const pageNumber = /^\W*(?:(?:page|seite|p\.|pg\.?)\s*)?(\d{1,4})(?:\s*(?:of|\/|von|de|sur)\s*(\d{1,4}))?\W*$/i

/**
 * The lines of each page that are running heads, running feet and numbers of pages: at its edge, with the same words at the same
 * place on another page, where a number may count the pages; and what a browser prints around a page.
 */
export function findRunningHeads(pages: readonly PageLines[]): Set<Line> {
  const edges = pages.map(page => ({ page, rows: rowsAtEdges(page) }))
  const seen = new Map<string, { page: number; line: Line }[]>()
  edges.forEach(({ rows }, page) => {
    for (const line of new Set([...rows.top, ...rows.bottom].flat())) {
      const key = wordsOf(line)
      const known = seen.get(key)
      if (known === undefined) seen.set(key, [{ page, line }])
      else known.push({ page, line })
    }
  })
  const heads = new Set<Line>()
  edges.forEach(({ rows }, page) => {
    const printed = printedByBrowser(rows.bottom[0] ?? [], page, pages.length)
    for (const edge of [rows.top, rows.bottom]) {
      for (const row of edge) {
        const own = row.every(line => repeats(line, page, seen, pages.length) || isNumberOf(line, page, pages.length))
        if (!own && !(printed && row === edge[0] && (edge === rows.bottom || row.some(hasDate)))) break
        for (const line of row) heads.add(line)
      }
    }
  })
  return heads
}

/** The rows of lines from each edge inwards. */
function rowsAtEdges({ lines }: PageLines): { top: Line[][]; bottom: Line[][] } {
  const rows: Line[][] = []
  const flat = lines.filter(({ pieces }) => !pieces.some(({ turned }) => turned)).sort((a, b) => a.y - b.y)
  for (const line of flat) {
    const row = rows[rows.length - 1]
    if (row?.[0] !== undefined && line.y - row[0].y <= line.size * 0.4) row.push(line)
    else rows.push([line])
  }
  return { top: rows.slice(0, edgeRows), bottom: rows.slice(-edgeRows).reverse() }
}

function wordsOf(line: Line): string {
  return textOfLine(line).replace(/\s+/g, ' ').replace(/\d+/g, '#')
}

function repeats(
  line: Line,
  page: number,
  seen: ReadonlyMap<string, readonly { page: number; line: Line }[]>,
  pages: number,
): boolean {
  const text = textOfLine(line)
  const same = (seen.get(wordsOf(line)) ?? []).filter(
    other =>
      other.page !== page &&
      Math.abs(other.line.y - line.y) <= 4 &&
      Math.abs(other.line.size - line.size) <= 0.5 &&
      (textOfLine(other.line) === text || countsPages(text, textOfLine(other.line), other.page - page)),
  )
  const on = new Set([page, ...same.map(other => other.page)])
  // Of few pages on all, or on all but the first; a page that is there twice is no head.
  if (pages > 4) return on.size >= 3
  return on.size > 1 && (on.size === pages || (on.size === pages - 1 && !on.has(0)))
}

/** True when two texts differ only in numbers that grow as the pages do. */
function countsPages(text: string, other: string, pages: number): boolean {
  const [a, b] = [text.match(/\d+/g) ?? [], other.match(/\d+/g) ?? []]
  return a.every((number, i) => number === b[i] || Number(b[i]) - Number(number) === pages)
}

/** `Page 2 of 3`, `2/3` and `- 2 -` where that is so, also on a page alone. */
function isNumberOf(line: Line, page: number, pages: number): boolean {
  const text = textOfLine(line).trim()
  const match = pageNumber.exec(text)
  if (match === null || Number(match[1]) !== page + 1) return false
  return match[2] === undefined ? pages > 1 || !/^\d+$/.test(text) : Number(match[2]) === pages
}

/** The last row of a page that a browser printed: the address and the number of the page. */
function printedByBrowser(row: readonly Line[], page: number, pages: number): boolean {
  const texts = row.map(line => textOfLine(line).trim())
  return texts.includes(`${page + 1}/${pages}`) && texts.some(text => /^(?:https?|file):\/\/\S+$/.test(text))
}

function hasDate(line: Line): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}/.test(textOfLine(line))
}
