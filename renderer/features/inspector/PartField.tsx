import { Crosshair, X } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import { OfferChip } from './OfferChip'
import './PartField.css'

export interface PartFieldProps {
  readonly label: 'Source' | 'Cue'
  readonly text?: string | undefined
  /** What was read in the text and can be taken while nothing is set. */
  readonly offered?: string | undefined
  readonly keys: string
  readonly editable: boolean
  /** Whether there is a text selection to take. */
  readonly canSet: boolean
  readonly onSet: () => void
  readonly onTake: () => void
  readonly onClear: () => void
}

/** A part of the annotation as the text has it; reports the wish to take it from the selection or the offer, or to clear it. */
export function PartField(props: PartFieldProps) {
  const { label, text, offered, keys, editable, canSet } = props
  const offer = editable && text === undefined && offered !== undefined && offered !== ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a name, its value and two buttons in a line
    <div role="group" aria-label={label} className="pm-part-field">
      {editable && (
        <IconButton
          label={canSet ? `Set ${label.toLowerCase()} from selection` : 'Select text first, then set it here'}
          keys={keys}
          size="sm"
          disabled={!canSet}
          onPress={props.onSet}
        >
          <Icon of={Crosshair} size={14} />
        </IconButton>
      )}
      {offer ? (
        <OfferChip text={offered} name={`Take “${offered}” as ${label.toLowerCase()}`} onTake={props.onTake} />
      ) : (
        <span className={text === undefined ? 'pm-part-text pm-ell pm-muted' : 'pm-part-text pm-ell'} title={text}>
          {text ?? 'Not set'}
        </span>
      )}
      {editable && text !== undefined && (
        <IconButton label={`Clear ${label.toLowerCase()}`} size="sm" takesAway onPress={props.onClear}>
          <Icon of={X} size={14} />
        </IconButton>
      )}
    </div>
  )
}
