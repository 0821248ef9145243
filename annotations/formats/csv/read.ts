import { ok, problem } from '../../model/result'
import { type ColumnName, excerptColumns, otherColumns } from '../excerpt'
import type { ExcerptRow, ReadExcerpts } from '../excerpt-row'
import { rowSha256 } from '../row-sha256'
import { unescapeFormula } from './formula'
import { type CsvRecord, readRecords } from './records'

const names: ReadonlyMap<string, ColumnName> = new Map(excerptColumns.map(({ name }) => [name, name]))

/**
 * Reads excerpts from CSV, with or without a byte order mark, whatever the order of the columns; columns of other names
 * are only named, and where one stands twice no row can be read. The `'` before formulas is taken off, except in a row whose hash shows that it was written raw. The
 * separator is the comma, or what a spreadsheet made of it (`;`, TAB). `not-excerpts`: the header names no annotation
 * or no hash.
 */
export function readCsv(text: string): ReadExcerpts {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const [header, ...records] = readRecords(body, separatorOf(body))
  const written = header?.cells.map(cell => cell.trim()) ?? []
  const columns = written.map(cell => names.get(cell))
  if (!columns.includes('annotation_id') || !columns.includes('row_sha256')) return problem('not-excerpts')
  const others = otherColumns(written).filter(name => name !== '' || records.some(isLonger))
  const isTwice = columns.some((name, i) => name !== undefined && columns.indexOf(name) < i)
  return ok(
    records.map((record, i) => ({
      ...toRow(record, i + 1, columns),
      ...(others.length === 0 ? {} : { others }),
      ...(isTwice ? { broken: true as const } : {}),
    })),
  )

  /** A column without a name has something in it. */
  function isLonger({ cells }: CsvRecord): boolean {
    return written.some((name, i) => name === '' && (cells[i] ?? '').trim() !== '')
  }
}

function toRow(
  { cells, line, open }: CsvRecord,
  row: number,
  columns: readonly (ColumnName | undefined)[],
): ExcerptRow {
  const raw = new Map<ColumnName, string>()
  columns.forEach((name, i) => {
    const cell = cells[i]
    if (name !== undefined && cell !== undefined && !raw.has(name)) raw.set(name, cell)
  })
  const escaped = new Map([...raw].map(([name, cell]) => [name, unescapeFormula(cell)] as const))
  const isRaw = rowSha256(escaped) !== raw.get('row_sha256') && rowSha256(raw) === raw.get('row_sha256')
  const texts = isRaw ? raw : escaped
  return { row, line, texts, ...(open || cells.length !== columns.length ? { broken: true as const } : {}) }
}

function separatorOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  const countOf = (separator: string): number => firstLine.split(separator).length
  return [';', '\t'].reduce((best, other) => (countOf(other) > countOf(best) ? other : best), ',')
}
