import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitCanonicalText, toCanonicalText } from '../model/canonical-text'
import { type Block, type Mark, type MarkType, markTypes, type Revision } from '../model/revision'
import { revisionOf } from '../testing/build'
import { composeText } from './compose-text'
import { type DraftBlock, plainMarks, readDraft, toDraft } from './draft'

const paragraph = (text: string, marks: DraftBlock['marks'] = []): DraftBlock => ({
  role: 'body',
  type: 'paragraph',
  text,
  marks,
})

test('blocks without words go, and a blank line parts one', () => {
  const composed = composeText([paragraph(' One \u0000two  '), paragraph(' \n'), paragraph('Three\n\n\nfour')])
  expect(composed.text).toBe('One two\n\nThree\n\nfour')
  expect(composed.blocks.map(({ start, end }) => [start, end])).toEqual([
    [0, 7],
    [9, 14],
    [16, 20],
  ])
})

test('places and marks are followed through what is taken out before them', () => {
  const draft = [paragraph('  Two   words, e\u0301t', [{ type: 'strong', start: 8, end: 13 }])]
  const places = [2, 8, 13, 15, 18].map(at => ({ block: 0, at }))
  const { text, marks, offsets } = composeText(draft, places)
  expect(text).toBe('Two words, ét')
  expect(marks).toEqual([{ type: 'strong', start: 4, end: 9 }])
  expect(offsets).toEqual([0, 4, 9, 11, 13])
})

test('a row keeps its cells, the empty ones at its ends too, and no line break', () => {
  const row: DraftBlock = {
    role: 'body',
    type: 'row',
    table: { n: 3, header: true, before: 1, after: 2 },
    text: 'Year\tNumber\nof ships',
    marks: [],
  }
  const { text, blocks } = composeText([paragraph('x'), row])
  expect(text).toBe('x\n\nYear\tNumber of ships')
  expect(blocks[1]?.table?.cells).toEqual([
    [3, 3],
    [3, 7],
    [8, 23],
    [23, 23],
    [23, 23],
  ])
  expect(toDraft({ ...revisionOf(), text, blocks, marks: [] })[1]).toEqual({ ...row, text: 'Year\tNumber of ships' })
})

test('a place in a block without words is nowhere', () => {
  expect(
    composeText(
      [paragraph('  '), paragraph('x')],
      [
        { block: 0, at: 1 },
        { block: 1, at: 0 },
      ],
    ).offsets,
  ).toEqual([undefined, 0])
})

test('of two links over the same words the later one holds', () => {
  const marks = plainMarks([
    { type: 'link', start: 0, end: 9, href: 'https://a.example/' },
    { type: 'em', start: 2, end: 4 },
    { type: 'em', start: 4, end: 6 },
    { type: 'link', start: 3, end: 5, href: 'https://b.example/' },
  ])
  expect(marks).toEqual([
    { type: 'em', start: 2, end: 6 },
    { type: 'link', start: 0, end: 3, href: 'https://a.example/' },
    { type: 'link', start: 3, end: 5, href: 'https://b.example/' },
    { type: 'link', start: 5, end: 9, href: 'https://a.example/' },
  ])
})

const written = fc
  .array(
    fc.constantFrom(...'abcéX \n\t\0\u00ad\u00a0“’.,', 'e\u0301', '\u{1f600}', '\n\n', ' \u2028', '\u1100\u1161'),
    {
      maxLength: 24,
    },
  )
  .map(parts => parts.join(''))

const anyDraft: fc.Arbitrary<DraftBlock[]> = fc.array(
  written.chain(text =>
    fc
      .record({
        role: fc.constantFrom('lead', 'body', 'headline', 'contact'),
        type: fc.constantFrom('heading', 'paragraph', 'item', 'row'),
        marks: fc.array(
          fc.record({
            type: fc.constantFrom<MarkType>(...markTypes),
            start: fc.nat(text.length),
            end: fc.nat(text.length),
          }),
          { maxLength: 3 },
        ),
        lost: fc.nat(2),
      } as const)
      .map(
        ({ role, type, marks, lost }): DraftBlock => ({
          role,
          type,
          ...(type === 'heading' ? { level: 2 } : {}),
          ...(type === 'item' ? { list: { n: 0, depth: 1, ordered: false } } : {}),
          ...(type === 'row' ? { table: { n: 0, header: false, before: lost, after: 1 } } : {}),
          text,
          marks: plainMarks(marks),
        }),
      ),
  ),
  { maxLength: 5 },
)

function asRevision({
  text,
  blocks,
  marks,
}: {
  text: string
  blocks: readonly Block[]
  marks: readonly Mark[]
}): Revision {
  return { ...revisionOf(), text, blocks, marks }
}

test('what comes out is canonical, and written on unchanged it comes out the same', () => {
  fc.assert(
    fc.property(anyDraft, draft => {
      const composed = composeText(draft)
      expect(
        toCanonicalText(splitCanonicalText(composed.text).map(({ start, end }) => composed.text.slice(start, end))),
      ).toBe(composed.text)
      expect(composed.blocks.map(({ start, end }) => ({ start, end }))).toEqual(splitCanonicalText(composed.text))
      const again = composeText(toDraft(asRevision(composed)))
      expect(again.text).toBe(composed.text)
      expect(again.blocks).toEqual(composed.blocks)
      expect(toDraft(asRevision(again))).toEqual(toDraft(asRevision(composed)))
    }),
  )
})

test('the words between two places are those between their offsets', () => {
  const bare = (text: string) => text.normalize('NFC').replace(/[\s\0\u00ad]/g, '')
  fc.assert(
    fc.property(written, fc.nat(30), fc.nat(30), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      const composed = composeText(
        [paragraph(text)],
        [
          { block: 0, at: start },
          { block: 0, at: end },
        ],
      )
      const [from, to] = composed.offsets
      if (from === undefined || to === undefined) return
      // A cut between a letter and what composes with it has no words of its own.
      fc.pre([start, end].every(at => !/^[\u0301\u1161\udc00-\udfff]/.test(text.slice(at))))
      expect(bare(composed.text.slice(from, to))).toBe(bare(text.slice(start, end)))
    }),
  )
})

test('a draft is kept as JSON; what is none is refused', () => {
  fc.assert(
    fc.property(anyDraft, draft => {
      expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
    }),
  )
  for (const wrong of [
    null,
    {},
    [1],
    [{ text: 'x' }],
    [{ ...paragraph('x'), role: 'king' }],
    [{ ...paragraph('x'), level: 9 }],
  ])
    expect(readDraft(JSON.parse(JSON.stringify(wrong)))).toBeUndefined()
  expect(readDraft([{ ...paragraph('x'), marks: [{ type: 'em', start: 0, end: 7 }] } as never])).toBeUndefined()
})
