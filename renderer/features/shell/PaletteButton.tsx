import { Search } from 'lucide-react'
import { Icon } from '../../components/Icon'
import { KeyHint } from '../../components/Keycap'
import './PaletteButton.css'

export interface PaletteButtonProps {
  /** As shown: `Ctrl+K`. */
  readonly keys?: string | undefined
  readonly onPress: () => void
}

/** Opens the palette from the title bar; in a narrow window an icon alone. */
export function PaletteButton({ keys, onPress }: PaletteButtonProps) {
  return (
    <button
      type="button"
      className="pm-palette-button"
      aria-haspopup="dialog"
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      title={keys === undefined ? 'Go to or run' : `Go to or run (${keys})`}
      onClick={onPress}
    >
      <Icon of={Search} size={14} />
      <span className="pm-palette-words pm-grow">Go to or run</span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </button>
  )
}
