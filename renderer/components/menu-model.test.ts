import { expect, test } from 'vitest'
import { indexOfLetter, nextIndex, placeMenu } from './menu-model'

test('a menu hangs below its anchor, above where there is no room, and stays in the window', () => {
  const view = { width: 800, height: 600 }
  const size = { width: 200, height: 300 }
  expect(placeMenu({ left: 20, top: 6, bottom: 34 }, size, view)).toEqual({ left: 20, top: 38 })
  expect(placeMenu({ left: 20, top: 500, bottom: 530 }, size, view)).toEqual({ left: 20, top: 196 })
  expect(placeMenu({ left: 790, top: 6, bottom: 34 }, size, view)).toEqual({ left: 592, top: 38 })
})

test('arrows wrap round, Home and End lead to the ends, other keys nowhere', () => {
  expect(nextIndex('ArrowRight', 2, 3, 'row')).toBe(0)
  expect(nextIndex('ArrowUp', 0, 3, 'column')).toBe(2)
  expect(nextIndex('End', 0, 3, 'row')).toBe(2)
  expect(nextIndex('ArrowDown', 0, 3, 'row')).toBeUndefined()
})

test('a letter leads to the next name that starts with it', () => {
  const names = ['Import', 'Export as CSV', 'Export as Markdown']
  expect(indexOfLetter('e', names, 0)).toBe(1)
  expect(indexOfLetter('e', names, 1)).toBe(2)
  expect(indexOfLetter('x', names, 0)).toBeUndefined()
  expect(indexOfLetter('Enter', names, 0)).toBeUndefined()
})
