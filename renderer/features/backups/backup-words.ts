import type { BackupReason, BackupRow, RestoreRow } from '#app/contract/backup-values'
import { counted } from '../words/kind-words'

export const reasonWords: { readonly [R in BackupReason]: string } = {
  daily: 'Daily',
  import: 'Before an import',
  migration: 'Before a change of format',
  receive: 'Before receiving',
  'bulk-delete': 'Before removing many',
  purge: 'Before emptying the bin',
  restore: 'Before a restore',
  repair: 'Before a repair',
  manual: 'By hand',
}

/** Bytes as people read them: `1.5 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  for (; size >= 1000 && unit < units.length - 1; unit += 1) size /= 1000
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}

/** `2 documents · 14 files · 81 kB`. */
export function contentWords({ documents, files, bytes }: BackupRow): string {
  return [counted(documents, 'document', 'documents'), counted(files, 'file', 'files'), sizeWords(bytes)].join(' · ')
}

/** Whether a backup is whole. */
export function stateWords({ missing }: BackupRow): string {
  if (missing === 0) return 'Whole: every file was read back when it was made.'
  return `Not whole: ${counted(missing, 'file is', 'files are')} missing or damaged.`
}

/** What a restore would do to a document or register, part by part. */
export function restoreWords({ files, back, changed, removed, left }: RestoreRow): string[] {
  const parts = [
    ...(files === 0
      ? []
      : [`${counted(files, 'missing or damaged file comes', 'missing or damaged files come')} back`]),
    ...(back === 0 ? [] : [`${counted(back, 'entry comes', 'entries come')} back`]),
    ...(changed === 0 ? [] : [`${counted(changed, 'entry is', 'entries are')} set back`]),
    ...(removed === 0 ? [] : [`${counted(removed, 'entry', 'entries')} made since ${removed === 1 ? 'goes' : 'go'}`]),
    ...(left.length === 0 ? [] : [`${left.join(', ')}: stays as it is now`]),
  ]
  return parts.length === 0 ? ['lost changes come back'] : parts
}
