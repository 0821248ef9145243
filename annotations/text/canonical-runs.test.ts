import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonicalBlocks } from '../model/canonical-text'
import { toCanonicalRuns } from './canonical-runs'

/** Characters that each rule is about; letters of which only `e` and `E` compose. */
const single = [...'qqeE \n\t\0\u00ad\u0301\u0327\u00a0\u2029\u1100\u1161\u11a8\u00e9\u212b\u{1f600}']
const several = ['  ', '\n\n', '\u{1d157}\u{1d165}', '\u0fb2\u0f71\u0f80']
const run = fc.array(fc.constantFrom(...single, ...several), { maxLength: 6 }).map(parts => parts.join(''))

describe('cuts between runs', () => {
  test('are followed through every rule: the text between them is that of the run', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), runs => {
        const { blocks, cuts } = toCanonicalRuns(runs)
        expect(blocks).toEqual(canonicalBlocks(runs.join('')))
        expect(cuts).not.toBeNull()
        expect(cuts).toHaveLength(runs.length + 1)
        const joined = blocks.join('\n\n')
        let last = 0
        for (const cut of cuts ?? []) {
          expect(cut).toBeGreaterThanOrEqual(last)
          last = cut
        }
        expect(last).toBeLessThanOrEqual(joined.length)
        for (const [i, source] of runs.entries()) {
          const between = joined.slice(cuts?.[i], cuts?.[i + 1])
          expect(between.split('q').length).toBe(source.split('q').length) // q composes with nothing
        }
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['spaces at both sides of a cut are one', ['a ', ' b'], ['a b'], [0, 2, 3]],
    ['a space before a line break goes', ['a ', '\nb'], ['a\nb'], [0, 1, 3]],
    ['an accent after a cut joins the letter before it', ['ae', '\u0301b'], ['a\u00e9b'], [0, 1, 3]],
    ['cuts in what is trimmed lie at the ends', [' ', ' a', ' ', ''], ['a'], [0, 0, 1, 1, 1]],
    ['cuts in a blank line lie at the next block', ['a\n', '\n', 'b'], ['a', 'b'], [0, 3, 3, 4]],
    ['no words, no blocks', [' ', '\n'], [], [0, 0, 0]],
  ])('%s', (_, runs, blocks, cuts) => {
    expect(toCanonicalRuns(runs)).toEqual({ blocks, cuts })
  })

  it('gives up the cuts rather than misplace them', () => {
    const { blocks, cuts } = toCanonicalRuns(['x\r', '\ny'])
    expect(blocks).toEqual(['x\ny'])
    expect(cuts).toBeNull()
  })
})
