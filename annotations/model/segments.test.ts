import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marked } from '../testing/marked'
import { parts } from './annotation'
import { describeSegments, segmentsStand, withoutRange } from './segments'

const text = fc
  .array(fc.constantFrom('a', 'b ', 'c', 'd', '😀', 'ü', '\n\n'), { minLength: 15, maxLength: 40 })
  .map(list => list.join(''))
const plain = fc
  .record({
    part: fc.constantFrom('content' as const, ...parts),
    start: fc.nat(20),
    length: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ part, start, length }) => ({ part, start, end: start + length }))

describe('law 2: described segments', () => {
  test('stand in the text, sorted and disjoint, and cover what was given', () => {
    let accepted = 0
    fc.assert(
      fc.property(text, fc.array(plain, { maxLength: 5 }), (words, given) => {
        const described = describeSegments(words, given)
        if (!described.ok) return
        accepted += 1
        expect(segmentsStand(words, described.value)).toBe(true)
        for (const part of parts) {
          for (let at = 0; at < words.length; at += 1) {
            const covers = ({ part: of, start, end }: (typeof given)[number]) => of === part && start <= at && at < end
            expect(described.value.some(covers)).toBe(given.some(covers))
          }
        }
        expect(describeSegments(words, described.value)).toEqual(described)
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })

  test('carry up to 32 characters of context and part no character in it', () => {
    const words = `${'😀'.repeat(20)}x${'😀'.repeat(20)}`
    const described = describeSegments(words, [{ part: 'content', start: 39, end: 42 }])
    expect(described).toEqual({ ok: false, error: { code: 'cuts-character', facts: { start: 39, end: 42 } } })
    const whole = describeSegments(words, [{ part: 'content', start: 40, end: 41 }])
    expect(whole.ok && whole.value[0]).toMatchObject({ exact: 'x', prefix: '😀'.repeat(16), suffix: '😀'.repeat(16) })
    const odd = describeSegments(`a${words}`, [{ part: 'content', start: 40, end: 41 }])
    expect(odd.ok).toBe(false)
    const shifted = describeSegments(`${'😀'.repeat(17)}ax`, [{ part: 'content', start: 35, end: 36 }])
    expect(shifted.ok && shifted.value[0]?.prefix).toBe(`${'😀'.repeat(15)}a`)
  })
})

test.each([
  ['one that is empty', [{ start: 2, end: 2, exact: '' }]],
  ['another text', [{ start: 0, end: 2, exact: 'xx' }]],
  [
    'an overlap',
    [
      { start: 0, end: 2, exact: 'ab' },
      { start: 1, end: 3, exact: 'bc' },
    ],
  ],
  [
    'another order',
    [
      { start: 2, end: 3, exact: 'c' },
      { start: 0, end: 1, exact: 'a' },
    ],
  ],
  ['an end outside', [{ start: 3, end: 9, exact: 'd' }]],
])('%s does not stand', (_, segments) => {
  const full = segments.map(segment => ({ ...segment, part: 'content' as const, prefix: '', suffix: '' }))
  expect(segmentsStand('abcd', full)).toBe(false)
})

test('taking a range out of a segment leaves what is around it', () => {
  expect(withoutRange([{ part: 'content', start: 2, end: 9 }], 4, 6)).toEqual([
    { part: 'content', start: 2, end: 4 },
    { part: 'content', start: 6, end: 9 },
  ])
  expect(withoutRange([{ part: 'content', start: 2, end: 9 }], 0, 9)).toEqual([])
})

describe('marked text', () => {
  test.each([
    ['[QUOTE "We won," ]she said', '"We won," she said', 'quote', [['content', 0, 10]]],
    [
      '[CLAIM By [SOURCE x]] [1]',
      'By x [1]',
      'claim',
      [
        ['source', 3, 4],
        ['content', 0, 4],
      ],
    ],
    ['none', 'none', 'note', []],
  ])('%s', (notation, words, kind, segments) => {
    const read = marked(notation)
    expect([read.text, read.kind]).toEqual([words, kind])
    expect(read.segments.map(({ part, start, end }) => [part, start, end])).toEqual(segments)
  })

  test('throws where a segment is not closed', () => {
    expect(() => marked('[QUOTE "We')).toThrow('not closed')
  })
})
