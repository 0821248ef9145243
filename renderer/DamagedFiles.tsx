import { FileReport } from './features/files/FileReport'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'

export interface DamagedFilesProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly onClose: () => void
}

/** The report of files that were not as written, as the state has it. */
export function DamagedFiles({ model, state, onClose }: DamagedFilesProps) {
  return (
    <FileReport
      reports={state.reports}
      damaged={state.damaged}
      copies={state.copies}
      readOnly={state.workspace?.readOnly !== undefined}
      onTakeBack={(scope, edits) => void model.reports.takeBack(scope, edits)}
      onMerge={file => void model.reports.mergeCopy(file)}
      onClose={onClose}
    />
  )
}
