/** One record of a CSV file. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** Line on which it begins, from 1. */
  readonly line: number
  /** A quoted cell had no end. */
  readonly open: boolean
}

/**
 * The records of a CSV text (RFC 4180; LF, CRLF or CR as line ends; without a byte order mark). Blank lines are none.
 * Total: a quote within an unquoted cell, and text after a closing quote, stand for themselves.
 */
export function readRecords(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let at = 0
  let line = 1
  let begins = 1
  while (at < text.length) {
    const cell = readCell(text, at, separator)
    cells.push(cell.value)
    line += countLines(text, at, cell.end)
    at = cell.end
    if (text.charAt(at) === separator) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    if (cells.length > 1 || cells[0] !== '') records.push({ cells, line: begins, open: cell.open })
    cells = []
    if (at >= text.length) break
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    begins = line
  }
  return records
}

interface Cell {
  readonly value: string
  readonly end: number
  readonly open: boolean
}

/** The cell at `at`; `end` is the index of the separator or line end after it, or the length of the text. */
function readCell(text: string, at: number, separator: string): Cell {
  if (text.charAt(at) !== '"') {
    const end = endOfCell(text, at, separator)
    return { value: text.slice(at, end), end, open: false }
  }
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { value: value + text.slice(from), end: text.length, open: true }
    value += text.slice(from, quote)
    from = quote + 1
    if (text.charAt(from) !== '"') break
    value += '"'
    from += 1
  }
  const end = endOfCell(text, from, separator)
  return { value: value + text.slice(from, end), end, open: false }
}

function endOfCell(text: string, from: number, separator: string): number {
  let end = from
  while (end < text.length) {
    const char = text.charAt(end)
    if (char === separator || char === '\n' || char === '\r') break
    end += 1
  }
  return end
}

function countLines(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}
