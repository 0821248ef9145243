import type { Json } from '../model/json'
import type { FileFormat } from './envelope'

/**
 * A step from a schema version to the next: pure, numbered by the version it starts from, and never changed once it was
 * released. It sees one entry of a file as that version wrote it. Texts and their hashes are beyond its reach.
 */
export interface Migration {
  readonly from: number
  entry(entry: Json, format: FileFormat): Json
}

/** All steps, in order: one for each version before the present one. */
export const migrations: readonly Migration[] = []

/** The entries of a file of an older version as the present one has them; the argument itself where nothing changed. */
export function migrateEntries(
  entries: readonly Json[],
  format: FileFormat,
  version: number,
  steps: readonly Migration[] = migrations,
): readonly Json[] {
  const due = steps.filter(({ from }) => from >= version)
  return due.length === 0 ? entries : entries.map(entry => due.reduce((now, step) => step.entry(now, format), entry))
}
