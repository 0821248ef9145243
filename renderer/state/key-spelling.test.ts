import { expect, test } from 'vitest'
import { ariaKeys, isSingleKey, shownKeys } from './key-spelling'

test.each([
  ['Ctrl+Shift+E', 'Ctrl+Shift+E', '⇧+⌘+E', 'Control+Shift+E', 'Meta+Shift+E'],
  ['Ctrl++', 'Ctrl++', '⌘++', 'Control+Plus', 'Meta+Plus'],
  ['Alt+ARROWDOWN', 'Alt+↓', '⌥+↓', 'Alt+ArrowDown', 'Alt+ArrowDown'],
  ['DELETE', 'Del', 'Del', 'Delete', 'Delete'],
  ['[', '[', '[', '[', '['],
])('%s is shown as %s, on macOS as %s', (keys, shown, mac, aria, ariaMac) => {
  expect([shownKeys(keys, false), shownKeys(keys, true)]).toEqual([shown, mac])
  expect([ariaKeys(keys, false), ariaKeys(keys, true)]).toEqual([aria, ariaMac])
})

test('single keys are those that typing could set off', () => {
  expect(['Q', 'Shift+S', '?', '['].every(isSingleKey)).toBe(true)
  expect(['Ctrl+Q', 'Alt+ARROWUP', 'DELETE', 'F6', 'ESCAPE'].some(isSingleKey)).toBe(false)
})
