/**
 * Sets `'` before a cell that a spreadsheet would take for a formula (`= + - @`, TAB or CR at its start), and before
 * one that begins with `'`, so that it can be undone. See OWASP, "CSV Injection".
 */
export function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r']/.test(cell) ? `'${cell}` : cell
}

/** Inverse of `escapeFormula`; a cell that it cannot have written is left as it is. */
export function unescapeFormula(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell
}
