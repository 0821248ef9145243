/** A command in a menu, or a line between groups of them. */
export type MenuEntry<Command extends string> = MenuCommand<Command> | 'separator'

export interface MenuCommand<Command extends string> {
  readonly id: Command
  readonly name: string
  /** The keys that do the same, as shown: `Ctrl+O`. */
  readonly keys?: string
  /** The same in the spelling of `aria-keyshortcuts`, where it differs in more than Ctrl. */
  readonly ariaKeys?: string
  /** A word at the end of the line that says more: what a choice costs. */
  readonly note?: string
  readonly disabled?: boolean
  /** For a switch: whether it is on. */
  readonly checked?: boolean
  readonly danger?: boolean
}

export interface MenuModel<Command extends string> {
  readonly name: string
  readonly entries: readonly MenuEntry<Command>[]
}

/** Where a menu hangs from: the box of its button, or the point of a click. In pixels of the window. */
export interface MenuAnchor {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** The place of a menu: under its anchor, above when there is no room, and inside the window. */
export function placeMenu(
  anchor: MenuAnchor,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): { left: number; top: number } {
  const edge = 8
  const below = anchor.bottom + 4
  const above = anchor.top - 4 - size.height
  const top = below + size.height + edge <= view.height || above < edge ? below : above
  return {
    left: Math.max(edge, Math.min(anchor.left, view.width - edge - size.width)),
    top: Math.max(edge, Math.min(top, view.height - edge - size.height)),
  }
}

/** The index that a key leads to among `count` things in a row or column, wrapping round; `undefined` for other keys. */
export function nextIndex(key: string, from: number, count: number, axis: 'row' | 'column'): number | undefined {
  const [back, on] = axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  if (key === on) return (from + 1) % count
  if (key === back) return (from - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** The next index whose name starts with a typed letter, after `from` and round; `undefined` when none does. */
export function indexOfLetter(letter: string, names: readonly string[], from: number): number | undefined {
  if ([...letter].length !== 1 || letter === ' ') return undefined
  const wanted = letter.toLocaleLowerCase()
  const order = names.map((_, step) => (from + 1 + step) % names.length)
  return order.find(index => names[index]?.toLocaleLowerCase().startsWith(wanted))
}
