import type { DocumentId } from '#annotations/model/ids'
import type { BatchRow } from '#app/contract/values'
import { TallRows } from '../../components/TallRows'
import { FileRow, type FileRowProps } from './FileRow'
import './FileList.css'
import { orderOf, otherDocumentOf } from './import-rows'

export interface FileListProps
  extends Pick<FileRowProps, 'running' | 'onOpen' | 'onCheck' | 'checked' | 'onRetry' | 'onImport'> {
  readonly rows: readonly BatchRow[]
  readonly headlines: ReadonlyMap<DocumentId, string>
}

/** Of a row in CSS pixels, about: with and without something to say. */
const heights = { plain: 43, spoken: 92 } as const

/** The files of a batch, each with its state. */
export function FileList({ rows, headlines, ...wishes }: FileListProps) {
  const order = orderOf(rows, wishes.running)
  const rowAt = (index: number) => rows[order[index] ?? -1]
  return (
    <TallRows
      count={rows.length}
      usualHeight={index => (isSpoken(rowAt(index)) ? heights.spoken : heights.plain)}
      label="Files"
      className="pm-files"
      row={index => {
        const row = rowAt(index)
        if (row === undefined) return null
        const other = otherDocumentOf(row)
        return <FileRow at={order[index] ?? 0} row={row} headline={other && headlines.get(other)} {...wishes} />
      }}
    />
  )
}

function isSpoken(row: BatchRow | undefined): boolean {
  return row?.state === 'failed' || row?.state === 'skipped'
}
