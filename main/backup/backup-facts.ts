import type { Backup } from '#app/ports/backups'

/** How many documents a backup holds. */
export function documentsIn({ files }: Backup): number {
  return new Set(files.flatMap(({ path }) => /^documents\/([^/]+)\/revisions\//.exec(path)?.[1] ?? [])).size
}

/** The size of all files of a backup, in bytes. */
export function bytesIn({ files }: Backup): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** What the history of an entry says of a restore. */
export function whyOf({ at }: Backup): string {
  return `Restored from the backup of ${at}`
}
