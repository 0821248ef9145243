import type { ScopeKey } from '#annotations/changes/journal'
import type { EditId } from '#annotations/model/ids'
import type { CopyRow, FileReportRow } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { FileReportItem } from './FileReportItem'
import { foundWords, type LeftOutFile, reportSentence } from './report-words'
import { SecondCopy } from './SecondCopy'
import './FileReport.css'

export interface FileReportProps {
  readonly reports: readonly FileReportRow[]
  readonly damaged: readonly LeftOutFile[]
  readonly copies: readonly CopyRow[]
  readonly readOnly: boolean
  readonly onTakeBack: (scope: ScopeKey, edits: readonly EditId[]) => void
  readonly onMerge: (file: string) => void
  readonly onClose: () => void
}

/**
 * Files that were not as Pressmark wrote them: what was found, what stands in, and what can be taken back. Second copies
 * come first, since they wait for an answer.
 */
export function FileReport(props: FileReportProps) {
  const { reports, damaged, copies, readOnly, onTakeBack, onMerge, onClose } = props
  return (
    <Dialog
      name="Files report"
      title="Files that were not as written"
      size="large"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button look="primary" first onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className="pm-report-sum" role="status">
        {reportSentence(reports, damaged, copies) ?? 'All files are as Pressmark wrote them.'}
      </p>
      <ul className="pm-report-files" aria-label="Files">
        {copies.map(copy => (
          <SecondCopy key={copy.file} copy={copy} readOnly={readOnly} onMerge={onMerge} />
        ))}
        {reports.map((report, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may be reported twice, and the list only grows
          <FileReportItem key={index} report={report} readOnly={readOnly} onTakeBack={onTakeBack} />
        ))}
        {damaged.map(({ file, code }) => (
          <li key={file} className="pm-report-file">
            <p className="pm-strong">{foundWords(code)}</p>
            <p className="pm-report-path pm-ell" title={file}>
              {file}
            </p>
            <p className="pm-second">Nothing stands in for it: it is left out, and stays as it is.</p>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
