import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Revision } from '../model/revision'
import { revisionOf } from '../testing/build'
import { type ComparedBlock, compareTexts, type TextComparison, type WordsAre } from './compare-texts'

/** A block as it is shown: what went in `[-…-]`, what came in `{+…+}`, what moved in `<~…~>`. */
function shown(text: string, block: ComparedBlock | undefined): string | undefined {
  const signs = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'], moved: ['<~', '~>'] } as const
  return block?.pieces
    .map(({ start, end, are }) => `${signs[are][0]}${text.slice(start, end)}${signs[are][1]}`)
    .join('')
}

function table(before: Revision, after: Revision): (string | undefined)[][] {
  return compareTexts(before, after).rows.map(row => [shown(before.text, row.before), shown(after.text, row.after)])
}

test('words that went and words that came in their place stand beside one another', () => {
  const before = revisionOf('A cut of 40 percent by 2025.', 'The wells cost 86 million crowns.')
  const after = revisionOf('A cut of 38 percent by the end of 2025.', 'The wells cost 86 million.')
  expect(table(before, after)).toEqual([
    ['A cut of [-40-] percent by 2025.', 'A cut of {+38+} percent by {+the end of+} 2025.'],
    ['The wells cost 86 million [-crowns-].', 'The wells cost 86 million.'],
  ])
  expect(
    compareTexts(before, after).changes.map(({ row, before: gone, after: come }) => [row, !!gone, !!come]),
  ).toEqual([
    [0, true, true],
    [0, false, true],
    [1, true, false],
  ])
})

test('a paragraph of one text alone has its own row, where it stands', () => {
  const before = revisionOf('First of all.', 'It is taken out here.', 'Last of all.')
  const after = revisionOf('First of all.', 'Something new was added.', 'Last of all.')
  expect(table(before, after)).toEqual([
    ['First of all.', 'First of all.'],
    ['[-It is taken out here-].', '{+Something new was added+}.'],
    ['Last of all.', 'Last of all.'],
  ])
  expect(table(before, revisionOf('First of all.', 'Last of all.'))[1]).toEqual([
    '[-It is taken out here.-]',
    undefined,
  ])
})

test('a paragraph that was taken out or put in is told whole, though its last sign is that of the one before', () => {
  const long = revisionOf('A cut of 40 percent.', 'It is taken out here, whole.')
  const short = revisionOf('A cut of 38 percent.')
  expect(table(long, short)).toEqual([
    ['A cut of [-40-] percent.', 'A cut of {+38+} percent.'],
    ['[-It is taken out here, whole.-]', undefined],
  ])
  expect(table(short, long)[1]).toEqual([undefined, '{+It is taken out here, whole.+}'])
})

test('a block that stands elsewhere is moved, not written anew', () => {
  const moved = 'The board of the harbour will meet in the second week of June.'
  const before = revisionOf(moved, 'One of the two berths opens in May.', 'Nothing else has changed since then.')
  const after = revisionOf('One of the two berths opens in May.', 'Nothing else has changed since then.', moved)
  const { changes } = compareTexts(before, after)
  expect(changes.map(change => change.moved)).toEqual([true, true])
  expect(table(before, after)[0]).toEqual([`<~${moved}~>`, undefined])
})

test('a paragraph that was parted keeps all its words', () => {
  const before = revisionOf('The berth opens in May. The second one follows in the autumn of the year.')
  const after = revisionOf('The berth opens in May.', 'The second one follows in the autumn of the year.')
  expect(compareTexts(before, after).changes).toEqual([])
})

test('a sign of another type is a change, other white space none', () => {
  const before = revisionOf('He said "yes" twice.')
  expect(compareTexts(before, revisionOf('He said\n"yes" twice.')).changes).toEqual([])
  expect(table(before, revisionOf('He said “yes” twice.'))).toEqual([
    ['He said [-"-]yes[-"-] twice.', 'He said {+“+}yes{+”+} twice.'],
  ])
})

const word = fc.constantFrom('berth', 'crane', 'the', 'of', '40', 'new', ',', '“yes”', 'é́')
const text = fc
  .array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 6 })
  .map(blocks => revisionOf(...blocks.map(words => words.join(' '))))

function words(of: Revision, { rows }: TextComparison, side: 'before' | 'after', are: WordsAre): string[] {
  return rows
    .flatMap(row => row[side]?.pieces ?? [])
    .filter(piece => piece.are === are)
    .flatMap(({ start, end }) => of.text.slice(start, end).match(/[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [])
}

test('every block stands in one row and in order, its pieces join to its text, and what is the same is so on both sides', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const compared = compareTexts(before, after)
      for (const [side, of] of [
        ['before', before],
        ['after', after],
      ] as const) {
        const blocks = compared.rows.flatMap(row => row[side] ?? [])
        expect(blocks.map(({ block }) => block)).toEqual(of.blocks.map((_block, n) => n))
        expect(blocks.map(({ pieces }) => pieces.map(({ start, end }) => of.text.slice(start, end)).join(''))).toEqual(
          of.blocks.map(({ start, end }) => of.text.slice(start, end)),
        )
      }
      expect(words(before, compared, 'before', 'same')).toEqual(words(after, compared, 'after', 'same'))
      const numbered = compared.rows.flatMap(({ before: left, after: right }) => [left, right])
      for (const piece of numbered.flatMap(block => block?.pieces ?? []))
        expect(piece.are === 'same').toBe(piece.change === undefined)
    }),
  )
})

test('a text has no change against itself, and every change of two texts is shown somewhere', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(compareTexts(before, before).changes).toEqual([])
      const { changes, rows } = compareTexts(before, after)
      const seen = new Set(
        rows
          .flatMap(row => [row.before, row.after])
          .flatMap(block => block?.pieces.flatMap(one => one.change ?? []) ?? []),
      )
      expect([...seen].sort((a, b) => a - b)).toEqual(changes.map((_change, n) => n))
    }),
  )
})
