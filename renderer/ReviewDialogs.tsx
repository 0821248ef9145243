import { sameNames } from '#annotations/review/same-names'
import { Agreement } from './Agreement'
import { BundleDialog } from './features/review/BundleDialog'
import { GoldDialog } from './features/review/GoldDialog'
import { ReceiveDialog } from './features/review/ReceiveDialog'
import { SameNamesDialog } from './features/review/SameNamesDialog'
import type { AppModel } from './state/app-model'
import type { ReviewDialogName, WindowState } from './state/app-state'
import { colleagueOf, reviewName } from './state/review-view'

export interface ReviewDialogsProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly dialog: ReviewDialogName
  readonly onClose: () => void
}

/** The dialogs by which one's own work goes to a colleague, theirs comes in, and several are brought together. */
export function ReviewDialogs({ model, state, dialog, onClose }: ReviewDialogsProps) {
  const { document, documents, review } = state
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
  if (dialog === 'agreement' && review.agreement !== undefined) {
    return <Agreement model={model} state={state} asked={review.agreement} onClose={onClose} />
  }
  if (dialog === 'gold') {
    const people = review.people ?? []
    return (
      <GoldDialog
        people={people.filter(({ what }) => what !== 'gold')}
        kept={people.flatMap(({ id, name, madeOf }) => (madeOf === undefined ? [] : [{ id, name, madeOf }]))}
        onBegin={(wanted, annotators) => void model.gold.begin(wanted, annotators)}
        onClose={onClose}
      />
    )
  }
  if (dialog === 'names') {
    const colleague = colleagueOf(state)
    return (
      <SameNamesDialog
        their={colleague === undefined ? '' : reviewName(state, colleague)}
        names={colleague === undefined ? [] : sameNames(state.queue.current, colleague)}
        onUnite={model.bundles.unite}
        onClose={onClose}
      />
    )
  }
  if (review.bundle === undefined) return null
  return (
    <ReceiveDialog
      bundle={review.bundle}
      headlines={new Map(documents.map(row => [row.id, row.headline]))}
      onReceive={wish => void model.bundles.receive(wish)}
      onClose={onClose}
    />
  )
}
