import { Crosshair, X } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { IconButton } from '../../components/IconButton'
import './PartField.css'

export interface PartFieldProps {
  readonly label: 'Source' | 'Cue'
  readonly text?: string | undefined
  readonly keys: string
  readonly editable: boolean
  /** Whether there is a text selection to take. */
  readonly canSet: boolean
  readonly onSet: () => void
  readonly onClear: () => void
}

/** A part of the annotation as the text has it; reports the wish to take it from the selection or to clear it. */
export function PartField({ label, text, keys, editable, canSet, onSet, onClear }: PartFieldProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a name, its value and two buttons in a line
    <div role="group" aria-label={label} className="pm-part-field">
      {editable && (
        <IconButton
          label={canSet ? `Set ${label.toLowerCase()} from selection` : 'Select text first, then set it here'}
          keys={keys}
          size="sm"
          disabled={!canSet}
          onPress={onSet}
        >
          <Icon of={Crosshair} size={14} />
        </IconButton>
      )}
      <span className={text === undefined ? 'pm-part-text pm-ell pm-muted' : 'pm-part-text pm-ell'} title={text}>
        {text ?? 'Not set'}
      </span>
      {editable && text !== undefined && (
        <IconButton label={`Clear ${label.toLowerCase()}`} size="sm" onPress={onClear}>
          <Icon of={X} size={14} />
        </IconButton>
      )}
    </div>
  )
}
