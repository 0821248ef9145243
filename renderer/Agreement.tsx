import type { AnnotatorId } from '#annotations/model/ids'
import { AgreementDialog } from './features/agreement/AgreementDialog'
import type { AgreementState } from './state/agreement-state'
import type { AppModel } from './state/app-model'
import type { WindowState } from './state/app-state'
import { letterOf } from './state/review-view'

export interface AgreementProps {
  readonly model: AppModel
  readonly state: WindowState
  readonly asked: AgreementState
  readonly onClose: () => void
}

/** Agreement of annotators, joined to the state. Closed while it is measured, the measuring ends. */
export function Agreement({ model, state, asked, onClose }: AgreementProps) {
  const { agreement } = model
  const people = state.review.people ?? []
  const open = state.documents.find(({ id }) => id === state.document?.id)
  const sorted = people.map(({ id }) => id).sort()
  const nameOf = (id: AnnotatorId): string => {
    const one = people.find(person => person.id === id)
    if (one === undefined || one.what === 'gold') return one?.name ?? id
    if (state.review.blind) return `Annotator ${letterOf(sorted.indexOf(id))}`
    return one.name
  }
  return (
    <AgreementDialog
      people={people.map(({ id, annotations }) => ({ id, name: nameOf(id), annotations }))}
      chosen={asked.annotators}
      open={open === undefined ? undefined : { id: open.id, headline: open.headline }}
      alone={asked.alone !== undefined}
      share={asked.share}
      measured={asked.measured}
      document={asked.document}
      layer={asked.layer}
      pairsOf={asked.pairsOf}
      places={asked.places}
      nameOf={nameOf}
      onChoose={agreement.choose}
      onAlone={alone => agreement.measureAlone(alone ? open?.id : undefined)}
      onMeasure={() => void agreement.measure()}
      onCancel={agreement.cancel}
      onDocument={document => void agreement.showDocument(document)}
      onLayer={agreement.showLayer}
      onPairs={agreement.showPairs}
      onPlaces={question => void agreement.showPlaces(question)}
      onGo={agreement.goTo}
      onClose={() => {
        if (asked.share !== undefined) agreement.cancel()
        onClose()
      }}
    />
  )
}
