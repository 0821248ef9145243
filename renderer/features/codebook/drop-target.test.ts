import { expect, test } from 'vitest'
import { dropAt } from './drop-target'

const rows = [
  { id: 'a', top: 100, height: 30, open: true, level: 1 },
  { id: 'a1', top: 130, height: 30, open: false, level: 2 },
  { id: 'b', top: 160, height: 30, open: false, level: 1 },
  { id: 'b1', top: 190, height: 30, open: false, level: 2 },
]

test.each([
  ['above all rows', 20, 'a', 'before'],
  ['the upper part of a row', 103, 'a', 'before'],
  ['the middle of a row', 115, 'a', 'into'],
  ['the lower part of an open row, whose children come next', 128, 'a', 'into'],
  ['the lower part of a closed row', 157, 'a1', 'after'],
  ['the edge between two rows', 160, 'b', 'before'],
  ['below all rows', 400, 'b', 'after'],
] as const)('%s', (_name, y, target, where) => {
  expect(dropAt(rows, y)).toEqual({ target, where })
})

test('an empty tree is no target', () => {
  expect(dropAt([], 10)).toBeUndefined()
})
