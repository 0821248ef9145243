import { Plus } from 'lucide-react'
import { Icon } from '../../components/Icon'
import './OfferChip.css'

export interface OfferChipProps {
  /** What is offered, as the text has it. */
  readonly text: string
  /** What taking it does, for assistive technology and as a tooltip. */
  readonly name: string
  readonly onTake: () => void
}

/** Something that was read in the text and can be taken; reports that it was. */
export function OfferChip({ text, name, onTake }: OfferChipProps) {
  return (
    <button type="button" className="pm-offer" data-once="" aria-label={name} title={name} onClick={onTake}>
      <Icon of={Plus} size={14} />
      <span className="pm-ell">{text}</span>
    </button>
  )
}
