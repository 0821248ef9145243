import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { Voice } from '#annotations/model/annotation'
import { ComboBox } from '../../components/ComboBox'
import type { Choice } from '../../components/combo-options'
import type { InspectorOptions } from './inspector-values'
import { OfferChip } from './OfferChip'
import { Section, ShownField } from './Section'
import { SpeakerCard } from './SpeakerCard'
import { nameOf } from './SpeakersField'

export interface ClaimantFieldProps {
  readonly claimant?: Voice | undefined
  readonly options: InspectorOptions['speakers']
  /** Who may make it, by name: of the quote round the claim, or named next to it. */
  readonly offered?: string | undefined
  readonly editable: boolean
  readonly onTake: () => void
  readonly onClaimant: (claimant: Choice | null) => void
  readonly onRole: (role: string, final: boolean) => void
}

/** Who makes the claim: one card, or a field that takes one from the register or a new name. */
export function ClaimantField({
  claimant,
  options,
  offered,
  editable,
  onTake,
  onClaimant,
  onRole,
}: ClaimantFieldProps) {
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
        <>
          {offered !== undefined && (
            <ul className="pm-offers" aria-label="Named in the text">
              <li>
                <OfferChip text={offered} name={`Take claimant ${offered}`} onTake={onTake} />
              </li>
            </ul>
          )}
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
        </>
      )}
    </Section>
  )
}
