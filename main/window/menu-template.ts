import type { MenuItemConstructorOptions } from 'electron'
import type { NativeMenu } from '#app/contract/native-menu'

/** The native menu of macOS as Electron takes it: the window's menus between those that every program has there. */
export function menuTemplate(
  menus: readonly NativeMenu[],
  command: (id: string) => void,
): MenuItemConstructorOptions[] {
  const own = menus.map(({ name, entries }): MenuItemConstructorOptions => {
    const items = entries.map((entry): MenuItemConstructorOptions => {
      if (entry === 'separator') return { type: 'separator' }
      const { id, name: label, keys, disabled, checked } = entry
      return {
        id,
        label,
        enabled: disabled !== true,
        ...(checked === undefined ? {} : { type: 'checkbox', checked }),
        ...(keys === undefined ? {} : { accelerator: accelerator(keys) }),
        click: () => command(id),
      }
    })
    return { label: name, submenu: name === 'Edit' ? [...items, ...clipboard] : items }
  })
  const edit: MenuItemConstructorOptions[] = own.length === 0 ? [{ label: 'Edit', submenu: clipboard }] : own
  return [{ role: 'appMenu' }, ...edit, { role: 'windowMenu' }]
}

const clipboard: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]

const names: { readonly [key: string]: string } = {
  Ctrl: 'CmdOrCtrl',
  ARROWUP: 'Up',
  ARROWDOWN: 'Down',
  ARROWLEFT: 'Left',
  ARROWRIGHT: 'Right',
  PAGEUP: 'PageUp',
  PAGEDOWN: 'PageDown',
  ENTER: 'Return',
  ESCAPE: 'Escape',
  DELETE: 'Delete',
}

/** Keys of the window, `Ctrl+Shift+E`, in Electron's spelling; `Ctrl++` is Ctrl and plus. */
function accelerator(keys: string): string {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), 'Plus'] : keys.split('+')
  return parts.map(part => names[part] ?? part).join('+')
}
