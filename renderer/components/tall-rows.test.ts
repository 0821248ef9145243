import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsInView, topsOf } from './tall-rows'

test('a list without rows shows none', () => {
  expect(
    rowsInView(
      topsOf(0, () => 40),
      0,
      600,
    ),
  ).toEqual({ first: 0, last: -1 })
})

test('every row that is in view is drawn, and of a long list no more than the view and its surroundings hold', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 120 }), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(heights, fc.integer({ min: 0, max: 30_000 }), (all, wanted) => {
      const tops = topsOf(all.length, index => all[index] ?? 0)
      const top = Math.min(wanted, Math.max(0, (tops.at(-1) ?? 0) - 600))
      const { first, last } = rowsInView(tops, top, 600)
      all.forEach((_height, index) => {
        const inView = (tops[index + 1] ?? 0) > top && (tops[index] ?? 0) < top + 600
        if (inView) expect(index >= first && index <= last).toBe(true)
      })
      expect(last - first).toBeLessThan((600 + 2 * 400) / 20 + 3)
    }),
  )
})
