import { Button } from '../../components/Button'
import { TextStrip } from '../../components/TextStrip'

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
    <TextStrip
      tone="accent"
      actions={
        <>
          <Button size="sm" look="primary" keys="Enter" disabled={!selected} onPress={onPlace}>
            Place it here
          </Button>
          <Button size="sm" keys="Esc" onPress={onBack}>
            Back
          </Button>
        </>
      }
    >
      <span className="pm-grow">Select the new place of “{words}”.</span>
    </TextStrip>
  )
}
