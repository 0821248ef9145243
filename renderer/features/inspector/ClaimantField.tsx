import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Voice } from '#annotations/model/annotation'
import { ComboBox } from '../../components/ComboBox'
import type { Choice } from '../../components/combo-options'
import type { InspectorOptions } from './inspector-values'
import { Section, ShownField } from './Section'
import { SpeakerCard } from './SpeakerCard'
import { nameOf } from './SpeakersField'

export interface ClaimantFieldProps {
  readonly claimant?: Voice | undefined
  readonly options: InspectorOptions['speakers']
  readonly editable: boolean
  readonly onClaimant: (claimant: Choice | null) => void
  readonly onRole: (role: string, final: boolean) => void
}

/** Who makes the claim: one card, or a field that takes one from the register or a new name. */
export function ClaimantField({ claimant, options, editable, onClaimant, onRole }: ClaimantFieldProps) {
  const [fresh, setFresh] = useState(false)
  const card =
    claimant === undefined ? undefined : (
      <SpeakerCard
        voice={claimant}
        known={nameOf(options, claimant)}
        editable={editable}
        fresh={fresh}
        field="claimant"
        onRemove={() => {
          setFresh(false)
          onClaimant(null)
        }}
        onRole={onRole}
      />
    )
  return (
    <Section label="Claimant" {...(editable ? { keys: 'S' } : {})}>
      {card !== undefined || !editable ? (
        <ShownField label="Claimant">{card ?? 'Not set'}</ShownField>
      ) : (
        <ComboBox
          label="Claimant"
          hideLabel
          options={options}
          placeholder="Who claims it"
          icon={UserPlus}
          field="claimant"
          createLabel="New speaker"
          onChoose={choice => {
            setFresh(true)
            onClaimant(choice)
          }}
        />
      )}
    </Section>
  )
}
