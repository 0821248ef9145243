import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestPairs, type Edge } from './best-pairs'

const edges = fc
  .uniqueArray(fc.record({ a: fc.nat(4), b: fc.nat(4), num: fc.integer({ min: 1, max: 4 }) }), {
    selector: edge => `${edge.a} ${edge.b}`,
    maxLength: 14,
  })
  .map(list => list.map(edge => ({ ...edge, den: 4 + (edge.a % 3) })))

/** All matchings, the best first: by count, by sum of weights (in 60ths), by the list of partners. */
function bestNaively(all: readonly Edge[]): readonly (readonly [number, number])[] {
  let best: readonly Edge[] = []
  const partners = (chosen: readonly Edge[]) => [0, 1, 2, 3, 4].map(a => chosen.find(edge => edge.a === a)?.b ?? 99)
  const sum = (chosen: readonly Edge[]) => chosen.reduce((total, { num, den }) => total + (num * 60) / den, 0)
  const better = (x: readonly Edge[], y: readonly Edge[]) => {
    if (x.length !== y.length) return x.length > y.length
    if (Math.abs(sum(x) - sum(y)) > 1e-6) return sum(x) > sum(y)
    const [one, other] = [partners(x), partners(y)]
    const at = one.findIndex((b, a) => b !== other[a])
    return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0)
  }
  const go = (from: number, chosen: readonly Edge[]) => {
    if (better(chosen, best)) best = chosen
    for (let i = from; i < all.length; i += 1) {
      const edge = all[i]
      if (edge === undefined || chosen.some(({ a, b }) => a === edge.a || b === edge.b)) continue
      go(i + 1, [...chosen, edge])
    }
  }
  go(0, [])
  return best.map(({ a, b }) => [a, b] as const).sort((x, y) => x[0] - y[0])
}

test('the matching is the best of all, ties settled', () => {
  fc.assert(
    fc.property(edges, all => {
      expect(bestPairs(all)).toEqual(bestNaively(all))
    }),
    { numRuns: 500 },
  )
})

test('more pairs come before heavier ones', () => {
  const heavy = { a: 0, b: 0, num: 1, den: 1 }
  const light = (a: number, b: number) => ({ a, b, num: 1, den: 2 })
  expect(bestPairs([heavy, light(0, 1), light(1, 0)])).toEqual([
    [0, 1],
    [1, 0],
  ])
})

test('weights that floats cannot tell apart are told apart', () => {
  const near = [
    { a: 0, b: 0, num: 4503599627370495, den: 4503599627370496 },
    { a: 0, b: 1, num: 4503599627370496, den: 4503599627370497 },
  ]
  expect(bestPairs(near)).toEqual([[0, 1]])
})

test('two hundred equal annotations over one place are paired in order', () => {
  const all = Array.from({ length: 200 * 200 }, (_, n) => ({ a: Math.floor(n / 200), b: n % 200, num: 1, den: 1 }))
  expect(bestPairs(all)).toEqual(Array.from({ length: 200 }, (_, n) => [n, n]))
})
