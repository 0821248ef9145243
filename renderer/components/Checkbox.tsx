import type { ReactNode } from 'react'
import './Checkbox.css'
import './Tick.css'

export interface CheckboxProps {
  /** The accessible name, and what stands beside the box. */
  readonly label: string
  /** What else is said of it. */
  readonly note?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** One of several things that are chosen together; reports the change. */
export function Checkbox({ label, note, on, onChange }: CheckboxProps) {
  return (
    <label className="pm-checkbox">
      <input type="checkbox" className="pm-tick" checked={on} onChange={() => onChange(!on)} />
      <span className="pm-grow pm-ell" title={label}>
        {label}
      </span>
      {note !== undefined && <span className="pm-second pm-num">{note}</span>}
    </label>
  )
}
