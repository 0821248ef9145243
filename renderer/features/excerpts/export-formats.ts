import type { ExportFormat } from '../../state/excerpt-state'

export interface FormatWords {
  readonly id: ExportFormat
  readonly name: string
  readonly extension: string
}

/** The formats that rows can be written in. */
export const formatWords: readonly FormatWords[] = [
  { id: 'csv', name: 'CSV', extension: '.csv' },
  { id: 'jsonl', name: 'JSON Lines', extension: '.jsonl' },
  { id: 'md', name: 'Markdown', extension: '.md' },
]

/** The name of a format. */
export function formatName(format: ExportFormat): string {
  return formatWords.find(({ id }) => id === format)?.name ?? format
}
