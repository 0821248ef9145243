import fc from 'fast-check'
import { expect, test } from 'vitest'
import { snapToCharacters, snapToWords } from './snap-to-words'

/** The text between the bars is the range. */
function marked(text: string) {
  const start = text.indexOf('|')
  const end = text.indexOf('|', start + 1) - 1
  return { text: text.replace(/\|/g, ''), range: { start, end } }
}

test.each([
  ['half words at both ends', 'The coa|lition aff|irms', 'coalition affirms'],
  ['white space at the ends', 'The| coalition |affirms', 'coalition'],
  ['a word in quotation marks', 'He said “w|e wo|n” today', 'we won'],
  ['a quotation mark that was meant', 'He said |“w|e won” today', '“we'],
  ['a decimal number', 'rose 3|.|5 percent', '3.5'],
  ['a combining sequence', 'cafe|\u0301 b|ar', 'cafe\u0301 bar'],
  ['an emoji at the edge', 'won |\u{1F600}|\u{1F600} now', '\u{1F600}'],
  ['white space alone', 'a| |b', ' '],
])('%s', (_what, text, expected) => {
  const { text: plain, range } = marked(text)
  const { start, end } = snapToWords(plain, range, 'en')
  expect(plain.slice(start, end)).toBe(expected)
})

test.each([
  ['ar', 'قال المسؤول: «المي|ناء مفت|وح» اليوم', 'الميناء مفتوح'],
  ['ar', 'قال |«المي|ناء» اليوم', '«الميناء'],
  ['de', 'Er sagte: |„Der K|ai“ heute', '„Der Kai'],
  ['fr', 'a dit : «\u00a0Le q|uai est ou|vert\u00a0» hier', 'quai est ouvert'],
  ['ja', 'と「|港|」は', '港'],
  ['th', 'ท่าเ|รื|อเปิด', 'ท่าเรือ'],
])('in %s: %s', (language, text, expected) => {
  const { text: plain, range } = marked(text)
  const { start, end } = snapToWords(plain, range, language)
  expect(plain.slice(start, end)).toBe(expected)
})

test('with Alt half a word stays half, and a family of emoji whole', () => {
  const { text, range } = marked('|coal|ition')
  expect(snapToCharacters(text, range)).toEqual(range)
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'
  expect(snapToCharacters(family, { start: 3, end: 4 })).toEqual({ start: 0, end: family.length })
})

test('a word of a language without spaces is found', () => {
  const text = '東京都知事は'
  const { start, end } = snapToWords(text, { start: 0, end: 1 }, 'ja')
  expect(end - start).toBeGreaterThan(1)
})

test('a malformed language is no error', () => {
  expect(snapToWords('one two', { start: 1, end: 2 }, 'not a tag')).toEqual({ start: 0, end: 3 })
})

test('no end ever lies inside a surrogate pair, the range is never empty, and snapping twice changes nothing', () => {
  const pieces = [
    'a',
    'é',
    'e\u0301',
    ' ',
    '\u00a0',
    '“',
    '»',
    '.',
    '\u{1F600}',
    '5',
    '\u200D',
    'مف\u0651',
    '港は',
    'क्षि',
    '🇩🇪',
  ]
  const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join('')
      const start = a % text.length
      const end = start + 1 + (b % (text.length - start))
      const snapped = snapToWords(text, { start, end }, 'en')
      expect(snapped.start).toBeLessThan(snapped.end)
      expect(snapToWords(text, snapped, 'en')).toEqual(snapped)
      for (const edge of [snapped.start, snapped.end]) {
        expect(/[\uD800-\uDBFF]$/.test(text.slice(0, edge)) && /^[\uDC00-\uDFFF]/.test(text.slice(edge))).toBe(false)
        expect(
          [...new Intl.Segmenter().segment(text)].some(({ index }) => index === edge) || edge === text.length,
        ).toBe(true)
      }
    }),
  )
})
