import './Switch.css'

export interface SwitchProps {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Something that is on or off, with its words; reports the change. */
export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <button type="button" role="switch" aria-checked={on} className="pm-switch" onClick={() => onChange(!on)}>
      <span className="pm-switch-track" aria-hidden />
      {label}
    </button>
  )
}
