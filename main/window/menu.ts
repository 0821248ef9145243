import { Menu, type MenuItemConstructorOptions } from 'electron'

/** A command of the menu; the window does it. */
export type MenuCommand = (name: string) => void

interface Item {
  readonly label: string
  readonly command: string
  readonly accelerator?: string
}

const file: readonly Item[] = [
  { label: 'Import…', command: 'import', accelerator: 'CmdOrCtrl+O' },
  { label: 'Open Workspace…', command: 'open-workspace', accelerator: 'CmdOrCtrl+Shift+O' },
  { label: 'New Workspace…', command: 'new-workspace', accelerator: 'CmdOrCtrl+Shift+N' },
  { label: 'Export as CSV…', command: 'export-csv', accelerator: 'CmdOrCtrl+Shift+E' },
  { label: 'Export as JSON Lines…', command: 'export-jsonl' },
  { label: 'Export as Markdown…', command: 'export-md' },
]

const edit: readonly Item[] = [
  { label: 'Undo', command: 'undo', accelerator: 'CmdOrCtrl+Z' },
  { label: 'Redo', command: 'redo', accelerator: 'CmdOrCtrl+Shift+Z' },
]

/**
 * The native menu: shown on macOS, and elsewhere there for nothing but the system's conventions, since the page draws
 * its own menu bar and takes the keys. Undo and Redo are ours, not the browser's, so that they reach annotations.
 */
export function setApplicationMenu(platform: NodeJS.Platform, command: MenuCommand): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null)
    return
  }
  const toItem = (item: Item): MenuItemConstructorOptions => ({
    label: item.label,
    ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator, registerAccelerator: false }),
    click: () => command(item.command),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu' },
      { label: 'File', submenu: [...file.map(toItem), { type: 'separator' }, { role: 'close' }] },
      {
        label: 'Edit',
        submenu: [
          ...edit.map(toItem),
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      { role: 'windowMenu' },
    ]),
  )
}
