import { memo } from 'react'
import type { Claim, Figure } from '#annotations/model/annotation'
import type { AnnotationId } from '#annotations/model/ids'
import { Select } from '../../components/Select'
import { TextArea } from '../../components/TextArea'
import { ClaimantField } from './ClaimantField'
import { FigureTable } from './FigureTable'
import type { InspectorOptions, InspectorWishes } from './inspector-values'
import { Section, ShownField } from './Section'

export interface ClaimFieldsProps {
  readonly id: AnnotationId
  readonly claim: Claim
  /** Figures that were read in its text and are not set. */
  readonly offered: readonly Figure[]
  /** Who may make it, by name, while it has no claimant. */
  readonly offeredClaimant: string | undefined
  readonly speakers: InspectorOptions['speakers']
  readonly claimTypes: InspectorOptions['claimTypes']
  readonly editable: boolean
  readonly wishes: InspectorWishes
}

/** The type that is chosen when a claim has none. */
const noType = ''

/**
 * What makes a claim: its type, its figures, the claim in plain words, and who makes it. Drawn again only when one of its
 * props is another object.
 */
export const ClaimFields = memo(function ClaimFields(props: ClaimFieldsProps) {
  const { id, claim, offered, offeredClaimant, speakers, claimTypes, editable, wishes } = props
  const types = [{ id: noType, name: 'Not set' }, ...claimTypes]
  return (
    <>
      <Section label="Claim type" {...(editable ? { keys: 'Shift+C' } : {})}>
        {editable ? (
          <Select
            label="Claim type"
            hideLabel
            field="claim-type"
            options={types}
            value={claim.type ?? noType}
            onChange={type => wishes.onClaimType(id, type === noType ? null : type)}
          />
        ) : (
          <ShownField label="Claim type">{types.find(type => type.id === claim.type)?.name ?? 'Not set'}</ShownField>
        )}
      </Section>
      <Section label="Figures" count={claim.figures.length} {...(editable ? { keys: 'F' } : {})}>
        <FigureTable
          figures={claim.figures}
          offered={offered}
          editable={editable}
          takesMore={offeredClaimant !== undefined}
          onFigures={figures => wishes.onFigures(id, figures)}
          onTakeAll={() => wishes.onTake(id, 'all')}
        />
      </Section>
      <Section label="In plain words" {...(editable ? { keys: 'P' } : {})}>
        {editable ? (
          <TextArea
            label="In plain words"
            hideLabel
            field="statement"
            value={claim.statement ?? ''}
            placeholder="Say the claim as one sentence"
            onText={(text, final) => wishes.onStatement(id, text, final)}
          />
        ) : (
          <ShownField label="In plain words">{claim.statement ?? 'Not set'}</ShownField>
        )}
      </Section>
      <ClaimantField
        claimant={claim.claimant}
        options={speakers}
        offered={offeredClaimant}
        editable={editable}
        onTake={() => wishes.onTake(id, 'claimant')}
        onClaimant={claimant => wishes.onClaimant(id, claimant)}
        onRole={(role, final) => wishes.onClaimantRole(id, role, final)}
      />
    </>
  )
})
