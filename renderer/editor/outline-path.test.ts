import { expect, test } from 'vitest'
import { outlinePath } from './outline-path'

const line = (left: number, right: number, row: number) => ({ left, right, top: row * 30, bottom: row * 30 + 24 })

test('one line is a box', () => {
  expect(outlinePath([line(10, 50, 0)], 2)).toBe('M52 -2L52 26L8 26L8 -2Z')
})

test('lines below one another are one shape and meet halfway', () => {
  expect(outlinePath([line(40, 100, 0), line(0, 60, 1)], 2)).toBe('M102 -2L102 27L62 27L62 56L-2 56L-2 27L38 27L38 -2Z')
})

test('two lines that share no column are two shapes', () => {
  expect(outlinePath([line(80, 100, 0), line(0, 20, 1)], 0)).toBe('M100 0L100 24L80 24L80 0Z M20 30L20 54L0 54L0 30Z')
})

test('lines of paragraphs that stand apart are two shapes', () => {
  expect(outlinePath([line(0, 100, 0), line(0, 100, 3)], 0).split('M')).toHaveLength(3)
})

test('no line is no shape', () => {
  expect(outlinePath([], 2)).toBe('')
})
