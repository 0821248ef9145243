import type { BlockKind, BlockWriter, Format } from '../block-writer'
import { writeTable } from '../write-table'
import type { Hyphens } from './hyphens'
import { isSpaced, type Line, textOfLine } from './lines'
import { isLowered, isRaised } from './notes'
import type { Paragraph } from './paragraphs'
import type { Piece } from './pdf-page'

/** Writes paragraphs as blocks, the words put together that lines part. */
export function writeParagraphs(writer: BlockWriter, paragraphs: readonly Paragraph[], hyphens: Hyphens): void {
  for (let i = 0; i < paragraphs.length; ) {
    const paragraph = paragraphs[i]
    if (paragraph === undefined) break
    const table = paragraph.row?.table
    if (table === undefined) {
      if (paragraph.lines.length > 0) {
        writer.begin(paragraph.kind)
        writeLines(writer, paragraph.lines, hyphens, paragraph.kind)
        writer.end()
      }
      i += 1
      continue
    }
    let end = i
    while (paragraphs[end]?.row?.table === table) end += 1
    const rows = paragraphs.slice(i, end).flatMap(({ row }) => (row === undefined ? [] : [row]))
    writeTable(writer, rows, false, cell => {
      writer.begin({ type: 'paragraph' })
      writeLines(writer, cell, hyphens, null)
      writer.end()
    })
    i = end
  }
}

function writeLines(writer: BlockWriter, lines: readonly Line[], hyphens: Hyphens, kind: BlockKind | null): void {
  // The look of a heading is that of all of it, and says nothing of its words.
  const plain = kind?.type === 'heading'
  const parts: { text: string; format: Format }[] = []
  // A line with spaces, or of one word together with what it goes on from.
  let end = ''
  let closed = false
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before !== undefined) {
      end = /^\S+$/.test(textOfLine(before)) && closed ? end + textOfLine(before) : textOfLine(before)
      const seam = hyphens.seam(end, textOfLine(line))
      closed = seam === 'close'
      const last = parts[parts.length - 1]
      if (seam === 'without-hyphen' && last !== undefined) last.text = last.text.slice(0, -1)
      else if (seam === 'space')
        parts.push({ text: ' ', format: shared(last?.format, formatOf(line.pieces[0], line, plain)) })
    }
    line.pieces.forEach((piece, j) => {
      const format = formatOf(piece, line, plain)
      const neighbour = line.pieces[j - 1]
      if (neighbour !== undefined && isSpaced(neighbour, piece)) {
        parts.push({ text: ' ', format: shared(formatOf(neighbour, line, plain), format) })
      }
      parts.push({ text: piece.text, format })
    })
  })
  for (const { text, format } of parts) writer.text(text, format)
}

function formatOf(piece: Piece | undefined, line: Line, plain: boolean): Format {
  if (piece === undefined) return {}
  const { strong, em, href } = piece
  return {
    ...(strong && !plain ? { strong } : {}),
    ...(em && !plain ? { em } : {}),
    ...(href === undefined ? {} : { href }),
    ...(isRaised(piece, line) ? { sup: true } : isLowered(piece, line) ? { sub: true } : {}),
  }
}

/** What a space between two formats has: what both have. */
function shared(a: Format | undefined, b: Format): Format {
  if (a === undefined) return {}
  return {
    ...(a.strong === true && b.strong === true ? { strong: true } : {}),
    ...(a.em === true && b.em === true ? { em: true } : {}),
    ...(a.href !== undefined && a.href === b.href ? { href: a.href } : {}),
  }
}
