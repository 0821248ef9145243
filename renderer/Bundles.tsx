import { BundleDialog } from './features/review/BundleDialog'
import { ReceiveDialog } from './features/review/ReceiveDialog'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'

export interface BundleDialogsProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly onClose: () => void
}

/** The dialogs by which one's own work goes to a colleague, and theirs comes in. */
export function BundleDialogs({ model, state, onClose }: BundleDialogsProps) {
  const { dialog, document, documents, review } = state
  if (dialog === 'bundle') {
    const open = documents.find(({ id }) => id === document?.id)
    return (
      <BundleDialog
        name={state.info?.annotator?.name ?? ''}
        open={open === undefined ? undefined : { id: open.id, headline: open.headline }}
        onMake={wish => void model.bundles.make(wish)}
        onClose={onClose}
      />
    )
  }
  if (dialog !== 'receive' || review.bundle === undefined) return null
  return (
    <ReceiveDialog
      bundle={review.bundle}
      headlines={new Map(documents.map(row => [row.id, row.headline]))}
      onReceive={wish => void model.bundles.receive(wish)}
      onClose={onClose}
    />
  )
}
