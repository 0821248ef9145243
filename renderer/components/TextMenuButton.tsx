import { ChevronDown } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import './Button.css'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { Menu } from './Menu'
import type { MenuAnchor, MenuEntry } from './menu-model'

export interface TextMenuButtonProps<Command extends string> {
  /** The accessible name of button and menu, where the words on the button are too short. */
  readonly label?: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly look?: 'plain' | 'quiet' | 'primary'
  readonly size?: 'md' | 'sm'
  readonly disabled?: boolean
  readonly className?: string
  readonly entries: readonly MenuEntry<Command>[]
  readonly onOpen?: () => void
  readonly onChoose: (command: Command) => void
}

/** A button with words on it that opens a menu; reports the command chosen. */
export function TextMenuButton<Command extends string>(props: TextMenuButtonProps<Command>) {
  const { label, look = 'plain', size = 'md' } = props
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<MenuAnchor | undefined>(undefined)
  const close = (): void => {
    setAnchor(undefined)
    button.current?.focus()
  }
  const toggle = (): void => {
    if (anchor === undefined) props.onOpen?.()
    setAnchor(anchor === undefined ? button.current?.getBoundingClientRect() : undefined)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classNames('pm-button', `pm-${look}`, size === 'sm' && 'pm-sm', props.className)}
        aria-label={label}
        title={props.children === undefined ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        disabled={props.disabled}
        onClick={toggle}
      >
        {props.icon}
        {props.children !== undefined && <span>{props.children}</span>}
        <Icon of={ChevronDown} size={14} />
      </button>
      {anchor !== undefined && (
        <Menu
          label={label ?? (typeof props.children === 'string' ? props.children : '')}
          entries={props.entries}
          anchor={anchor}
          start="first"
          owner={button.current}
          onClose={why => (why === 'outside' ? setAnchor(undefined) : close())}
          onChoose={command => {
            close()
            props.onChoose(command)
          }}
        />
      )}
    </>
  )
}
