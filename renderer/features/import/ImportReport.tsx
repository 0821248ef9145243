import { HardDrive } from 'lucide-react'
import type { DocumentId } from '#annotations/model/ids'
import type { ImportRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import { ProgressBar } from '../../components/ProgressBar'
import { FileRow } from './FileRow'
import './ImportReport.css'
import { fileNameOf, percentOf, summaryOf, titleOf } from './import-rows'

export interface ImportReportProps {
  /** While files are read. */
  readonly progress?: { readonly done: number; readonly total: number; readonly path: string } | undefined
  /** What became of the files, in the order in which they were given. */
  readonly rows: readonly ImportRow[]
  /** Headlines of the documents that are here. */
  readonly headlines: ReadonlyMap<DocumentId, string>
  readonly onCancel: () => void
  readonly onOpen: (document: DocumentId) => void
  readonly onClose: () => void
}

/** How an import goes and went: a row for each file with its reason. Reports cancel, open and close. */
export function ImportReport({ progress, rows, headlines, onCancel, onOpen, onClose }: ImportReportProps) {
  const running = progress !== undefined
  return (
    <Dialog
      name="Import"
      title={titleOf(progress?.total ?? rows.length)}
      size="large"
      onClose={running ? onCancel : onClose}
      footer={
        <>
          <span className="pm-import-promise">
            <Icon of={HardDrive} size={14} />
            Originals are copied into the workspace. Nothing leaves this computer.
          </span>
          <span className="pm-grow" />
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
        {running && <ProgressBar label="Files read" percent={percentOf(progress.done, progress.total)} accent />}
        <p className="pm-num pm-ell" role="status">
          {running ? `${progress.done} of ${progress.total} read · ${fileNameOf(progress.path)}` : summaryOf(rows)}
        </p>
      </div>
      <ul className="pm-files" aria-label="Files">
        {rows.map(row => (
          <FileRow key={row.path} row={row} headlines={headlines} onOpen={onOpen} />
        ))}
      </ul>
    </Dialog>
  )
}
