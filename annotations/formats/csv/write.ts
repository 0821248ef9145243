import { columnText } from '../column-text'
import { type Excerpt, excerptColumns } from '../excerpt'
import { escapeFormula } from './formula'

export interface CsvOptions {
  /** Leaves out the `'` before formulas: for programs, not for spreadsheets. */
  readonly raw?: boolean
}

// The browser builds of csv-stringify and csv-parse need the types of Node (`/// <reference types="node" />`), which
// would give this layer `process` and `Buffer`, and carry a Buffer of their own. The tests use them as peers.

/**
 * Excerpts as CSV: RFC 4180 with CRLF, a header, and a byte order mark for spreadsheets. A cell is quoted where it
 * holds a comma, quote or line break, and also for `;` and TAB, which some spreadsheets take for the separator.
 */
export function writeCsv(excerpts: readonly Excerpt[], { raw = false }: CsvOptions = {}): string {
  const header = excerptColumns.map(({ name }) => name)
  const rows = excerpts.map(excerpt =>
    excerptColumns.map(({ name }) => {
      const text = columnText(name, excerpt[name])
      return raw ? text : escapeFormula(text)
    }),
  )
  return `\uFEFF${[header, ...rows].map(cells => `${cells.map(quote).join(',')}\r\n`).join('')}`
}

function quote(cell: string): string {
  return /[",;\t\r\n\uFEFF]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
