import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchInOrder } from './match-sequences'

function matchOf(a: readonly number[], b: readonly number[], gram = 3): number[] {
  const match = new Int32Array(a.length).fill(-1)
  const region = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  matchInOrder(Int32Array.from(a), Int32Array.from(b), region, match, gram)
  return [...match]
}

/** The length of the longest common subsequence, by the table. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = b.map(() => 0)
  for (const x of a) {
    let diagonal = 0
    let left = 0
    row = row.map((above, j) => {
      left = x === b[j] ? diagonal + 1 : Math.max(above, left)
      diagonal = above
      return left
    })
  }
  return row[row.length - 1] ?? 0
}

const few = fc.array(fc.nat(4), { maxLength: 12 })
const many = fc.array(fc.nat(40), { maxLength: 120 })

test('partners are equal and in order', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(few, few), fc.tuple(many, many)), fc.constantFrom(1, 3), ([a, b], gram) => {
      let last = -1
      for (const [i, j] of matchOf(a, b, gram).entries()) {
        if (j < 0) continue
        expect(b[j]).toBe(a[i])
        expect(j).toBeGreaterThan(last)
        last = j
      }
    }),
  )
})

test('of short sequences as many are matched as can be', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 8 }), fc.array(fc.nat(3), { maxLength: 8 }), (a, b) => {
      expect(matchOf(a, b).filter(j => j >= 0).length).toBe(longestCommon(a, b))
    }),
  )
})

test('a sequence is matched with itself, and with what was put into it', () => {
  fc.assert(
    fc.property(
      many,
      fc.nat(120),
      fc.array(fc.integer({ min: 100, max: 140 }), { maxLength: 30 }),
      (a, where, added) => {
        const at = Math.min(where, a.length)
        const b = [...a.slice(0, at), ...added, ...a.slice(at)]
        expect(matchOf(a, b)).toEqual(a.map((_, i) => (i < at ? i : i + added.length)))
      },
    ),
  )
})

test('two long sequences without anything in common end soon, with nothing matched', () => {
  const a = Array.from({ length: 20_000 }, (_, i) => i)
  expect(
    matchOf(
      a,
      a.map(i => i + 50_000),
    ).every(j => j < 0),
  ).toBe(true)
})

test('what changed too much for a shortest script is matched at members that occur once', () => {
  const a = Array.from({ length: 3_000 }, (_, i) => (i % 3 === 0 ? i : i % 7))
  const b = a.map((value, i) => (i % 3 === 0 ? value : -1 - (i % 5)))
  expect(matchOf(a, b).filter(j => j >= 0).length).toBe(1_000)
})
