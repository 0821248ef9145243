import type { BatchRow } from '#app/contract/values'
import type { ImportState } from './app-state'

/** The state when files begin to be read: anew, or again in the places of rows that are there, or behind them. */
export function begunImport(before: ImportState | undefined, places: readonly number[]): ImportState {
  const rows = before?.rows ?? []
  const again = rows.map((row, at): BatchRow => (places.includes(at) ? { path: row.path, state: 'waiting' } : row))
  return { running: true, rows: again, places, before: rows.length }
}

/** The state with rows that the machine told, by their index among the files that are read; `whole`: there are no others. */
export function withRows(
  importing: ImportState,
  told: readonly (readonly [at: number, row: BatchRow])[],
  whole: boolean,
): ImportState {
  const { places, before } = importing
  const rows = whole ? importing.rows.slice(0, before) : [...importing.rows]
  for (const [at, row] of told) rows[places[at] ?? before + at - places.length] = row
  return { ...importing, rows }
}

/** The state when all these files have an end. */
export function endedImport(importing: ImportState, rows: readonly BatchRow[]): ImportState {
  const all = rows.map((row, at) => [at, row] as const)
  return { ...withRows(importing, all, true), running: false }
}
