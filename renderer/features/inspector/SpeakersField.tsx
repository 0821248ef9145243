import { UserPlus } from 'lucide-react'
import type { Voice } from '#annotations/model/annotation'
import { Button } from '../../components/Button'
import { ComboBox } from '../../components/ComboBox'
import type { Choice } from '../../components/combo-options'
import type { InspectorOptions, ShownOffers, TakenOffer } from './inspector-values'
import { OfferChip } from './OfferChip'
import { Section, ShownField } from './Section'
import { SpeakerCard } from './SpeakerCard'

export interface SpeakersFieldProps {
  readonly voices: readonly Voice[]
  readonly options: InspectorOptions['speakers']
  readonly editable: boolean
  /** What was read next to the quote. */
  readonly offers?: ShownOffers | undefined
  readonly onTake: (taken: TakenOffer) => void
  readonly onAdd: (speaker: Choice) => void
  readonly onRemove: (index: number) => void
  readonly onRole: (index: number, role: string, final: boolean) => void
}

/** Who is quoted: a card for each, and a field that adds from the register or a new name. */
export function SpeakersField({
  voices,
  options,
  editable,
  offers,
  onTake,
  onAdd,
  onRemove,
  onRole,
}: SpeakersFieldProps) {
  const cards = voices.map((voice, index) => (
    <SpeakerCard
      // biome-ignore lint/suspicious/noArrayIndexKey: wishes name a speaker by its index, so a card belongs to one
      key={`${index} ${voice.speaker ?? voice.name}`}
      voice={voice}
      known={nameOf(options, voice)}
      offeredRole={offers?.roles?.[index]}
      editable={editable}
      onRemove={() => onRemove(index)}
      onRole={(role, final) => onRole(index, role, final)}
    />
  ))
  if (!editable) {
    return (
      <Section label="Speakers">
        <ShownField label="Speakers">{voices.length === 0 ? 'None' : cards}</ShownField>
      </Section>
    )
  }
  return (
    <Section label="Speakers" keys="S">
      {cards}
      {offers !== undefined && <Offered offers={offers} onTake={onTake} />}
      <ComboBox
        label="Speakers"
        hideLabel
        options={options}
        placeholder="Add from speaker register"
        icon={UserPlus}
        field="speakers"
        createLabel="New speaker"
        onChoose={onAdd}
      />
    </Section>
  )
}

/** The speakers that the text names, and one way to take all that was read, source and cue included. */
function Offered({ offers, onTake }: { readonly offers: ShownOffers; readonly onTake: (taken: TakenOffer) => void }) {
  const { speakers, source, cue } = offers
  const several = speakers.length + (source === undefined ? 0 : 1) + (cue === undefined ? 0 : 1) > 1
  if (speakers.length === 0) return null
  return (
    <ul className="pm-offers" aria-label="Named in the text">
      {speakers.map(({ name, role }, at) => (
        <li key={`${name} ${role ?? ''}`}>
          <OfferChip
            text={name}
            name={role === undefined ? `Add ${name}` : `Add ${name}, ${role}`}
            onTake={() => onTake({ speaker: at })}
          />
        </li>
      ))}
      {several && (
        <li>
          <Button size="sm" look="quiet" keys="Shift+W" onPress={() => onTake('all')}>
            Take all
          </Button>
        </li>
      )}
    </ul>
  )
}

/** The register's name of a voice; absent while it is not resolved. */
export function nameOf(options: InspectorOptions['speakers'], voice: Voice): string | undefined {
  return voice.speaker === undefined ? undefined : options.find(option => option.id === voice.speaker)?.name
}
