import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import './SegmentedControl.css'

export interface Segment<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly icon?: ReactNode
}

export interface SegmentedControlProps<Id extends string> {
  readonly label: string
  readonly options: readonly Segment<Id>[]
  readonly value: Id
  readonly disabled?: boolean
  readonly onChange: (value: Id) => void
}

/** A few choices side by side, one of them chosen: a radio group. Reports the choice. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  return (
    <RadioGroup
      className="pm-segments"
      aria-label={props.label}
      orientation="horizontal"
      value={props.value}
      isDisabled={props.disabled ?? false}
      onChange={value => props.onChange(value as Id)}
    >
      {props.options.map(option => (
        <Radio key={option.id} value={option.id} className="pm-segment">
          {option.icon}
          {option.name}
        </Radio>
      ))}
    </RadioGroup>
  )
}
