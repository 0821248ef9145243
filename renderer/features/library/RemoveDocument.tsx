import type { Holder } from '#app/contract/values'
import { Button } from '../../components/Button'
import { Dialog } from '../../components/Dialog'
import { counted } from '../words/kind-words'
import './RemoveDocument.css'

export interface RemoveDocumentProps {
  readonly headline: string
  /** Whose annotations it holds. */
  readonly holders: readonly Holder[]
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks before a document goes out of the library, and says whose annotations go out of sight with it. */
export function RemoveDocument({ headline, holders, onRemove, onClose }: RemoveDocumentProps) {
  return (
    <Dialog
      name="Remove from library"
      title="Remove from the library?"
      size="small"
      onClose={onClose}
      footer={
        <>
          <span className="pm-grow" />
          <Button onPress={onClose}>Keep</Button>
          <Button look="primary" first onPress={onRemove}>
            Remove
          </Button>
        </>
      }
    >
      <div className="pm-remove">
        <p className="pm-strong">{headline}</p>
        {holders.length === 0 ? (
          <p className="pm-second">It holds no annotations.</p>
        ) : (
          <>
            <p className="pm-second">It holds annotations:</p>
            <ul className="pm-holders">
              {holders.map(({ annotator, name, annotations }) => (
                <li key={annotator}>
                  <span className="pm-grow pm-ell">{name}</span>
                  <span className="pm-num">{counted(annotations, 'annotation', 'annotations')}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="pm-second">Nothing is erased: Undo, or “Removed documents”, brings it back with all of them.</p>
      </div>
    </Dialog>
  )
}
