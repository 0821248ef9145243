import { expect, test } from 'vitest'
import type { CommandFacts } from '../../state/command-facts'
import { bindingsFrom } from '../../state/key-bindings'
import { type MenuSource, mainMenu } from './main-menu'

const facts: CommandFacts = {
  workspace: true,
  document: true,
  versions: false,
  readOnly: false,
  earlier: false,
  selection: true,
  active: false,
  activeClaim: false,
  anyActive: false,
  annotations: true,
  previous: false,
  next: false,
  back: false,
  ahead: false,
  files: false,
  library: true,
  inspector: false,
  onlyMine: false,
  theme: 'dark',
  view: 'read',
  writing: false,
  adjudicating: false,
  blind: false,
}
const source: MenuSource = { facts, bindings: bindingsFrom(undefined), recent: [], mac: false }

function items(given = source) {
  return mainMenu(given)
    .flatMap(menu => menu.entries)
    .flatMap(entry => (entry === 'separator' ? [] : [entry]))
}

test('commands stand with the keys that they have now', () => {
  expect(items().find(({ id }) => id === 'mark-quote')).toMatchObject({ name: 'Mark as quote', keys: 'Q' })
  const changed = { ...source, bindings: bindingsFrom({ 'mark-quote': ['Ctrl+Shift+Q'] }), mac: true }
  expect(items(changed).find(({ id }) => id === 'mark-quote')).toMatchObject({
    keys: '⇧+⌘+Q',
    ariaKeys: 'Meta+Shift+Q',
  })
})

test('what cannot be done now is shown as such, and switches show how they stand', () => {
  const disabled = (given: CommandFacts) =>
    items({ ...source, facts: given })
      .filter(({ disabled }) => disabled === true)
      .map(({ id }) => id)
  expect(disabled(facts)).not.toContain('mark-quote')
  expect(disabled(facts)).toContain('add-tag')
  expect(disabled({ ...facts, readOnly: true })).toContain('mark-quote')
  const checked = items()
    .filter(item => item.checked === true)
    .map(({ id }) => id)
  expect(checked).toEqual(['view-read', 'toggle-library', 'theme-dark'])
})

test('recent workspaces stand in the File menu, five at most', () => {
  const recent = Array.from({ length: 8 }, (_, n) => ({ name: `Study ${n}` }))
  const names = items({ ...source, recent }).flatMap(({ id, name }) => (id.startsWith('recent:') ? [name] : []))
  expect(names).toEqual(['Study 0', 'Study 1', 'Study 2', 'Study 3', 'Study 4'])
})

test('no menu begins or ends with a line', () => {
  for (const { entries } of mainMenu(source))
    expect([entries[0], entries[entries.length - 1]]).not.toContain('separator')
})
