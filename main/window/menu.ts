import { Menu } from 'electron'
import type { NativeMenu } from '#app/contract/native-menu'
import { menuTemplate } from './menu-template'

/**
 * The native menu: on macOS the menus of the window, elsewhere none, since the page draws its own menu bar and takes the
 * keys. Undo and Redo are the window's, not the browser's, so that they reach annotations.
 */
export function setApplicationMenu(
  platform: NodeJS.Platform,
  menus: readonly NativeMenu[],
  command: (id: string) => void,
): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(menuTemplate(menus, command)) : null)
}
