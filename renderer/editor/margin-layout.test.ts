import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinds } from '#annotations/model/annotation'
import { type DrawnSegment, layOutMargin, rowHeight } from './margin-layout'

const segment = (id: string, line: number, more: Partial<DrawnSegment> = {}): DrawnSegment => ({
  id,
  kind: 'quote',
  lane: 0,
  top: line - 11,
  bottom: line + 11,
  line,
  first: true,
  ...more,
})

const rows = (segments: readonly DrawnSegment[], active: string | null = null) =>
  layOutMargin(segments, active).labels.map(({ top, ids, folded }) => [top, folded ? `+${ids.length}` : ids[0]])

describe('labels', () => {
  test('stand at the middle of the first line of their mark', () => {
    expect(rows([segment('a', 100), segment('b', 160)])).toEqual([
      [88, 'a'],
      [148, 'b'],
    ])
  })

  test('a quote in two pieces has two bars and one label', () => {
    const layout = layOutMargin([segment('a', 100), segment('a', 200, { first: false })], null)
    expect(layout.bars.map(({ id, top }) => [id, top])).toEqual([
      ['a', 89],
      ['a', 189],
    ])
    expect(layout.labels).toHaveLength(1)
  })

  test('of one line move down by steps and fold from the fourth on', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map(id => segment(id, 100))
    expect(rows(crowd)).toEqual([
      [88, 'a'],
      [112, 'b'],
      [136, 'c'],
      [160, '+2'],
    ])
  })

  test('the active annotation keeps its label where others fold', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map(id => segment(id, 100))
    expect(rows(crowd, 'e')).toEqual([
      [88, 'a'],
      [112, 'b'],
      [136, 'e'],
      [160, '+2'],
    ])
  })

  test('one’s own keeps its label where a colleague’s are in the way, and has the first of a line', () => {
    const crowd = ['a', 'b', 'c'].map(id => segment(id, 100, { theirs: true }))
    expect(rows([...crowd, segment('mine', 100)])).toEqual([
      [88, 'mine'],
      [112, 'a'],
      [136, 'b'],
      [160, '+1'],
    ])
    expect(rows([...crowd, segment('mine', 110)])).toEqual([
      [88, 'a'],
      [112, 'mine'],
      [136, '+2'],
    ])
  })

  test('a third mark over the same words is counted, in the labels and in a margin without them', () => {
    const stack = [segment('a', 100), segment('b', 100, { lane: 1 }), segment('c', 100, { lane: 2 })]
    expect(rows(stack)).toEqual([
      [88, 'a'],
      [112, 'b'],
      [136, '+1'],
    ])
    expect(layOutMargin(stack, null).counts).toEqual([{ top: 88, ids: ['c'], folded: true }])
  })
})

test('no two labels or bars lie over one another, none stands above its mark, and every mark is there once', () => {
  const some = fc
    .array(
      fc.record({
        at: fc.nat(400),
        height: fc.integer({ min: 22, max: 200 }),
        lane: fc.nat(3),
        kind: fc.constantFrom(...kinds),
        theirs: fc.boolean(),
      }),
      { maxLength: 30 },
    )
    .map(list =>
      list
        .sort((a, b) => a.at - b.at)
        .map(({ at, height, lane, kind, theirs }, n) =>
          segment(`m${n}`, at + 11, { top: at, bottom: at + height, lane, kind, theirs }),
        ),
    )
  fc.assert(
    fc.property(some, fc.option(fc.nat(29)), (segments, chosen) => {
      const active = chosen === null || chosen >= segments.length ? null : `m${chosen}`
      const { bars, labels, counts } = layOutMargin(segments, active)
      for (const [i, { top }] of labels.entries())
        expect(top - (labels[i - 1]?.top ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(rowHeight)
      expect(labels.flatMap(({ ids }) => ids).sort()).toEqual(segments.map(({ id }) => id).sort())
      const barred = new Set(bars.map(({ id }) => id))
      expect(counts.flatMap(({ ids }) => ids).sort()).toEqual(
        segments
          .map(({ id }) => id)
          .filter(id => !barred.has(id))
          .sort(),
      )
      for (const { ids, folded, top } of labels) {
        const line = segments.find(({ id }) => id === ids[0])?.line ?? 0
        if (!folded && ids[0] !== active) expect(top).toBeGreaterThanOrEqual(line - rowHeight / 2)
        if (!folded && ids[0] !== active) expect(top - (line - rowHeight / 2)).toBeLessThanOrEqual(2 * rowHeight)
        if (ids.includes(active ?? '')) expect(folded && labels.some(row => !row.folded)).toBe(false)
      }
      const own = segments.filter(({ theirs }) => theirs !== true)
      const alone = layOutMargin(own, null).bars
      expect(bars.filter(({ theirs }) => !theirs)).toEqual(alone)
      for (const [i, bar] of bars.entries()) {
        const clash = bars
          .slice(0, i)
          .some(({ column, top, bottom }) => column === bar.column && top < bar.bottom && bar.top < bottom)
        expect(clash).toBe(false)
      }
    }),
    { numRuns: 300 },
  )
})

test('of several colleagues each has a column with their letter, behind one’s own, however deep their marks lie', () => {
  const segments = [
    segment('mine', 100),
    segment('a', 100, { theirs: true, lane: 1 }),
    segment('b', 100, { theirs: true, lane: 4 }),
    segment('b2', 101, { theirs: true, lane: 5 }),
  ]
  const places = new Map(Object.entries({ a: 0, b: 1, b2: 1 }))
  const several = { places, letters: ['B', 'D'] }
  expect(
    layOutMargin(segments, null, true, several).bars.map(({ id, column, letter }) => [id, column, letter]),
  ).toEqual([
    ['mine', 0, undefined],
    ['a', 1, 'B'],
    ['b', 2, 'D'],
  ])
})
