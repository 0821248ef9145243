import { useId } from 'react'
import './RangeField.css'

export interface RangeFieldProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  /** The value in words: `17 px`. */
  readonly words: string
  readonly onChange: (value: number) => void
}

/** A number set on a scale; reports every change. */
export function RangeField(props: RangeFieldProps) {
  const id = useId()
  return (
    <div className="pm-field-group">
      <span className="pm-range-head">
        <label className="pm-label" htmlFor={id}>
          {props.label}
        </label>
        <output className="pm-num" htmlFor={id}>
          {props.words}
        </output>
      </span>
      <input
        id={id}
        type="range"
        className="pm-range"
        min={props.least}
        max={props.most}
        step={props.step}
        value={props.value}
        aria-valuetext={props.words}
        onChange={event => props.onChange(event.target.valueAsNumber)}
      />
    </div>
  )
}
