import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsWithin, scrollToRow, visibleRows } from './visible-rows'

const count = fc.integer({ min: 1, max: 200_000 })
const beyond = fc.integer({ min: 0, max: 8 })

test('every row in view is drawn, and not many more', () => {
  fc.assert(
    fc.property(
      count,
      fc.nat(10_600_000),
      fc.integer({ min: 1, max: 2000 }),
      beyond,
      (rows, scrolled, height, more) => {
        const top = Math.min(scrolled, Math.max(0, rows * 53 - height))
        const { first, last } = rowsWithin(visibleRows(53, top, height, more), rows)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first * 53).toBeLessThanOrEqual(top)
        expect(last).toBeLessThan(rows)
        expect((last + 1) * 53).toBeGreaterThanOrEqual(Math.min(rows * 53, top + height))
        expect(last - first + 1).toBeLessThanOrEqual(height / 53 + 4 + 2 * more)
      },
    ),
  )
})

test('no rows, none drawn', () => {
  expect(rowsWithin(visibleRows(53, 0, 600, 8), 0)).toEqual({ first: 0, last: -1 })
})

test('a list that ends before what was in view shows its end', () => {
  fc.assert(
    fc.property(
      count,
      fc.nat(10_600_000),
      fc.integer({ min: 1, max: 2000 }),
      beyond,
      (rows, scrolled, height, more) => {
        const { first, last } = rowsWithin(visibleRows(53, scrolled, height, more), rows)
        const top = Math.min(scrolled, Math.max(0, rows * 53 - height))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first * 53).toBeLessThanOrEqual(top)
        expect(last).toBeLessThan(rows)
        expect((last + 1) * 53).toBeGreaterThanOrEqual(Math.min(rows * 53, top + height))
      },
    ),
  )
})

test('a row that is asked for comes whole into view, below the head', () => {
  fc.assert(
    fc.property(count, fc.nat(), fc.nat(10_600_000), (rows, any, top) => {
      const row = any % rows
      const to = scrollToRow(row, 53, { top, height: 600, head: 32 }) ?? top
      expect(row * 53).toBeGreaterThanOrEqual(to)
      expect((row + 1) * 53).toBeLessThanOrEqual(to + 600 - 32)
    }),
  )
})

test('a row in view is left where it is', () => {
  expect(scrollToRow(4, 53, { top: 100, height: 600, head: 32 })).toBeUndefined()
})
