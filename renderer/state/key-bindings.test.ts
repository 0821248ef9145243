import { describe, expect, test } from 'vitest'
import { menuLayout } from '../features/shell/main-menu'
import { type CommandName, commandList } from './commands'
import { bindingsFrom, commandOf, conflictsOf, keysInUse, withKeys } from './key-bindings'
import { isSingleKey, type KeyPress, spellKey } from './key-spelling'

const usual = bindingsFrom(undefined)

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('the commands', () => {
  test('have ids and titles of their own', () => {
    expect(new Set(commandList.map(({ id }) => id)).size).toBe(commandList.length)
    expect(new Set(commandList.map(({ title }) => title)).size).toBe(commandList.length)
  })

  test('stand in a menu at most once', () => {
    const placed = menuLayout.flatMap(({ entries }) => entries).filter(entry => entry !== 'separator')
    expect(new Set(placed).size).toBe(placed.length)
  })

  test('are told with their partners in the keyboard sheet', () => {
    const partners = commandList.flatMap(({ pair }) => pair?.with ?? [])
    for (const partner of partners) expect(commandList.map(({ id }) => id)).toContain(partner)
  })

  test('never share keys at one place', () => {
    expect(conflictsOf(usual)).toEqual([])
  })

  test('spell their keys as key presses are spelled', () => {
    for (const { keys } of usual) {
      const parts = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(.+)$/.exec(keys)
      const key = parts?.[4] ?? ''
      const held = {
        ctrlKey: parts?.[1] !== undefined,
        altKey: parts?.[2] !== undefined,
        shiftKey: parts?.[3] !== undefined,
      }
      expect(spellKey(press(key, held))).toBe(keys)
    }
  })
})

/** The keys of the interface description, for the commands that there are. */
const described: readonly (readonly [CommandName, string])[] = [
  ['next-annotation', 'J'],
  ['previous-annotation', 'K'],
  ['select-next-sentence', 'Alt+ARROWDOWN'],
  ['select-previous-sentence', 'Alt+ARROWUP'],
  ['add-next-sentence', 'Alt+Shift+ARROWDOWN'],
  ['next-paragraph', 'Ctrl+ARROWDOWN'],
  ['previous-paragraph', 'Ctrl+ARROWUP'],
  ['go-to-paragraph', 'Ctrl+G'],
  ['next-document', 'Alt+PAGEDOWN'],
  ['previous-document', 'Alt+PAGEUP'],
  ['mark-quote', 'Q'],
  ['mark-claim', 'C'],
  ['mark-note', 'N'],
  ['shrink-end', '['],
  ['grow-end', ']'],
  ['grow-end', 'Alt+ARROWRIGHT'],
  ['shrink-end', 'Alt+ARROWLEFT'],
  ['grow-start', '{'],
  ['shrink-start', '}'],
  ['grow-start', 'Alt+Shift+ARROWLEFT'],
  ['shrink-start', 'Alt+Shift+ARROWRIGHT'],
  ['go-speakers', 'S'],
  ['add-tag', 'T'],
  ['repeat-tags', 'Shift+T'],
  ['next-overlap', 'O'],
  ['submit', 'Ctrl+ENTER'],
  ['delete-annotation', 'DELETE'],
  ['go-inspector', 'ENTER'],
  ['leave-annotation', 'ESCAPE'],
  ['add-to-annotation', 'A'],
  ['set-source', 'W'],
  ['set-cue', 'U'],
  ['speaker-from-selection', 'Shift+S'],
  ['edit-note', 'E'],
  ['find-in-list', '/'],
  ['find-in-text', 'Ctrl+F'],
  ['find-in-workspace', 'Ctrl+Shift+F'],
  ['export-shown', 'Ctrl+E'],
  ['export-csv', 'Ctrl+Shift+E'],
  ['palette', 'Ctrl+K'],
  ['keyboard', '?'],
  ['go-back', 'Alt+ARROWLEFT'],
  ['go-forward', 'Alt+ARROWRIGHT'],
  ['view-read', 'Ctrl+1'],
  ['next-pane', 'F6'],
  ['previous-pane', 'Shift+F6'],
  ['toggle-library', 'Ctrl+B'],
  ['toggle-inspector', 'Ctrl+\\'],
  ['import', 'Ctrl+O'],
  ['undo', 'Ctrl+Z'],
  ['redo', 'Ctrl+Y'],
  ['redo', 'Ctrl+Shift+Z'],
  ['text-larger', 'Ctrl++'],
  ['text-smaller', 'Ctrl+-'],
]

test.each(described)('%s has the key %s', (command, keys) => {
  expect(usual).toContainEqual(expect.objectContaining({ command, keys }))
})

describe('a key press', () => {
  test('acts by the place of the focus', () => {
    expect(commandOf(press('q'), 'text', usual, true)).toBe('mark-quote')
    expect(commandOf(press('q'), 'list', usual, true)).toBeUndefined()
    expect(commandOf(press('/'), 'list', usual, true)).toBe('find-in-list')
    expect(commandOf(press('/'), 'text', usual, true)).toBeUndefined()
    expect(commandOf(press('k', { ctrlKey: true }), 'elsewhere', usual, true)).toBe('palette')
    expect(commandOf(press('k', { metaKey: true }), 'field', usual, true)).toBe('palette')
  })

  test('with a single key never acts in a field, and nowhere when they are off', () => {
    expect(commandOf(press('?', { shiftKey: true }), 'text', usual, true)).toBe('keyboard')
    expect(commandOf(press('?', { shiftKey: true }), 'field', usual, true)).toBeUndefined()
    const single = usual.filter(({ keys }) => isSingleKey(keys))
    expect(single.length).toBeGreaterThan(15)
    for (const { keys, where } of single)
      expect(commandOf(press(keys), where === 'window' ? 'elsewhere' : where, usual, false)).toBeUndefined()
    expect(commandOf(press('Delete'), 'text', usual, false)).toBe('delete-annotation')
  })

  test('undoes in a field what the field holds', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'field', usual, true)).toBeUndefined()
    expect(commandOf(press('z', { ctrlKey: true }), 'text', usual, true)).toBe('undo')
  })

  test('goes back and forward along the way where it is not the end of an annotation or the field’s own', () => {
    const back = press('ArrowLeft', { altKey: true })
    expect(commandOf(back, 'list', usual, true)).toBe('go-back')
    expect(commandOf(back, 'elsewhere', usual, true)).toBe('go-back')
    expect(commandOf(back, 'text', usual, true)).toBe('shrink-end')
    expect(commandOf(back, 'field', usual, true)).toBeUndefined()
    for (const place of ['text', 'list', 'field', 'elsewhere'] as const) {
      expect(commandOf(press('j', { ctrlKey: true }), place, usual, true)).toBe('go-back')
    }
  })

  test('of a modifier alone is none, and AltGr gives its character', () => {
    expect(spellKey(press('Shift', { shiftKey: true }))).toBeUndefined()
    const third = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' }
    expect(spellKey(press('[', third))).toBe('[')
  })
})

describe('keys of the person', () => {
  test('take the place of the usual ones', () => {
    const changed = withKeys(undefined, 'mark-quote', ['Ctrl+Q'])
    const bindings = bindingsFrom(changed)
    expect(commandOf(press('q'), 'text', bindings, true)).toBeUndefined()
    expect(commandOf(press('q', { ctrlKey: true }), 'text', bindings, true)).toBe('mark-quote')
  })

  test('that another command has at the same place are a conflict, on each side of the window', () => {
    const pairs = (id: CommandName, keys: string) =>
      conflictsOf(bindingsFrom(withKeys(undefined, id, [keys]))).map(pair => pair.map(({ command }) => command).sort())
    expect(pairs('mark-note', 'Q')).toEqual([['mark-note', 'mark-quote']])
    expect(pairs('mark-note', 'Ctrl+K')).toEqual([['mark-note', 'palette']])
    expect(pairs('find-in-list', 'Q')).toEqual([])
    expect(pairs('mark-note', 'Ctrl+J')).toEqual([])
    expect(pairs('go-back', 'Alt+ARROWLEFT')).toEqual([['go-back', 'shrink-end']])
  })

  test('that are the usual ones again are no change', () => {
    const changed = withKeys(undefined, 'redo', ['Ctrl+R'])
    expect(withKeys(changed, 'redo', ['Ctrl+Y', 'Ctrl+Shift+Z'])).toEqual({})
    expect(bindingsFrom(withKeys(undefined, 'redo', [])).some(({ command }) => command === 'redo')).toBe(false)
  })

  test('are shown where the usual ones stood', () => {
    const changed = { 'mark-quote': ['Ctrl+Q'], 'mark-claim': [] }
    expect([...keysInUse(bindingsFrom(changed), false)]).toEqual([
      ['Q', 'Ctrl+Q'],
      ['C', ''],
    ])
    expect(keysInUse(usual, false).size).toBe(0)
    expect(keysInUse(usual, true).get('Ctrl+O')).toBe('⌘+O')
  })
})
