import type { NativeMenu } from '#app/contract/native-menu'
import type { MenuModel } from '../../components/menu-model'
import { commandNamed } from '../../state/commands'
import type { Binding } from '../../state/key-bindings'
import type { MenuChoice } from './main-menu'

/**
 * The main menu for a system that shows it itself. Only keys that act in the whole window and are held with Ctrl go
 * along: the system would take others away from fields.
 */
export function nativeMenus(menus: readonly MenuModel<MenuChoice>[], bindings: readonly Binding[]): NativeMenu[] {
  return menus.map(({ name, entries }) => ({
    name,
    entries: entries.map(entry => {
      if (entry === 'separator') return entry
      const { id, name: label, disabled, checked } = entry
      const own =
        commandNamed(id)?.where === 'window' ? bindings.find(({ command }) => command === id)?.keys : undefined
      return {
        id,
        name: label,
        ...(own?.startsWith('Ctrl+') === true ? { keys: own } : {}),
        ...(disabled === undefined ? {} : { disabled }),
        ...(checked === undefined ? {} : { checked }),
      }
    }),
  }))
}
