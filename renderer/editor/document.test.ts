import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Mark, MarkType, Revision } from '#annotations/model/revision'
import { toDocument } from './document'
import { releaseOf } from './testing/synthetic-release'

/** Each block's pieces of text with the names of their formatting. */
function pieces(revision: Revision): string[][] {
  return toDocument(revision).children.map(block =>
    block.children.map(child => [child.text, ...child.marks.map(mark => mark.type.name)].join(' ')),
  )
}

test('formatting is cut where it overlaps and where blocks end', () => {
  const revision = releaseOf(
    [{ text: 'abcdef' }, { text: 'ghi' }],
    [
      { type: 'strong', start: 1, end: 4 },
      { type: 'em', start: 3, end: 9 },
    ],
  )
  expect(pieces(revision)).toEqual([
    ['a', 'bc strong', 'd strong em', 'ef em'],
    ['g em', 'hi'],
  ])
})

test('a link keeps its address but is not one to follow', () => {
  const revision = releaseOf([{ text: 'see here' }], [{ type: 'link', start: 4, end: 8, href: 'https://example.org/' }])
  const [, here] = toDocument(revision).firstChild?.children ?? []
  expect(here?.marks[0]?.attrs.href).toBe('https://example.org/')
  expect(here?.marks[0]?.type.spec.toDOM?.(here.marks[0], true)).toEqual([
    'a',
    { 'data-href': 'https://example.org/' },
    0,
  ])
})

test('whatever the formatting, the text of each block is the canonical text', () => {
  const marks = fc.array(
    fc
      .record({
        type: fc.constantFrom<MarkType>('strong', 'em', 'link', 'sup', 'sub'),
        start: fc.nat(30),
        size: fc.nat(20),
      })
      .map(({ type, start, size }): Mark => ({ type, start, end: start + size })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(marks, given => {
      const revision = releaseOf([{ text: 'one two three' }, { text: '' }, { text: 'four\nfive\tsix' }], given)
      const doc = toDocument(revision)
      expect(doc.textBetween(0, doc.content.size, '\n\n')).toBe(revision.text)
    }),
  )
})

const listed = (text: string, depth: number, ordered: boolean, n = 0) => ({ text, depth, ordered, n })

test('items of an ordered list are numbered per list and depth', () => {
  const items = [
    listed('a', 0, true),
    listed('b', 0, true),
    listed('b1', 1, true),
    listed('b2', 1, true),
    listed('c', 0, true),
    listed('c1', 1, true),
    listed('other', 0, true, 1),
    listed('bullet', 0, false, 2),
  ]
  const plain = releaseOf(items.map(({ text }) => ({ text, role: 'list-item', type: 'item' })))
  const blocks = plain.blocks.map((block, i): Block => {
    const { depth = 0, ordered = false, n = 0 } = items[i] ?? {}
    return { ...block, list: { n, depth, ordered } }
  })
  const ordinals = toDocument({ ...plain, blocks }).children.map(block => block.attrs.ordinal)
  expect(ordinals).toEqual([1, 2, 1, 2, 3, 1, 1, null])
})

test('rows of one table share a tab width that holds its longest cell', () => {
  const plain = releaseOf([
    { text: 'Year\tPassengers', type: 'row' },
    { text: 'First half of 2024\t71', type: 'row' },
  ])
  const cells = (block: Block): [number, number][] => {
    const tab = plain.text.indexOf('\t', block.start)
    return [
      [block.start, tab],
      [tab + 1, block.end],
    ]
  }
  const blocks = plain.blocks.map(
    (block, i): Block => ({ ...block, table: { n: 0, header: i === 0, cells: cells(block) } }),
  )
  const rows = toDocument({ ...plain, blocks }).children.map(({ attrs }) => [attrs.header, attrs.tab])
  expect(rows).toEqual([
    [true, 40],
    [false, 40],
  ])
})

test('a heading takes its level, a headline without one the first', () => {
  const revision = releaseOf([
    { text: 'Head', role: 'headline', type: 'heading' },
    { text: 'Section', role: 'section-heading', type: 'heading' },
  ])
  expect(toDocument(revision).children.map(block => block.attrs.level)).toEqual([1, 2])
})

test('blocks say their language where it is another than that of the text, and find their direction by themselves', () => {
  const mixed = releaseOf([
    { text: 'The berth is open.' },
    { text: 'قال المسؤول إن الميناء مفتوح.' },
    { text: '港は開いている。' },
  ])
  expect(toDocument(mixed).children.map(({ attrs }) => attrs.lang)).toEqual(['', 'ar', 'ja'])
})
