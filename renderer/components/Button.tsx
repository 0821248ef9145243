import type { ReactNode } from 'react'
import './Button.css'
import { classNames } from './class-names'
import { KeyHint } from './Keycap'
import { ariaKeysOf, useKeysInUse } from './keys-in-use'

export interface ButtonProps {
  readonly children: ReactNode
  readonly look?: 'primary' | 'plain' | 'tint' | 'quiet'
  readonly size?: 'md' | 'sm'
  readonly danger?: boolean
  readonly icon?: ReactNode
  /** The usual keys that do the same, shown on the button as they are now: `Ctrl+O`. */
  readonly keys?: string
  readonly disabled?: boolean
  /** Takes the focus when it appears. */
  readonly first?: boolean
  /** The accessible name, where the words on the button are too short without what surrounds them. */
  readonly label?: string
  /** The name by which commands find it. */
  readonly field?: string
  readonly onPress: () => void
}

/** A button with words on it; reports a press. */
export function Button(props: ButtonProps) {
  const { look = 'plain', size = 'md', danger = false } = props
  const keys = useKeysInUse(props.keys)
  return (
    <button
      type="button"
      className={classNames('pm-button', `pm-${look}`, size === 'sm' && 'pm-sm', danger && 'pm-danger')}
      aria-label={props.label}
      aria-keyshortcuts={ariaKeysOf(keys)}
      disabled={props.disabled}
      data-field={props.field}
      // biome-ignore lint/a11y/noAutofocus: the one action of a dialog or of an empty view, asked for by the caller
      autoFocus={props.first}
      onClick={props.onPress}
    >
      {props.icon}
      <span>{props.children}</span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </button>
  )
}
