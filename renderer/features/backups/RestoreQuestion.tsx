import type { RestorePreview } from '#app/contract/backup-values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import '../library/RemoveDocument.css'
import { momentWords } from '../words/dates'
import { RestorePreviewList } from './RestorePreviewList'

export interface RestoreQuestionProps {
  readonly preview: RestorePreview
  readonly onRestore: () => void
  readonly onClose: () => void
}

/** Asks before a backup is brought back into the workspace, and says what becomes of what came since. */
export function RestoreQuestion({ preview, onRestore, onClose }: RestoreQuestionProps) {
  return (
    <Dialog
      name="Restore in place"
      title={`Go back to ${momentWords(preview.at)}?`}
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button first onPress={onClose}>
            Leave as it is
          </Button>
          <Button look="primary" onPress={onRestore}>
            Restore
          </Button>
        </>
      }
    >
      <div className="pm-remove pm-backup-question pm-scroll">
        <RestorePreviewList preview={preview} />
        <p className="pm-second">
          First a backup is made of how it is now. Your own later changes stay in the history, and Undo brings them
          back; what colleagues wrote is not touched.
        </p>
      </div>
    </Dialog>
  )
}
