import { X } from 'lucide-react'
import './Chip.css'
import { Icon } from './Icon'

export interface ChipProps {
  /** The last name is what the chip says; those before it say where it belongs. */
  readonly path: readonly string[]
  /** A CSS colour for the dot; none without it. */
  readonly colour?: string | undefined
  /** Without it the chip cannot be removed. */
  readonly onRemove?: (() => void) | undefined
}

/** A name as a pill, with its path; reports the wish to remove it. */
export function Chip({ path, colour, onRemove }: ChipProps) {
  const above = path.slice(0, -1)
  return (
    <span className="pm-chip">
      {colour !== undefined && <span className="pm-chip-dot" style={{ background: colour }} aria-hidden />}
      <span className="pm-chip-path" title={path.join(' / ')}>
        {above.length > 0 && (
          <>
            <span className="pm-chip-above pm-ell">{above.join(' / ')}</span>
            <span className="pm-chip-slash"> / </span>
          </>
        )}
        <span className="pm-ell">{path.at(-1)}</span>
      </span>
      {onRemove !== undefined && (
        <button
          type="button"
          className="pm-chip-remove"
          data-takes-away=""
          aria-label={`Remove ${path.join(' / ')}`}
          title={`Remove ${path.join(' / ')}`}
          onClick={onRemove}
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  )
}
