import { type Line, textOfLine } from './lines'
import { withoutStart } from './markers'
import type { Paragraph } from './paragraphs'
import type { Piece } from './pdf-page'

const label = /^(?:\d{1,3}|[ivx]{1,4}|[*†‡§]{1,3})$/

/** True for a small piece that stands higher than its line. */
export function isRaised(piece: Piece, line: Line): boolean {
  return piece.size <= line.size * 0.9 && piece.y < line.y - 0.12 * line.size
}

/** True for a small piece that stands lower than its line. */
export function isLowered(piece: Piece, line: Line): boolean {
  return piece.size <= line.size * 0.9 && piece.y > line.y + 0.05 * line.size
}

/** The text without notes and their labels, the notes without labels, and what stands below notes on their pages. */
export interface TextAndNotes {
  readonly parts: readonly (readonly Paragraph[])[]
  readonly notes: readonly Paragraph[]
  readonly feet: readonly Paragraph[]
}

/**
 * Takes footnotes and endnotes out of the text, without the labels that tie them to it: intake has notes after the text in other
 * formats too. A note is a paragraph that begins with a label that stands raised in the text before: at the end of a page,
 * in smaller letters, or with the label close to its first word.
 */
export function takeNotes(parts: readonly (readonly Paragraph[])[]): TextAndNotes {
  const paragraphs = parts.flat()
  const labels = labelsOf(paragraphs)
  const notes = new Map<Paragraph, string>()
  const used = new Set<string>()
  let page = -1
  let isEnd = true
  for (const paragraph of labels.size === 0 ? [] : paragraphs.reverse()) {
    if (paragraph.page !== page) isEnd = true
    page = paragraph.page
    const own = labelAtStart(paragraph, labels)
    if (own === null || used.has(own.label) || !(isEnd || own.isClose || own.isSmall)) isEnd = false
    else {
      notes.set(paragraph, own.label)
      used.add(own.label)
    }
  }
  if (notes.size === 0) return { parts, notes: [], feet: [] }
  const isFoot = (paragraph: Paragraph) =>
    !notes.has(paragraph) &&
    [...notes.keys()].some(note => note.page === paragraph.page && topOf(note) < topOf(paragraph))
  const isText = (paragraph: Paragraph) => !notes.has(paragraph) && !isFoot(paragraph)
  return {
    parts: parts.map(part => part.filter(isText).map(own => withoutLabels(own, used))),
    notes: [...notes].reverse().map(([paragraph, label]) => withoutLabel(paragraph, label)),
    feet: parts.flat().filter(isFoot),
  }
}

function topOf({ lines, row }: Paragraph): number {
  return lines[0]?.y ?? row?.cells[0]?.[0]?.y ?? 0
}

interface Label {
  readonly page: number
  readonly size: number
}

/** The raised labels with where they first stand; numbers only so far as they count from 1 (some programs from 0). */
function labelsOf(paragraphs: readonly Paragraph[]): Map<string, Label> {
  const labels = new Map<string, Label>()
  let count: number | null = null
  for (const { lines, page } of paragraphs) {
    for (const line of lines) {
      for (const piece of line.pieces) {
        if (!isRaised(piece, line) || !label.test(piece.text) || labels.has(piece.text)) continue
        if (/^\d/.test(piece.text)) {
          const next = Number(piece.text)
          if (count === null ? next > 1 : next !== count + 1) continue
          count = next
        }
        labels.set(piece.text, { page, size: line.size })
      }
    }
  }
  return labels
}

function labelAtStart({ lines, page, row }: Paragraph, labels: ReadonlyMap<string, Label>) {
  const first = lines[0]
  if (first === undefined || row !== undefined) return null
  const text = textOfLine(first)
  const label = /^(\d{1,3}|[ivx]{1,4}(?=\s|\p{Lu})|[*†‡§]{1,3})(?![\d.,)%])/u.exec(text)?.[1]
  const cited = label === undefined ? undefined : labels.get(label)
  if (label === undefined || cited === undefined || cited.page > page || text.length <= label.length) return null
  return { label, isClose: /[^\s\d]/.test(text.charAt(label.length)), isSmall: first.size < cited.size * 0.95 }
}

function withoutLabel(paragraph: Paragraph, own: string): Paragraph {
  const [first, ...others] = paragraph.lines
  const piece = first?.pieces[0]
  if (first === undefined || piece === undefined) return paragraph
  const rest = withoutStart(first, own, true) ?? { ...first, pieces: first.pieces.slice(1) }
  return { ...paragraph, lines: [rest, ...others] }
}

function withoutLabels(paragraph: Paragraph, used: ReadonlySet<string>): Paragraph {
  const clean = (line: Line): Line => {
    const pieces: Piece[] = []
    let closes = false
    for (const piece of line.pieces) {
      const before = pieces[pieces.length - 1]
      if (used.has(piece.text) && isRaised(piece, line)) closes = true
      else {
        // What stands after the label is now next to what stands before it.
        pieces.push(closes && before !== undefined && !piece.spaced ? { ...piece, n: before.n + 1 } : piece)
        closes = false
      }
    }
    return pieces.length === line.pieces.length ? line : { ...line, pieces }
  }
  const { marker, lines } = paragraph
  return {
    ...paragraph,
    lines: lines.map(clean).filter(({ pieces }) => pieces.length > 0),
    ...(marker === undefined ? {} : { marker: { ...marker, whole: clean(marker.whole) } }),
  }
}
