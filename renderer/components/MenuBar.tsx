import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { classNames } from './class-names'
import { Menu } from './Menu'
import { indexOfLetter, type MenuAnchor, type MenuModel, nextIndex } from './menu-model'
import './MenuBar.css'

export interface MenuBarProps<Command extends string> {
  readonly label: string
  readonly menus: readonly MenuModel<Command>[]
  /** The focus is back where it was before the bar had it. */
  readonly onCommand: (command: Command) => void
  /** The bar has lost the focus, and no menu is open. */
  readonly onLeave?: () => void
  readonly className?: string
}

interface Open {
  readonly index: number
  readonly anchor: MenuAnchor
  readonly start: 'first' | 'last'
}

/** The bar of menus: one stop in the tab order, arrows move along it and into its menus. Reports the command chosen. */
export function MenuBar<Command extends string>(props: MenuBarProps<Command>) {
  const { menus } = props
  const bar = useRef<HTMLDivElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const [current, setCurrent] = useState(0)
  const [open, setOpen] = useState<Open | undefined>(undefined)

  const itemAt = (index: number): HTMLElement | undefined => itemsOf(bar.current)[index]
  const go = (index: number): void => {
    setCurrent(index)
    itemAt(index)?.focus()
  }
  const show = (index: number, start: 'first' | 'last' = 'first'): void => {
    const anchor = itemAt(index)?.getBoundingClientRect()
    setCurrent(index)
    if (anchor !== undefined) setOpen({ index, anchor, start })
  }
  const leave = (): void => {
    setOpen(undefined)
    before.current?.focus()
  }
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const from = event.relatedTarget
    if (from instanceof HTMLElement && !from.closest('.pm-menubar, .pm-menu')) before.current = from
  }
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    const to = event.relatedTarget
    if (!(to instanceof HTMLElement && to.closest('.pm-menubar, .pm-menu'))) props.onLeave?.()
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const names = menus.map(menu => menu.name)
    const to = nextIndex(event.key, index, menus.length, 'row') ?? indexOfLetter(event.key, names, index)
    if (to !== undefined) go(to)
    else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === ' ') show(index)
    else if (event.key === 'ArrowUp') show(index, 'last')
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = open === undefined ? undefined : menus[open.index]
  return (
    <div
      ref={bar}
      className={classNames('pm-menubar', props.className)}
      role="menubar"
      aria-label={props.label}
      onBlur={onBlur}
    >
      {menus.map((menu, index) => (
        <button
          key={menu.name}
          type="button"
          role="menuitem"
          className="pm-menubar-item"
          aria-haspopup="menu"
          aria-expanded={open?.index === index}
          tabIndex={index === current ? 0 : -1}
          onFocus={onFocus}
          onClick={() => (open?.index === index ? setOpen(undefined) : show(index))}
          onPointerEnter={() => open !== undefined && open.index !== index && show(index)}
          onKeyDown={event => onKeyDown(event, index)}
        >
          {menu.name}
        </button>
      ))}
      {open !== undefined && shown !== undefined && (
        <Menu
          key={shown.name}
          label={shown.name}
          entries={shown.entries}
          anchor={open.anchor}
          start={open.start}
          owner={bar.current}
          onSide={step => show((open.index + step + menus.length) % menus.length)}
          onClose={why => {
            setOpen(undefined)
            if (why !== 'outside') go(open.index)
          }}
          onChoose={command => {
            leave()
            props.onCommand(command)
          }}
        />
      )}
    </div>
  )
}

function itemsOf(bar: HTMLElement | null): HTMLElement[] {
  return bar === null ? [] : [...bar.querySelectorAll<HTMLElement>('.pm-menubar-item')]
}
