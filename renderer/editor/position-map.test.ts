import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDocument } from './document'
import { createPositionMap } from './position-map'
import { releaseOf } from './testing/synthetic-release'

const releases = fc
  .array(
    fc
      .array(fc.constantFrom('a', 'é', 'e\u0301', '\u{1F600}', ' ', '\t', '\n'), { maxLength: 12 })
      .map(parts => parts.join('')),
    {
      maxLength: 12,
    },
  )
  .map(texts => releaseOf(texts.map(text => ({ text }))))

test('every offset inside a block comes back from its position, which lies in the text of that block', () => {
  fc.assert(
    fc.property(releases, revision => {
      const map = createPositionMap(revision)
      const doc = toDocument(revision)
      for (const block of revision.blocks) {
        for (let offset = block.start; offset <= block.end; offset++) {
          const position = map.toPosition(offset)
          expect(map.toOffset(position)).toBe(offset)
          const $position = doc.resolve(position)
          expect($position.parent.textContent).toBe(revision.text.slice(block.start, block.end))
          expect($position.parentOffset).toBe(offset - block.start)
        }
      }
    }),
  )
})

test('every position of the document has an offset inside a block, and offsets rise with positions', () => {
  fc.assert(
    fc.property(releases, revision => {
      const map = createPositionMap(revision)
      let before = 0
      for (let position = 0; position <= toDocument(revision).content.size; position++) {
        const offset = map.toOffset(position)
        expect(offset).toBeGreaterThanOrEqual(before)
        before = offset
        if (revision.blocks.length === 0) continue
        expect(revision.blocks.some(block => block.start <= offset && offset <= block.end)).toBe(true)
      }
    }),
  )
})

test('a range of offsets holds the same text in the document', () => {
  fc.assert(
    fc.property(releases, fc.nat(), fc.nat(), (revision, a, b) => {
      const block = revision.blocks[a % Math.max(1, revision.blocks.length)]
      if (block === undefined) return
      const start = block.start + (b % (block.end - block.start + 1))
      const map = createPositionMap(revision)
      const shown = toDocument(revision).textBetween(map.toPosition(start), map.toPosition(block.end), '\n\n')
      expect(shown).toBe(revision.text.slice(start, block.end))
    }),
  )
})

const two = createPositionMap(releaseOf([{ text: 'one' }, { text: 'three' }]))

test.each([
  ['before the text', -4, 1],
  ['at its start', 0, 1],
  ['at the end of the first block', 3, 4],
  ['in the gap', 4, 4],
  ['at the start of the second block', 5, 6],
  ['at its end', 10, 11],
  ['after the text', 99, 11],
])('an offset %s clamps to the text', (_where, offset, position) => {
  expect(two.toPosition(offset)).toBe(position)
})

test('a position between two blocks is the end of the first', () => {
  expect([0, 1, 4, 5, 6, 11, 12].map(position => two.toOffset(position))).toEqual([0, 0, 3, 3, 5, 10, 10])
})

test('a text without blocks shows one empty paragraph', () => {
  const empty = releaseOf([])
  expect(toDocument(empty).childCount).toBe(1)
  expect(createPositionMap(empty).toPosition(0)).toBe(1)
  expect(createPositionMap(empty).toOffset(1)).toBe(0)
})
