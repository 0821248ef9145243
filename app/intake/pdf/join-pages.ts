import { textOfLine } from './lines'
import type { Paragraph } from './paragraphs'

/**
 * Joins what the end of a page or column parted: the last paragraph before it and the first after it are one when they are of one
 * kind and size and the first does not end as a sentence does, or the second begins in the middle of one.
 */
export function joinParted(parts: readonly (readonly Paragraph[])[]): Paragraph[] {
  const joined: Paragraph[] = []
  for (const part of parts) {
    const [first, ...others] = part
    const last = joined[joined.length - 1]
    if (first === undefined) continue
    if (last !== undefined && goesOn(last, first)) {
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...first.lines] }
    } else joined.push(first)
    for (const paragraph of others) joined.push(paragraph)
  }
  return joined
}

function goesOn(before: Paragraph, after: Paragraph): boolean {
  const [end, start] = [before.lines[before.lines.length - 1], after.lines[0]]
  if (end === undefined || start === undefined || before.row !== undefined || after.row !== undefined) return false
  if (after.marker !== undefined || Math.abs(end.size - start.size) > end.size * 0.05) return false
  const kinds = [before.kind.type, after.kind.type]
  if (kinds[0] === 'heading' || kinds[1] === 'heading') return false
  if (kinds[1] === 'item' && !(kinds[0] === 'item' && after.tagged === true)) return false
  const [text, next] = [textOfLine(end), textOfLine(start)]
  if (/^\p{Ll}/u.test(next)) return before.full !== false || !/[.!?:][”"’')\]]*$/.test(text)
  // A line alone is as likely a title.
  const isProse = before.lines.length > 1 && before.full === true
  return isProse && !/[.!?:…][”"’')\]]*\d?$/.test(text) && /^[\p{L}\p{N}(“"‘']/u.test(next)
}
