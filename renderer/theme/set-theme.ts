import type { Theme } from '#app/contract/values'

/** Marks the page light or dark; `system` follows what the machine prefers (`dark`). */
export function setTheme(root: HTMLElement, theme: Theme, dark: boolean): void {
  root.dataset.theme = theme === 'system' ? (dark ? 'dark' : 'light') : theme
}
