import { memo } from 'react'
import type { Quote } from '#annotations/model/annotation'
import { quoteTypes } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { SegmentedControl } from '../../components/SegmentedControl'
import { quoteTypeWords } from '../words/kind-words'
import type { InspectorOptions, InspectorWishes, ShownOffers } from './inspector-values'
import { PartField } from './PartField'
import './QuoteFields.css'
import { Section, ShownField } from './Section'
import { SpeakersField } from './SpeakersField'

const types = quoteTypes.map(id => ({ id, name: quoteTypeWords[id] }))

export interface QuoteFieldsProps {
  readonly id: AnnotationId
  readonly quote: Quote
  /** Who is quoted and the reporting words, as the text has them. */
  readonly source: string | undefined
  readonly cue: string | undefined
  readonly offers: ShownOffers | undefined
  readonly speakers: InspectorOptions['speakers']
  readonly editable: boolean
  readonly canSetPart: boolean
  readonly wishes: InspectorWishes
}

/** What makes a quote: speakers, source, cue and type. Drawn again only when one of its props is another object. */
export const QuoteFields = memo(function QuoteFields(props: QuoteFieldsProps) {
  const { id, quote, source, cue, offers, speakers, editable, canSetPart, wishes } = props
  return (
    <>
      <SpeakersField
        voices={quote.speakers}
        options={speakers}
        editable={editable}
        offers={offers}
        onTake={taken => wishes.onTake(id, taken)}
        onAdd={speaker => wishes.onAddSpeaker(id, speaker)}
        onRemove={index => wishes.onRemoveSpeaker(id, index)}
        onRole={(index, role, final) => wishes.onSpeakerRole(id, index, role, final)}
      />
      <Section label="Source" {...(editable ? { keys: 'W' } : {})}>
        <PartField
          label="Source"
          text={source}
          offered={offers?.source}
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
            text={cue}
            offered={offers?.cue}
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
})
