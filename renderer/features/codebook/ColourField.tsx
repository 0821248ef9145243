import { Check } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Icon } from '../../components/Icon'
import './ColourField.css'
import { tagColour, tagColourName, tagColours } from './tag-colours'

const none = 'none'

export interface ColourFieldProps {
  readonly colour: string | undefined
  readonly onColour: (colour: string | null) => void
}

/** The palette; what is chosen is named beside the label. Reports the choice, `null` for no colour. */
export function ColourField({ colour, onColour }: ColourFieldProps) {
  const choices = [{ id: none, name: 'None' }, ...tagColours]
  return (
    <div className="pm-field-group">
      <span className="pm-label" aria-hidden>
        Colour <span className="pm-second">{tagColourName(colour)}</span>
      </span>
      <RadioGroup
        className="pm-colours"
        aria-label="Colour"
        orientation="horizontal"
        value={colour ?? none}
        onChange={id => onColour(id === none ? null : id)}
      >
        {choices.map(({ id, name }) => (
          <Radio key={id} value={id} aria-label={name} className="pm-colour">
            <span
              className={id === none ? 'pm-colour-disc pm-none' : 'pm-colour-disc'}
              style={id === none ? undefined : { background: tagColour(id) }}
            >
              <Icon of={Check} size={14} className="pm-colour-check" />
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
