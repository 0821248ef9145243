import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from './keep-same'

const data = fc.jsonValue({ maxDepth: 3 })

test('what is kept says what is now, whatever was before', () => {
  fc.assert(
    fc.property(data, data, (before, now) => {
      expect(keepSame(before, now)).toEqual(now)
    }),
  )
})

test('what says the same is the same object', () => {
  fc.assert(fc.property(data, before => Object.is(keepSame(before, structuredClone(before)), before)))
})

test('parts that say the same are the same objects beside one that has changed', () => {
  const before = { quote: { type: 'direct', speakers: [{ name: 'A' }] }, tags: ['a'], gone: 1 }
  const now = { quote: { type: 'direct', speakers: [{ name: 'A' }] }, tags: ['a', 'b'] }
  const kept = keepSame<typeof now>(before, now)
  expect(kept).toEqual(now)
  expect(kept.quote).toBe(before.quote)
  expect(kept.tags).not.toBe(before.tags)
})

test('a map is what it is', () => {
  const map = new Map([[1, 2]])
  expect(keepSame(new Map([[1, 2]]), map)).toBe(map)
})
