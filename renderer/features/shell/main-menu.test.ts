import { expect, test } from 'vitest'
import { type Command, type MenuState, mainMenu } from './main-menu'

const state: MenuState = {
  workspace: true,
  document: true,
  readOnly: false,
  selection: true,
  active: false,
  annotations: true,
  undo: false,
  redo: false,
  library: true,
  inspector: true,
  theme: 'system',
}

test('only what is served is in the menus, without loose lines', () => {
  const menus = mainMenu(state, new Set<Command>(['import', 'settings', 'mark-quote']))
  expect(menus.map(menu => menu.name)).toEqual(['File', 'Edit', 'View', 'Annotate', 'Help'])
  expect(menus[0]?.entries.map(entry => (entry === 'separator' ? '-' : entry.id))).toEqual(['import', '-', 'settings'])
  expect(menus[1]?.entries).toEqual([])
})

test('what cannot be done now is shown as such', () => {
  const served = new Set<Command>(['mark-quote', 'add-tag', 'undo'])
  const disabled = (given: MenuState) =>
    mainMenu(given, served)
      .flatMap(menu => menu.entries)
      .filter(entry => entry !== 'separator' && entry.disabled === true)
      .map(entry => (entry === 'separator' ? '' : entry.id))
  expect(disabled(state)).toEqual(['undo', 'add-tag'])
  expect(disabled({ ...state, readOnly: true })).toEqual(['undo', 'mark-quote', 'add-tag'])
})
