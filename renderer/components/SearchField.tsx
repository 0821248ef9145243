import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Icon } from './Icon'
import { IconButton } from './IconButton'
import { KeyHint } from './Keycap'
import { ariaKeysOf, useKeysInUse } from './keys-in-use'
import './TextField.css'

export interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly keys?: string
  readonly ref?: Ref<HTMLInputElement>
  readonly onChange: (value: string) => void
  /** Arrow down or Enter: on to what was found. */
  readonly onLeave?: () => void
}

/** A field that filters a list; Escape clears it. Reports every change and the wish to go on to the list. */
export function SearchField(props: SearchFieldProps) {
  const keys = useKeysInUse(props.keys)
  return (
    <search className="pm-field">
      <Icon of={Search} size={14} />
      <input
        ref={props.ref}
        type="search"
        className="pm-field-input"
        aria-label={props.label}
        aria-keyshortcuts={ariaKeysOf(keys)}
        placeholder={props.placeholder}
        value={props.value}
        autoComplete="off"
        spellCheck={false}
        onChange={event => props.onChange(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && props.value !== '') {
            event.preventDefault()
            event.stopPropagation()
            props.onChange('')
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            props.onLeave?.()
          }
        }}
      />
      {props.value === '' ? (
        keys !== undefined && <KeyHint keys={keys} />
      ) : (
        <IconButton label="Clear search" size="sm" onPress={() => props.onChange('')}>
          <Icon of={X} size={14} />
        </IconButton>
      )}
    </search>
  )
}
