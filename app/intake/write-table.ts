import type { BlockWriter } from './block-writer'

/** A row of a table of a format, with its cells as the format has them. */
export interface TableRow<Cell> {
  readonly header: boolean
  readonly cells: readonly Cell[]
}

/**
 * Writes a table as a block for each row. One that only lays the page out, by `layout` or because no row has two cells, is the
 * text of its cells; so is one inside a cell.
 */
export function writeTable<Cell>(
  writer: BlockWriter,
  rows: readonly TableRow<Cell>[],
  layout: boolean,
  writeCell: (cell: Cell) => void,
): void {
  if (layout || writer.inRow || rows.every(({ cells }) => cells.length < 2)) {
    for (const { cells } of rows) for (const cell of cells) writeCell(cell)
    return
  }
  const n = writer.nextTable()
  for (const { header, cells } of rows) {
    writer.beginRow(n, header)
    for (const cell of cells) {
      writer.beginCell()
      writeCell(cell)
    }
    writer.endRow()
  }
}
