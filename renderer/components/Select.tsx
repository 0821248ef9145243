import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names'
import { Icon } from './Icon'
import './Options.css'
import './Select.css'
import './TextField.css'

export interface SelectOption<Id extends string> {
  readonly id: Id
  readonly name: string
  readonly icon?: ReactNode
}

export interface SelectProps<Id extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly SelectOption<Id>[]
  /** `null`: nothing is chosen yet. */
  readonly value: Id | null
  readonly placeholder?: string
  readonly look?: 'field' | 'button' | 'quiet'
  readonly field?: string
  readonly onChange: (value: Id) => void
}

/** A choice from a list that opens; reports the choice. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  return (
    <AriaSelect
      className="pm-field-group"
      value={props.value}
      placeholder={props.placeholder ?? 'Not set'}
      onChange={key => {
        const option = props.options.find(one => one.id === key)
        if (option !== undefined) props.onChange(option.id)
      }}
    >
      <Label className={props.hideLabel === true ? 'pm-vh' : 'pm-label'}>{props.label}</Label>
      <Button className={classNames('pm-select', `pm-select-${props.look ?? 'field'}`)} data-field={props.field}>
        <SelectValue className="pm-select-value" />
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="pm-options" offset={4}>
        <ListBox className="pm-options-list" items={props.options}>
          {option => (
            <ListBoxItem id={option.id} textValue={option.name} className="pm-option">
              {option.icon}
              <span className="pm-grow">{option.name}</span>
              <Icon of={Check} size={14} className="pm-option-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
