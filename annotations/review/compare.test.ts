import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairAnnotations } from '../agreement/pair-annotations'
import { coded, codings } from '../testing/coded'
import { type Comparison, compareAnnotations } from './compare'

const told = (comparisons: readonly Comparison[]) =>
  comparisons.map(one =>
    one.type === 'pair' ? [one.a.id, one.b.id, ...one.differs] : one.type === 'only-a' ? [one.a.id] : ['', one.b.id],
  )

describe('two annotations of one place differ in', () => {
  const claim = { kind: 'claim', claim: { statement: 'Won.' } } as const
  test.each<[string, readonly string[], Parameters<typeof coded>[2], Parameters<typeof coded>[2]]>([
    ['nothing', [], {}, {}],
    ['kind', ['kind'], {}, { kind: 'note' }],
    ['tags', ['tags'], { tags: ['t1', 't2'] }, { tags: ['t1'] }],
    ['speaker', ['speaker'], { voices: ['s1'] }, { voices: ['~she'] }],
    ['the type of the quote', ['fields'], {}, { quote: { type: 'mixed' } }],
    ['the cue', ['fields'], { cue: [[20, 24]] }, {}],
    ['the source', ['fields'], { source: [[20, 24]] }, { source: [[20, 23]] }],
    ['the statement', ['fields'], claim, { kind: 'claim', claim: { statement: 'Lost.' } }],
    ['a figure', ['fields'], claim, { kind: 'claim', claim: { ...claim.claim, figures: [{ asWritten: '12%' }] } }],
    ['the type of the claim', ['fields'], claim, { kind: 'claim', claim: { ...claim.claim, type: 'x' } }],
  ])('%s', (_, differs, one, other) => {
    expect(told(compareAnnotations([coded('a', [[2, 9]], one)], [coded('b', [[2, 9]], other)]))).toEqual([
      ['a', 'b', ...differs],
    ])
  })

  test('boundary, where at least half is shared', () => {
    expect(told(compareAnnotations([coded('a', [[0, 10]])], [coded('b', [[5, 10]])]))).toEqual([['a', 'b', 'boundary']])
    expect(told(compareAnnotations([coded('a', [[0, 10]])], [coded('b', [[6, 10]])]))).toEqual([['a'], ['', 'b']])
  })
})

test('all are told once, in the order of the text', () => {
  const mine = [coded('a1', [[30, 40]]), coded('a2', [[0, 10]])]
  const theirs = [coded('b1', [[15, 20]]), coded('b2', [[30, 41]])]
  expect(told(compareAnnotations(mine, theirs))).toEqual([['a2'], ['', 'b1'], ['a1', 'b2', 'boundary']])
})

test('law 10: compare is symmetric up to the names of the sides', () => {
  fc.assert(
    fc.property(codings('a'), codings('b'), (a, b) => {
      const turned = compareAnnotations(b, a).map((one): Comparison => {
        if (one.type === 'pair') return { ...one, a: one.b, b: one.a }
        return one.type === 'only-a' ? { type: 'only-b', b: one.a } : { type: 'only-a', a: one.b }
      })
      expect(told(turned)).toEqual(told(compareAnnotations(a, b)))
    }),
    { numRuns: 1000 },
  )
})

test('pairs share at least half of what either covers, each annotation is in at most one, and none could be added', () => {
  const covered = (one: ReturnType<typeof coded>) =>
    new Set(one.content.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)))
  const jaccard = (one: ReturnType<typeof coded>, other: ReturnType<typeof coded>) => {
    const [x, y] = [covered(one), covered(other)]
    const shared = [...x].filter(offset => y.has(offset)).length
    return shared / (x.size + y.size - shared)
  }
  fc.assert(
    fc.property(codings('a'), codings('b'), (a, b) => {
      const { pairs, onlyA, onlyB } = pairAnnotations(a, b)
      expect([...pairs.map(pair => pair[0].id), ...onlyA.map(({ id }) => id)].sort()).toEqual(
        a.map(({ id }) => id).sort(),
      )
      expect([...pairs.map(pair => pair[1].id), ...onlyB.map(({ id }) => id)].sort()).toEqual(
        b.map(({ id }) => id).sort(),
      )
      for (const [one, other] of pairs) expect(jaccard(one, other)).toBeGreaterThanOrEqual(0.5)
      for (const one of onlyA) for (const other of onlyB) expect(jaccard(one, other)).toBeLessThan(0.5)
    }),
    { numRuns: 1000 },
  )
})
