import { expect, test, vi } from 'vitest'
import { menuTemplate } from './menu-template'

const command = vi.fn()

test('the menus of the window stand between those of the system, with what a field needs in Edit', () => {
  const template = menuTemplate(
    [
      { name: 'Edit', entries: [{ id: 'undo', name: 'Undo', keys: 'Ctrl+Z', disabled: true }] },
      { name: 'View', entries: [{ id: 'text-larger', name: 'Larger text', keys: 'Ctrl++' }, 'separator'] },
    ],
    command,
  )
  expect(template.map(({ role, label }) => role ?? label)).toEqual(['appMenu', 'Edit', 'View', 'windowMenu'])
  expect(template[1]?.submenu).toMatchObject([
    { label: 'Undo', accelerator: 'CmdOrCtrl+Z', enabled: false },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ])
  expect(template[2]?.submenu).toMatchObject([{ accelerator: 'CmdOrCtrl+Plus' }, { type: 'separator' }])
})

test('an item runs its command', () => {
  const [, file] = menuTemplate([{ name: 'File', entries: [{ id: 'import', name: 'Import…' }] }], command)
  const [item] = Array.isArray(file?.submenu) ? file.submenu : []
  item?.click?.({} as never, undefined, {} as never)
  expect(command.mock.calls).toEqual([['import']])
})

test('before the window has said anything fields can be cut and pasted in', () => {
  expect(menuTemplate([], command).map(({ role, label }) => role ?? label)).toEqual(['appMenu', 'Edit', 'windowMenu'])
})
