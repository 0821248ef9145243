import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { IconButton } from './IconButton'
import { Menu } from './Menu'
import type { MenuAnchor, MenuEntry } from './menu-model'

export interface MenuButtonProps<Command extends string> {
  readonly label: string
  readonly entries: readonly MenuEntry<Command>[]
  readonly children: ReactNode
  readonly disabled?: boolean
  readonly onChoose: (command: Command) => void
}

/** An icon that opens a menu; reports the command chosen. */
export function MenuButton<Command extends string>(props: MenuButtonProps<Command>) {
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<MenuAnchor | undefined>(undefined)
  const close = (): void => {
    setAnchor(undefined)
    button.current?.focus()
  }
  return (
    <>
      <IconButton
        ref={button}
        label={props.label}
        popup="menu"
        expanded={anchor !== undefined}
        disabled={props.disabled ?? false}
        onPress={() => setAnchor(anchor === undefined ? button.current?.getBoundingClientRect() : undefined)}
      >
        {props.children}
      </IconButton>
      {anchor !== undefined && (
        <Menu
          label={props.label}
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
