import { Ruler } from 'lucide-react'
import type { AnnotatorId, DocumentId } from '#annotations/model/ids'
import type { CaseQuestion, LayerJson, MeasuredAgreement, ShownPlace } from '#app/contract/agreement-values'
import { Button } from '../../components/Button'
import { Checkbox } from '../../components/Checkbox'
import { Dialog } from '../../components/Dialog'
import { Icon } from '../../components/Icon'
import { ProgressBar } from '../../components/ProgressBar'
import { SegmentedControl } from '../../components/SegmentedControl'
import { Select } from '../../components/Select'
import './AgreementDialog.css'
import { layerWords, valueWords } from './agreement-words'
import { FigureTable } from './FigureTable'
import { notCompared } from './not-compared'
import { PlaceList } from './PlaceList'

export interface AgreementDialogProps {
  /** Everybody whose work can be compared, as they are named here. */
  readonly people: readonly { readonly id: AnnotatorId; readonly name: string; readonly annotations: number }[]
  readonly chosen: readonly AnnotatorId[]
  /** The open document, which can be measured alone. */
  readonly open: { readonly id: DocumentId; readonly headline: string } | undefined
  readonly alone: boolean
  /** While it is measured: how much is done, 0 to 1. */
  readonly share: number | undefined
  readonly measured: MeasuredAgreement | undefined
  /** The document whose figures are shown, and these; of all together, if not given. */
  readonly document: { readonly id: DocumentId; readonly layers: readonly LayerJson[] } | undefined
  readonly layer: string
  readonly pairsOf: string | undefined
  readonly places:
    | {
        readonly question: CaseQuestion
        readonly page: {
          readonly cases: readonly ShownPlace[]
          readonly all: number
          readonly apart: number
        }
      }
    | undefined
  /** An annotator's name as it is shown. */
  readonly nameOf: (id: AnnotatorId) => string
  readonly onChoose: (annotators: readonly AnnotatorId[]) => void
  readonly onAlone: (alone: boolean) => void
  readonly onMeasure: () => void
  readonly onCancel: () => void
  readonly onDocument: (document: DocumentId | undefined) => void
  readonly onLayer: (layer: string) => void
  readonly onPairs: (measure: string) => void
  readonly onPlaces: (question: CaseQuestion | undefined) => void
  readonly onGo: (place: ShownPlace) => void
  readonly onClose: () => void
}

/** How far annotators mark and label the same: whose work is asked for, then every figure with what it was made from. */
export function AgreementDialog(props: AgreementDialogProps) {
  const { measured, share } = props
  return (
    <Dialog name="Agreement" title="Agreement of annotators" size="wide" onClose={props.onClose}>
      <div className="pm-agreement">
        <Question {...props} />
        <div className="pm-agreement-result" aria-busy={share !== undefined}>
          {measured === undefined ? (
            <p className="pm-second pm-agreement-none">
              {share === undefined
                ? 'Choose at least two annotators, and measure. Boundaries, labels and speakers are told apart, each figure with what was counted and left out.'
                : 'Measuring…'}
            </p>
          ) : (
            <Result {...props} measured={measured} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** Whose work, and of which documents. */
function Question({ people, chosen, open, alone, share, ...wishes }: AgreementDialogProps) {
  return (
    <div className="pm-agreement-question">
      <fieldset className="pm-agreement-people" aria-label="Whose work">
        {people.map(({ id, name, annotations }) => (
          <Checkbox
            key={id}
            label={name}
            note={annotations.toLocaleString('en')}
            on={chosen.includes(id)}
            onChange={on =>
              wishes.onChoose(people.flatMap(one => ((one.id === id ? on : chosen.includes(one.id)) ? [one.id] : [])))
            }
          />
        ))}
      </fieldset>
      {open !== undefined && (
        <SegmentedControl
          label="Which documents"
          options={[
            { id: 'all', name: 'All documents' },
            { id: 'open', name: 'The open one' },
          ]}
          value={alone ? 'open' : 'all'}
          onChange={value => wishes.onAlone(value === 'open')}
        />
      )}
      {share === undefined ? (
        <Button
          look="primary"
          icon={<Icon of={Ruler} />}
          disabled={chosen.length < 2}
          first={wishes.measured === undefined}
          onPress={wishes.onMeasure}
        >
          {wishes.measured === undefined ? 'Measure' : 'Measure again'}
        </Button>
      ) : (
        <>
          <ProgressBar label="Measuring agreement" percent={Math.round(100 * share)} accent />
          <Button first onPress={wishes.onCancel}>
            Cancel
          </Button>
        </>
      )}
    </div>
  )
}

function Result(props: AgreementDialogProps & { readonly measured: MeasuredAgreement }) {
  const { measured, document, layer, places, nameOf } = props
  const headlines = new Map(measured.documents.map(one => [one.id, one.headline]))
  if (places !== undefined) {
    return (
      <PlaceList
        {...places}
        headlines={headlines}
        nameOf={nameOf}
        onGo={props.onGo}
        onBack={() => props.onPlaces(undefined)}
      />
    )
  }
  const compared = measured.documents.filter(({ left }) => left === undefined)
  const layers = document?.layers ?? measured.layers
  const shown = layers.find(one => one.layer === layer)
  const all = 'all'
  return (
    <>
      <Overview layers={layers} />
      <div className="pm-agreement-choice">
        <Select
          label="Documents"
          options={[
            { id: all, name: compared.length === 1 ? 'All: 1 document' : `All ${compared.length} together` },
            ...compared.map(({ id, headline }) => ({ id, name: headline })),
          ]}
          value={document?.id ?? all}
          onChange={id => props.onDocument(id === all ? undefined : id)}
        />
        <Select
          label="Layer"
          options={layers.map(one => ({ id: one.layer, name: layerWords(one.layer) }))}
          value={layer}
          onChange={props.onLayer}
        />
      </div>
      <div className="pm-scroll pm-agreement-figures">
        {shown !== undefined && (
          <FigureTable
            layer={shown}
            annotators={measured.annotators.map(({ id }) => id)}
            nameOf={nameOf}
            pairsOf={props.pairsOf}
            onPairs={props.onPairs}
            onPlaces={(measure, pair) => props.onPlaces({ layer, measure, pair, document: document?.id })}
          />
        )}
        <ul className="pm-agreement-notes" aria-label="Not compared">
          {notCompared(measured, nameOf).map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** The three that are told apart, at a glance. */
function Overview({ layers }: { readonly layers: readonly LayerJson[] }) {
  const figure = (layer: string, measure: string) => {
    const found = layers.find(one => one.layer === layer)?.measures[measure]
    return found?.value == null ? '–' : valueWords(found.value, undefined)
  }
  return (
    <dl className="pm-agreement-overview">
      <div>
        <dt>Boundaries</dt>
        <dd>
          <b>{figure('all', 'spanF1Exact')}</b> exact <b>{figure('all', 'spanF1Overlap')}</b> overlapping F1
        </dd>
      </div>
      <div>
        <dt>Labels</dt>
        <dd>
          <b>{figure('label:kind', 'labelKappaCohen')}</b> kappa of kind{' '}
          <b>{figure('label:tags', 'labelKappaCohen')}</b> of tags
        </dd>
      </div>
      <div>
        <dt>Speakers</dt>
        <dd>
          <b>{figure('kind:quote', 'speakerAgreementResolved')}</b> the same
        </dd>
      </div>
    </dl>
  )
}
