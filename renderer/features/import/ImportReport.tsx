import { HardDrive } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DocumentId } from '#annotations/model/ids'
import type { BatchRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import { ProgressBar } from '../../components/ProgressBar'
import { FileList, type FileListProps } from './FileList'
import './ImportReport.css'
import { percentOf, summaryOf, titleOf } from './import-rows'

export interface ImportReportProps
  extends Pick<FileListProps, 'onOpen' | 'onCheck' | 'checked' | 'onRetry' | 'onImport'> {
  /** What was found in the document that is checked: stands beside the files. */
  readonly check?: ReactNode
  /** Files are being read. */
  readonly running: boolean
  /** The files and what became of them, in the order in which they were given. */
  readonly rows: readonly BatchRow[]
  /** Headlines of the documents that are here. */
  readonly headlines: ReadonlyMap<DocumentId, string>
  readonly onCancel: () => void
  readonly onClose: () => void
}

/** How an import goes and went: a row for each file. Reports cancel and close, and the wishes of the rows. */
export function ImportReport({ running, rows, headlines, check, onCancel, onClose, ...wishes }: ImportReportProps) {
  const failed = rows.flatMap((row, at) => (row.state === 'failed' ? [at] : []))
  return (
    <Dialog
      name="Import"
      title={titleOf(rows.length)}
      size={check === undefined ? 'large' : 'wide'}
      onClose={running ? onCancel : onClose}
      footer={
        <>
          <span className="pm-import-promise">
            <Icon of={HardDrive} size={14} />
            Originals are copied into the workspace. Nothing leaves this computer.
          </span>
          <span className="pm-grow" />
          {!running && failed.length > 1 && (
            <Button key="retry" onPress={() => wishes.onRetry(failed)}>
              Retry all that failed
            </Button>
          )}
          {running ? (
            <Button key="cancel" onPress={onCancel}>
              Cancel import
            </Button>
          ) : (
            <Button key="done" look="primary" first onPress={onClose}>
              Done
            </Button>
          )}
        </>
      }
    >
      <div className="pm-import-progress">
        {running && <ProgressBar label="Files read" percent={percentOf(rows)} accent />}
        <p className="pm-num pm-ell" role="status">
          {running && rows.length === 0 ? 'Looking for files' : summaryOf(rows)}
        </p>
      </div>
      <div className="pm-import-parts" data-checking={check === undefined ? undefined : ''}>
        <FileList rows={rows} headlines={headlines} running={running} {...wishes} />
        {check}
      </div>
    </Dialog>
  )
}
