import type { Quote } from '#annotations/model/annotation'
import { quoteTypes } from '#annotations/model/annotation'
import { SegmentedControl } from '../../components/SegmentedControl'
import { quoteTypeWords } from '../words/kind-words'
import type { InspectorAnnotation, InspectorOptions, InspectorWishes } from './inspector-values'
import { PartField } from './PartField'
import './QuoteFields.css'
import { Section, ShownField } from './Section'
import { SpeakersField } from './SpeakersField'

const types = quoteTypes.map(id => ({ id, name: quoteTypeWords[id] }))

export interface QuoteFieldsProps {
  readonly shown: InspectorAnnotation
  readonly quote: Quote
  readonly options: InspectorOptions
  readonly editable: boolean
  readonly canSetPart: boolean
  readonly wishes: InspectorWishes
}

/** What makes a quote: speakers, source, cue and type. */
export function QuoteFields({ shown, quote, options, editable, canSetPart, wishes }: QuoteFieldsProps) {
  const { id } = shown.annotation
  return (
    <>
      <SpeakersField
        voices={quote.speakers}
        options={options.speakers}
        editable={editable}
        offers={shown.offers}
        onTake={taken => wishes.onTake(id, taken)}
        onAdd={speaker => wishes.onAddSpeaker(id, speaker)}
        onRemove={index => wishes.onRemoveSpeaker(id, index)}
        onRole={(index, role, final) => wishes.onSpeakerRole(id, index, role, final)}
      />
      <Section label="Source" {...(editable ? { keys: 'W' } : {})}>
        <PartField
          label="Source"
          text={shown.sourceText}
          offered={shown.offers?.source}
          keys="W"
          editable={editable}
          canSet={canSetPart}
          onSet={() => wishes.onSetPart(id, 'source')}
          onTake={() => wishes.onTake(id, 'source')}
          onClear={() => wishes.onClearPart(id, 'source')}
        />
      </Section>
      <div className="pm-section pm-cue-and-type">
        <div className="pm-cue-column">
          <div className="pm-label pm-column-label" aria-hidden>
            Cue
          </div>
          <PartField
            label="Cue"
            text={shown.cueText}
            offered={shown.offers?.cue}
            keys="U"
            editable={editable}
            canSet={canSetPart}
            onSet={() => wishes.onSetPart(id, 'cue')}
            onTake={() => wishes.onTake(id, 'cue')}
            onClear={() => wishes.onClearPart(id, 'cue')}
          />
        </div>
        <div>
          <div className="pm-label pm-column-label" aria-hidden>
            Type
          </div>
          {editable ? (
            <SegmentedControl
              label="Type"
              options={types}
              value={quote.type}
              onChange={type => wishes.onQuoteType(id, type)}
            />
          ) : (
            <ShownField label="Type">{quoteTypeWords[quote.type]}</ShownField>
          )}
        </div>
      </div>
    </>
  )
}
