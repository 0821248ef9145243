import { ChevronsUpDown, type LucideIcon, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useContext, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { type Choice, type ComboOption, creating, offered, whatIsTyped } from './combo-options'
import { Icon } from './Icon'
import { KeyHint } from './Keycap'
import './ComboBox.css'
import './Options.css'
import './TextField.css'

export interface ComboBoxProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly options: readonly ComboOption[]
  readonly placeholder: string
  readonly icon?: LucideIcon
  readonly field?: string
  /** What a new one is called in the list: `New speaker`. */
  readonly createLabel: string
  /** One of the options, or a name that none of them has. */
  readonly onChoose: (choice: Choice) => void
}

/**
 * Adds to a set by typing: narrows the options, offers to create what none of them is called, and empties itself
 * after a choice. The line that Enter takes is shown as such: that of the same name, of a name that goes on so, or the new
 * one. Reports the choice.
 */
export function ComboBox(props: ComboBoxProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLDivElement>(null)
  const items = useMemo(() => offered(props.options, text), [props.options, text])
  const meant = useMemo(() => whatIsTyped(props.options, text), [props.options, text])
  const taken = meant === undefined ? undefined : 'id' in meant ? meant.id : creating
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return
    setText('')
    props.onChoose(choice)
  }
  return (
    <AriaComboBox
      className="pm-field-group"
      items={items}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={key => {
        if (key === creating) choose({ create: text.trim() })
        else if (key !== null) choose({ id: String(key) })
      }}
      allowsCustomValue
      allowsEmptyCollection
      // A choice empties the field, which must not open the list again.
      menuTrigger={text === '' ? 'manual' : 'input'}
    >
      <Label className={props.hideLabel === true ? 'pm-vh' : 'pm-label'}>{props.label}</Label>
      <TypedField ref={field} onEnter={() => choose(meant)}>
        {props.icon !== undefined && <Icon of={props.icon} size={14} />}
        <Input className="pm-field-input" placeholder={props.placeholder} data-field={props.field} />
        <Button className="pm-combo-open" aria-label={`Show all: ${props.label}`}>
          <Icon of={ChevronsUpDown} size={14} />
        </Button>
      </TypedField>
      <Popover className="pm-options pm-combo-options" offset={4} triggerRef={field}>
        <ListBox
          className="pm-options-list"
          dependencies={[taken]}
          renderEmptyState={() => <p className="pm-options-empty">None yet. Type a name to add one.</p>}
        >
          {(item: ComboOption) => (
            <ListBoxItem id={item.id} textValue={item.name} className="pm-option">
              {item.id === creating && <Icon of={Plus} size={14} />}
              {item.id === creating && <span className="pm-option-note">{props.createLabel}</span>}
              <span className="pm-grow pm-ell">{item.name}</span>
              {item.id === taken && <KeyHint keys="Enter" />}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

interface TypedFieldProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onEnter: () => void
  readonly children: ReactNode
}

/**
 * The field itself. Enter takes what is typed, unless an option was gone to with the arrow keys since: one under a
 * resting pointer has the focus too, and is not meant. Tab never takes an option.
 */
function TypedField({ ref, onEnter, children }: TypedFieldProps) {
  const list = useContext(ComboBoxStateContext)
  const arrowed = useRef(false)
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Tab') event.stopPropagation()
    if (event.key === 'Enter' && !arrowed.current) {
      event.preventDefault()
      event.stopPropagation()
      list?.close()
      onEnter()
    }
    arrowed.current = event.key === 'ArrowDown' || event.key === 'ArrowUp'
  }
  return (
    <div ref={ref} className="pm-field pm-combo" onKeyDownCapture={onKey}>
      {children}
    </div>
  )
}
