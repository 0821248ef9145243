import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { KeyHint } from './Keycap'
import { indexOfLetter, type MenuAnchor, type MenuCommand, type MenuEntry, nextIndex, placeMenu } from './menu-model'
import './Menu.css'

export interface MenuProps<Command extends string> {
  readonly label: string
  readonly entries: readonly MenuEntry<Command>[]
  readonly anchor: MenuAnchor
  readonly start: 'first' | 'last'
  /** A press inside it is not one outside of the menu: the button it hangs from. */
  readonly owner?: Element | null
  readonly onChoose: (command: Command) => void
  readonly onClose: (why: 'escape' | 'tab' | 'outside') => void
  /** Arrow left (-1) and right (1), for a bar of menus. */
  readonly onSide?: (step: -1 | 1) => void
}

/** An open menu: arrows, Home, End and first letters move in it. Reports the command chosen or why it closes. */
export function Menu<Command extends string>(props: MenuProps<Command>) {
  const { anchor, start, onClose, owner } = props
  const box = useRef<HTMLDivElement>(null)
  const [place] = useState(() => landmarkOf(owner ?? document.activeElement))

  // What is said of an entry may come later and widen the menu.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries decide how large it is
  useLayoutEffect(() => {
    const menu = box.current
    if (menu === null) return
    const { width, height } = menu.getBoundingClientRect()
    const place = placeMenu(anchor, { width, height }, { width: window.innerWidth, height: window.innerHeight })
    menu.style.left = `${place.left}px`
    menu.style.top = `${place.top}px`
  }, [anchor, props.entries])

  useLayoutEffect(() => {
    if (box.current === null) return
    const items = itemsOf(box.current)
    items.at(start === 'first' ? 0 : -1)?.focus({ preventScroll: true })
  }, [start])

  useEffect(() => {
    const press = (event: PointerEvent): void => {
      const at = event.target
      if (!(at instanceof Node) || box.current?.contains(at) === true || owner?.contains(at) === true) return
      onClose('outside')
    }
    document.addEventListener('pointerdown', press, true)
    return () => document.removeEventListener('pointerdown', press, true)
  }, [onClose, owner])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation()
    if (event.key === 'Escape') onClose('escape')
    else if (event.key === 'Tab') onClose('tab')
    else if (event.key === 'ArrowLeft') props.onSide?.(-1)
    else if (event.key === 'ArrowRight') props.onSide?.(1)
    else if (!moveFocus(event.currentTarget, event.key)) return
    event.preventDefault()
  }

  return createPortal(
    <div ref={box} className="pm-menu" role="menu" aria-label={props.label} tabIndex={-1} onKeyDown={onKeyDown}>
      {props.entries.map((entry, index) =>
        entry === 'separator' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines between commands have no other identity
          <hr key={index} className="pm-menu-line" />
        ) : (
          <MenuItem key={entry.id} command={entry} onChoose={props.onChoose} />
        ),
      )}
    </div>,
    place,
  )
}

/** The part of the window that a menu belongs to: those who go from part to part find it there. */
function landmarkOf(element: Element | null): Element {
  return element?.closest('header, nav, main, aside') ?? document.body
}

interface MenuItemProps<Command extends string> {
  readonly command: MenuCommand<Command>
  readonly onChoose: (command: Command) => void
}

function MenuItem<Command extends string>({ command, onChoose }: MenuItemProps<Command>) {
  const { checked, disabled = false } = command
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role with a state is a checkbox
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={checked}
      aria-disabled={disabled}
      aria-keyshortcuts={command.ariaKeys ?? command.keys?.replace('Ctrl', 'Control')}
      tabIndex={-1}
      className={classNames('pm-menu-item', command.danger === true && 'pm-danger')}
      onPointerEnter={event => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => !disabled && onChoose(command.id)}
    >
      <Icon of={Check} size={14} className={checked === true ? 'pm-menu-check' : 'pm-menu-check pm-off'} />
      <span className="pm-grow">{command.name}</span>
      {command.note !== undefined && <span className="pm-menu-note pm-num">{command.note}</span>}
      {command.keys !== undefined && <KeyHint keys={command.keys} />}
    </button>
  )
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.pm-menu-item')]
}

/** Moves the focus as a key asks; false for a key that moves nothing. */
function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = itemsOf(menu)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const names = items.map(item => item.textContent)
  const to = nextIndex(key, Math.max(at, 0), items.length, 'column') ?? indexOfLetter(key, names, at)
  if (to === undefined) return false
  items[to]?.focus({ preventScroll: false })
  return true
}
