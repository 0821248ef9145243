import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { Problem } from '#annotations/model/result'
import type { CaseQuestion, ShownPlace } from '#app/contract/agreement-values'
import type { AgreementState } from '../agreement-state'
import type { AppState } from '../app-state'
import type { Machine } from '../machine'
import type { Saving } from '../saving'
import type { Store } from '../store'
import type { OpenActions } from './open-actions'

/** What was asked last, where that was in the workspace that is open. */
function standing({ review, workspace }: AppState): AgreementState | undefined {
  return review.agreement?.workspace === workspace?.id ? review.agreement : undefined
}

/** What a person asks about how far annotators agree. */
export interface AgreementActions {
  /** Shows the dialog, with what was measured last. */
  ask(): Promise<void>
  choose(annotators: readonly AnnotatorId[]): void
  /** All documents, or the open one alone. */
  measureAlone(document: DocumentId | undefined): void
  measure(): Promise<void>
  cancel(): void
  showDocument(document: DocumentId | undefined): Promise<void>
  showLayer(layer: string): void
  /** The figures of every two annotators of a measure, or no longer. */
  showPairs(measure: string): void
  /** The places behind a figure; without a question the figures again. */
  showPlaces(question: CaseQuestion | undefined): Promise<void>
  /** Opens the document at a place. */
  goTo(place: ShownPlace): void
}

export interface AgreementPorts {
  readonly store: Store<AppState>
  readonly machine: Machine
  readonly saving: Saving
  readonly open: OpenActions
}

export function createAgreementActions({ store, machine, saving, open }: AgreementPorts): AgreementActions {
  const now = () => store.get().review.agreement
  const change = (to: Partial<AgreementState>) =>
    store.set(state =>
      state.review.agreement === undefined
        ? state
        : { ...state, review: { ...state.review, agreement: { ...state.review.agreement, ...to } } },
    )
  const fail = (problem: Problem) => store.set(state => ({ ...state, notice: { tone: 'problem', problem } }))
  const announce = (text: string) => store.set(state => ({ ...state, announcement: { text } }))
  machine.subscribe('agreement-progress', ({ share }) => {
    if (now()?.share !== undefined) change({ share })
  })

  /** Everybody but gold sets, and of these those that were chosen before; the colleague who is looked at is among them. */
  function usual(people: NonNullable<AppState['review']['people']>): readonly AnnotatorId[] {
    const before = (standing(store.get())?.annotators ?? []).filter(id => people.some(one => one.id === id))
    return before.length > 1 ? before : people.filter(({ what }) => what !== 'gold').map(({ id }) => id)
  }

  async function ask(): Promise<void> {
    await saving.flush()
    const answer = await machine.call('review.people', {})
    if (!answer.ok) return fail(answer.error)
    const people = answer.value
    store.set(state => ({
      ...state,
      dialog: 'agreement',
      review: {
        ...state.review,
        people,
        agreement: {
          alone: undefined,
          share: undefined,
          measured: undefined,
          document: undefined,
          layer: 'all',
          pairsOf: undefined,
          places: undefined,
          ...standing(state),
          workspace: state.workspace?.id,
          annotators: usual(people),
        },
      },
    }))
  }

  async function measure(): Promise<void> {
    const asked = now()
    if (asked === undefined || asked.share !== undefined) return
    change({ share: 0, measured: undefined, document: undefined, places: undefined, pairsOf: undefined })
    await saving.flush()
    const answer = await machine.call('agreement.measure', {
      annotators: [...asked.annotators],
      ...(asked.alone === undefined ? {} : { documents: [asked.alone] }),
    })
    change({ share: undefined })
    if (answer.ok) {
      const { layers } = answer.value
      const layer = layers.some(one => one.layer === now()?.layer) ? {} : { layer: layers[0]?.layer ?? 'all' }
      change({ measured: answer.value, ...layer })
      announce('Agreement is measured.')
    } else if (answer.error.code === 'cancelled') announce('Measuring was cancelled.')
    else fail(answer.error)
  }

  return {
    ask,
    choose: annotators => change({ annotators }),
    measureAlone: alone => change({ alone }),
    measure,
    cancel: () => void machine.call('agreement.cancel', {}),
    async showDocument(id) {
      if (id === undefined) return change({ document: undefined })
      const answer = await machine.call('agreement.document', { document: id })
      if (answer.ok) change({ document: { id, layers: answer.value } })
      else fail(answer.error)
    },
    showLayer: layer => change({ layer, pairsOf: undefined }),
    showPairs: measured => change({ pairsOf: now()?.pairsOf === measured ? undefined : measured }),
    async showPlaces(question) {
      if (question === undefined) return change({ places: undefined })
      const answer = await machine.call('agreement.cases', {
        ...question,
        pair: question.pair === undefined ? undefined : [...question.pair],
      })
      if (answer.ok) change({ places: { question, page: answer.value } })
      else fail(answer.error)
    },
    goTo: ({ document, start, end }) => {
      store.set(state => ({ ...state, dialog: undefined }))
      void open.openDocument(document, { start, end }, 'read')
    },
  }
}
