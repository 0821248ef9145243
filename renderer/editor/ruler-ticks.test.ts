import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from '#annotations/model/annotation'
import { scrollTopOf, thumbOf, ticksOf } from './ruler-ticks'

test('marks close together share a tick, kinds do not', () => {
  const places = [0.1, 0.1004, 0.5].map(at => ({ kind: 'quote' as const, at }))
  expect(ticksOf([...places, { kind: 'claim', at: 0.1 }], 600)).toEqual([
    { kind: 'quote', top: 60 },
    { kind: 'claim', top: 60 },
    { kind: 'quote', top: 300 },
  ])
})

test('however many marks, ticks lie on the ruler near their marks and are few', () => {
  const place = fc.record({ kind: fc.constantFrom(...kinds), at: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 200 }), fc.integer({ min: 3, max: 1200 }), (places, height) => {
      const ticks = ticksOf(places, height)
      expect(ticks.length).toBeLessThanOrEqual(height)
      for (const { top } of ticks) expect(top + 3).toBeLessThanOrEqual(height)
      for (const { kind, at } of places) {
        const near = ticks.some(tick => tick.kind === kind && Math.abs(tick.top - at * height) <= 6)
        expect(near).toBe(true)
      }
    }),
  )
})

test('the thumb stays on the ruler, and where it is dragged to is where the text is scrolled to', () => {
  const lengths = fc.record({
    height: fc.integer({ min: 100, max: 1000 }),
    scrollHeight: fc.integer({ min: 1001, max: 90_000 }),
  })
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), ({ height, scrollHeight }, share) => {
      const scroll = { top: share * (scrollHeight - height), height, scrollHeight }
      const thumb = thumbOf(scroll, height)
      expect(thumb.top).toBeGreaterThanOrEqual(0)
      expect(thumb.top + thumb.height).toBeLessThanOrEqual(height + 1e-6)
      expect(scrollTopOf(thumb.top, scroll, height)).toBeCloseTo(scroll.top, 3)
    }),
  )
  expect(thumbOf({ top: 0, height: 500, scrollHeight: 400 }, 500)).toEqual({ top: 0, height: 500 })
})
