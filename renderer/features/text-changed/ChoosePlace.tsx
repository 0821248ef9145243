import { Button } from '../../components/Button'
import './ChoosePlace.css'

export interface ChoosePlaceProps {
  /** The first words of what was marked. */
  readonly words: string
  /** Text is selected. */
  readonly selected: boolean
  readonly onPlace: () => void
  readonly onBack: () => void
}

/** Over the text while the place of an annotation is selected in it. */
export function ChoosePlace({ words, selected, onPlace, onBack }: ChoosePlaceProps) {
  return (
    <div className="pm-choose-place" role="status">
      <span className="pm-grow">Select the new place of “{words}”.</span>
      <Button size="sm" look="primary" keys="Enter" disabled={!selected} onPress={onPlace}>
        Place it here
      </Button>
      <Button size="sm" keys="Esc" onPress={onBack}>
        Back
      </Button>
    </div>
  )
}
