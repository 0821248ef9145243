import { Copy, Minus, Square, X } from 'lucide-react'
import { Icon } from '../../components/Icon'
import './WindowControls.css'

export type WindowAct = 'minimise' | 'maximise' | 'close'

export interface WindowControlsProps {
  readonly maximised: boolean
  readonly onWindow: (act: WindowAct) => void
}

/** Minimise, maximise and close, for a window that has no frame of the system. */
export function WindowControls({ maximised, onWindow }: WindowControlsProps) {
  const size = maximised ? 'Restore' : 'Maximise'
  return (
    <div className="pm-window-controls">
      <button type="button" aria-label="Minimise" title="Minimise" onClick={() => onWindow('minimise')}>
        <Icon of={Minus} />
      </button>
      <button type="button" aria-label={size} title={size} onClick={() => onWindow('maximise')}>
        <Icon of={maximised ? Copy : Square} size={14} />
      </button>
      <button
        type="button"
        className="pm-window-close"
        aria-label="Close window"
        title="Close window"
        onClick={() => onWindow('close')}
      >
        <Icon of={X} />
      </button>
    </div>
  )
}
