/** What of a key press tells which keys it was. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>

const modifiers = ['Ctrl', 'Alt', 'Shift']
const alone: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'Dead',
  'Process',
])

/**
 * A key press as bindings spell it, `Ctrl+Shift+E`: modifiers in the order Ctrl Alt Shift, then `KeyboardEvent.key` in
 * upper case. Cmd is spelled Ctrl. Punctuation keeps no Shift, since the character tells, and what AltGr gives keeps
 * neither Ctrl nor Alt. `undefined` for a modifier alone and for keys that only begin a character.
 */
export function spellKey(event: KeyPress): string | undefined {
  if (alone.has(event.key)) return undefined
  const key = event.key === ' ' ? 'SPACE' : event.key.toUpperCase()
  const shifted = event.shiftKey && (key.length > 1 || key.toLowerCase() !== key)
  const third = event.getModifierState?.('AltGraph') === true && key.length === 1
  return [
    ...((event.ctrlKey && !third) || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey && !third ? ['Alt'] : []),
    ...(shifted ? ['Shift'] : []),
    key,
  ].join('+')
}

/** Whether keys act alone or with Shift only and give a character, so that typing could set them off. */
export function isSingleKey(keys: string): boolean {
  const { held, key } = partsOf(keys)
  return !held.includes('Ctrl') && !held.includes('Alt') && [...key].length === 1
}

const names: { readonly [key: string]: string } = {
  ARROWUP: '↑',
  ARROWDOWN: '↓',
  ARROWLEFT: '←',
  ARROWRIGHT: '→',
  PAGEUP: 'PgUp',
  PAGEDOWN: 'PgDn',
  DELETE: 'Del',
  ESCAPE: 'Esc',
  ENTER: 'Enter',
  BACKSPACE: 'Backspace',
  INSERT: 'Ins',
  HOME: 'Home',
  END: 'End',
  TAB: 'Tab',
  SPACE: 'Space',
}

const macNames: { readonly [key: string]: string } = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }

/** Keys as they are shown, `Ctrl+Shift+E`, or on macOS `⇧+⌘+E`: joined by `+`, one keycap each. */
export function shownKeys(keys: string, mac: boolean): string {
  const { held, key } = partsOf(keys)
  const shown = names[key] ?? key
  const order = mac ? [...held].reverse().map(name => macNames[name] ?? name) : held
  return [...order, shown].join('+')
}

const ariaNames: { readonly [key: string]: string } = {
  Ctrl: 'Control',
  ARROWUP: 'ArrowUp',
  ARROWDOWN: 'ArrowDown',
  ARROWLEFT: 'ArrowLeft',
  ARROWRIGHT: 'ArrowRight',
  PAGEUP: 'PageUp',
  PAGEDOWN: 'PageDown',
  DELETE: 'Delete',
  ESCAPE: 'Escape',
  ENTER: 'Enter',
  SPACE: 'Space',
  '+': 'Plus',
}

/** Keys in the spelling of `aria-keyshortcuts`. */
export function ariaKeys(keys: string, mac: boolean): string {
  const { held, key } = partsOf(keys)
  return [...held, key].map(name => (mac && name === 'Ctrl' ? 'Meta' : (ariaNames[name] ?? name))).join('+')
}

/** The modifiers held and the key, `Ctrl++` being Ctrl and plus. */
function partsOf(keys: string): { readonly held: readonly string[]; readonly key: string } {
  const held: string[] = []
  let rest = keys
  for (const name of modifiers) {
    if (!rest.startsWith(`${name}+`) || rest === `${name}+`) continue
    held.push(name)
    rest = rest.slice(name.length + 1)
  }
  return { held, key: rest }
}
