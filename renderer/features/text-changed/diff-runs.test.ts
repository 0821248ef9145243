import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from '#annotations/anchoring/compare-texts'
import { revisionOf } from '#annotations/testing/build'
import { besideEachOther, marksByBlock, runsOf, type ShownMark } from './diff-runs'

const before = revisionOf('A cut of 40 percent by 2025.', 'The wells cost 86 million crowns.')
const after = revisionOf('A cut of 38 percent by 2025.', 'The wells cost 86 million crowns.')
const [row] = compareTexts(before, after).rows
if (row?.before === undefined) throw new Error('no row')
const block = row.before
const mark = (id: string, start: number, end: number, kind: ShownMark['kind'] = 'claim'): ShownMark => {
  return { id, start, end, kind, proposed: false }
}

test('words that changed and marks part a block where either begins or ends', () => {
  const runs = runsOf(before.text, block, [mark('a', 2, 19), mark('b', 12, 19, 'quote')], 'a')
  expect(
    runs.map(({ text, are, lines, active }) => [text, are, lines.map(({ kind }) => kind).join('+'), active]),
  ).toEqual([
    ['A ', 'same', '', false],
    ['cut of ', 'same', 'claim', true],
    ['40', 'deleted', 'claim', true],
    [' ', 'same', 'claim', true],
    ['percent', 'same', 'claim+quote', true],
    [' by 2025.', 'same', '', false],
  ])
})

test('whatever is marked, the runs join to the text of the block', () => {
  const range = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => mark(`${a} ${b}`, Math.min(a, b), Math.max(a, b) + 1))
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), marks => {
      const runs = runsOf(before.text, block, marks, undefined)
      expect(runs.map(({ text }) => text).join('')).toBe('A cut of 40 percent by 2025.')
    }),
  )
})

test('a mark over two blocks stands in both', () => {
  const by = marksByBlock(before.blocks, [mark('a', 20, 40), mark('b', 0, 5)])
  expect([...by].map(([n, marks]) => [n, marks.map(({ id }) => id)])).toEqual([
    [0, ['a', 'b']],
    [1, ['a']],
  ])
})

test('the longer of two annotations has the upper line, whatever order they come in', () => {
  const [long, short] = [mark('a', 2, 19, 'quote'), mark('b', 2, 8, 'claim')]
  for (const marks of [
    [long, short],
    [short, long],
  ]) {
    const [, both, one] = runsOf(before.text, block, marks, undefined)
    expect(both?.lines.map(({ kind }) => kind)).toEqual(['quote', 'claim'])
    expect(one?.lines.map(({ kind }) => kind)).toEqual(['quote'])
  }
})

test('a line is dotted for what is proposed alone', () => {
  const [, first] = runsOf(before.text, block, [mark('a', 2, 8), { ...mark('b', 2, 8, 'quote'), proposed: true }], 'a')
  expect(first?.lines).toEqual([
    { kind: 'claim', proposed: false },
    { kind: 'quote', proposed: true },
  ])
})

test('all that is looked at in a block lies in one group, across other annotations and changed words', () => {
  const runs = runsOf(before.text, block, [mark('a', 2, 19), mark('b', 12, 19, 'quote')], 'a')
  const groups = besideEachOther(runs)
  expect(groups.map(group => group.map(({ text }) => text).join(''))).toEqual(['A ', 'cut of 40 percent', ' by 2025.'])
})
