import { UserPlus } from 'lucide-react'
import type { Voice } from '#annotations/model/annotation'
import { ComboBox } from '../../components/ComboBox'
import type { Choice } from '../../components/combo-options'
import type { InspectorOptions } from './inspector-values'
import { Section, ShownField } from './Section'
import { SpeakerCard } from './SpeakerCard'

export interface SpeakersFieldProps {
  readonly voices: readonly Voice[]
  readonly options: InspectorOptions['speakers']
  readonly editable: boolean
  readonly onAdd: (speaker: Choice) => void
  readonly onRemove: (index: number) => void
  readonly onRole: (index: number, role: string, final: boolean) => void
}

/** Who is quoted: a card for each, and a field that adds from the register or a new name. */
export function SpeakersField({ voices, options, editable, onAdd, onRemove, onRole }: SpeakersFieldProps) {
  const cards = voices.map((voice, index) => (
    <SpeakerCard
      // biome-ignore lint/suspicious/noArrayIndexKey: wishes name a speaker by its index, so a card belongs to one
      key={`${index} ${voice.speaker ?? voice.name}`}
      voice={voice}
      known={nameOf(options, voice)}
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

/** The register's name of a voice; absent while it is not resolved. */
export function nameOf(options: InspectorOptions['speakers'], voice: Voice): string | undefined {
  return voice.speaker === undefined ? undefined : options.find(option => option.id === voice.speaker)?.name
}
