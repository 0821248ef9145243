import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MarkType, markTypes } from '#annotations/model/revision'
import { composeText } from '#annotations/text/compose-text'
import { type DraftBlock, plainMarks, toDraft } from '#annotations/text/draft'
import { syntheticRelease } from '../testing/synthetic-release'
import { draftOf, placeOf, writtenDocument } from './written-document'

const marks = (text: string) =>
  fc
    .array(
      fc.record({
        type: fc.constantFrom<MarkType>(...markTypes),
        start: fc.nat(text.length),
        end: fc.nat(text.length),
      }),
      { maxLength: 3 },
    )
    .map(some => plainMarks(some.map(mark => (mark.type === 'link' ? { ...mark, href: 'https://a.example/' } : mark))))

const block: fc.Arbitrary<DraftBlock> = fc
  .array(fc.constantFrom('word', ' ', '\n', '\t', 'é', '\u{1f600}', '40'), { maxLength: 10 })
  .map(parts => parts.join(''))
  .chain(text =>
    fc.record({
      role: fc.constantFrom('headline', 'lead', 'body', 'list-item', 'contact'),
      type: fc.constantFrom('heading', 'paragraph', 'item', 'row', 'caption'),
      level: fc.constantFrom(undefined, 1, 3),
      list: fc.constantFrom(undefined, { n: 0, depth: 1, ordered: true }),
      table: fc.constantFrom(undefined, { n: 2, header: true, before: 1, after: 0 }),
      text: fc.constant(text),
      marks: marks(text),
    } as const),
  )
  .map(given => JSON.parse(JSON.stringify(given)) as DraftBlock)

test('a draft goes into the document and comes out the same', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), draft => {
      const doc = writtenDocument(draft)
      doc.check()
      expect(draftOf(doc)).toEqual(draft)
    }),
  )
})

test('a text that nobody changed comes out of the editor as it was, blocks and all', () => {
  const revision = syntheticRelease(20_000)
  const { text, blocks } = composeText(draftOf(writtenDocument(toDraft(revision))))
  expect(text).toBe(revision.text)
  expect(blocks).toEqual(revision.blocks)
})

test('a position is a place in its block; between two blocks the end of the one before', () => {
  const doc = writtenDocument(toDraft(syntheticRelease(200)))
  const first = doc.firstChild?.content.size ?? 0
  expect(placeOf(doc, 1)).toEqual({ block: 0, at: 0 })
  expect(placeOf(doc, first + 2)).toEqual({ block: 0, at: first })
  expect(placeOf(doc, first + 3)).toEqual({ block: 1, at: 0 })
})
