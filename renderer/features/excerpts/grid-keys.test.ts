import { expect, test } from 'vitest'
import { type GridWish, gridWish } from './grid-keys'

const place = { row: 5, count: 100, page: 10, singleKeys: true }
const go = (row: number, extend = false): GridWish => ({ do: 'go', row, extend })

const cases: readonly (readonly [string, GridWish | undefined])[] = [
  ['ArrowDown', go(6)],
  ['ArrowUp', go(4)],
  ['Shift+ArrowDown', go(6, true)],
  ['PageDown', go(15)],
  ['Shift+PageUp', go(0, true)],
  ['Home', go(0)],
  ['End', go(99)],
  ['Ctrl+End', go(99)],
  ['Ctrl+Shift+Home', go(0, true)],
  ['Enter', { do: 'open' }],
  ['x', { do: 'toggle' }],
  [' ', { do: 'toggle' }],
  ['t', { do: 'tag' }],
  ['Ctrl+a', { do: 'select-all' }],
  ['Ctrl+e', { do: 'export' }],
  ['Ctrl+Shift+e', undefined],
  ['Escape', { do: 'clear' }],
  ['Alt+ArrowLeft', undefined],
  ['q', undefined],
]

function press(spelled: string) {
  const parts = spelled.split('+')
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: false,
  }
}

test.each(cases)('%s', (spelled, wish) => {
  expect(gridWish(press(spelled), place)).toEqual(wish)
})

test('up from the first row leads to the heads of the columns', () => {
  expect(gridWish(press('ArrowUp'), { ...place, row: 0 })).toEqual({ do: 'head' })
  expect(gridWish(press('Shift+ArrowUp'), { ...place, row: 0 })).toEqual(go(0, true))
})

test('letters do nothing where single keys are switched off', () => {
  const off = { ...place, singleKeys: false }
  expect([gridWish(press('x'), off), gridWish(press(' '), off)]).toEqual([undefined, { do: 'toggle' }])
})
