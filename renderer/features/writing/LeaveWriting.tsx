import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import './LinkDialog.css'

export interface LeaveWritingProps {
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** Asks before what was written is dropped. */
export function LeaveWriting({ onLeave, onStay }: LeaveWritingProps) {
  return (
    <Dialog
      name="Drop the edit"
      title="Drop what you wrote?"
      size="small"
      onClose={onStay}
      footer={
        <>
          <span className="pm-grow" />
          <Button onPress={onLeave} danger>
            Drop the edit
          </Button>
          <Button look="primary" first onPress={onStay}>
            Go on editing
          </Button>
        </>
      }
    >
      <div className="pm-link">
        <p>The text stays as it was before. What you wrote in it is not kept.</p>
      </div>
    </Dialog>
  )
}
