import { Button } from '../../components/Button'
import { Notice } from '../../components/Notice'

export interface DraftOfferProps {
  readonly onGoOn: () => void
  readonly onDrop: () => void
}

/** A text that was begun and not finished: says so, and asks what is to become of it. */
export function DraftOffer({ onGoOn, onDrop }: DraftOfferProps) {
  return (
    <Notice
      tone="warn"
      action={
        <>
          <Button size="sm" onPress={onGoOn}>
            Go on editing
          </Button>
          <Button size="sm" look="quiet" onPress={onDrop}>
            Drop the edit
          </Button>
        </>
      }
    >
      This text was being edited, and the edit was not finished. It was kept.
    </Notice>
  )
}
