import type { ReactNode, Ref } from 'react'
import './IconButton.css'
import { classNames } from './class-names'
import { ariaKeysOf, useKeysInUse } from './keys-in-use'

export interface IconButtonProps {
  /** The accessible name and the tooltip. */
  readonly label: string
  readonly children: ReactNode
  readonly keys?: string
  /** For a switch: whether it is on. */
  readonly pressed?: boolean
  /** For a button that opens something: whether it is open. */
  readonly expanded?: boolean
  readonly popup?: 'menu' | 'dialog'
  readonly size?: 'md' | 'sm'
  readonly disabled?: boolean
  /** It takes away what it stands beside. */
  readonly takesAway?: boolean
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
  readonly onPress: () => void
}

/** A button with an icon alone; its name shows as a tooltip, with the keys that do the same. Reports a press. */
export function IconButton(props: IconButtonProps) {
  const { label, pressed, expanded } = props
  const keys = useKeysInUse(props.keys)
  return (
    <button
      ref={props.ref}
      type="button"
      className={classNames('pm-icon-button', props.size === 'sm' && 'pm-sm', props.className)}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      aria-keyshortcuts={ariaKeysOf(keys)}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-haspopup={props.popup}
      disabled={props.disabled}
      data-takes-away={props.takesAway === true ? '' : undefined}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  )
}
