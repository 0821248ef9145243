import { expect, test } from 'vitest'
import { firstTokenEndingAfter, lastTokenStartingBefore, TokenKeys, tokenize } from './tokens'

function tokensOf(text: string): string[] {
  const { count, starts, ends } = tokenize(text, new TokenKeys())
  return Array.from({ length: count }, (_, n) => text.slice(starts[n], ends[n]))
}

test.each([
  ['$4.5 million, up 3%', ['$', '4', '.', '5', 'million', ',', 'up', '3', '%']],
  ['U.S.-led', ['U', '.', 'S', '.', '-', 'led']],
  ['F-35B', ['F', '-', '35', 'B']],
  ['so -- it', ['so', '--', 'it']],
  ['govern- ment', ['govern- ment']],
  ['govern-\nment', ['govern-\nment']],
  ['co-\n\noperation', ['co', '-', 'operation']],
  ['pre- 2020', ['pre', '-', '2020']],
  ['Ausˇrine\u0307 won', ['Ausˇrine\u0307', 'won']],
  ['👩‍🚀🇪🇺👍🏽!', ['👩‍🚀', '🇪', '🇺', '👍🏽', '!']],
  ['港は2024', ['港', 'は', '2024']],
  [' \u00a0\t\n', []],
])('%j', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens)
})

test.each([
  ['“yes”', '"yes"'],
  ['it’s', "it's"],
  ['a — b', 'a -- b'],
  ['a – b', 'a - b'],
  ['govern- ment', 'government'],
])('%j and %j have the same keys', (a, b) => {
  const keys = new TokenKeys()
  expect(tokenize(a, keys).keys).toEqual(tokenize(b, keys).keys)
})

test.each(['The|the', '12|13', 'resign|re-sign', ',|.'])('%j has different keys', pair => {
  const keys = new TokenKeys()
  const [a = '', b = ''] = pair.split('|')
  expect(tokenize(a, keys).keys).not.toEqual(tokenize(b, keys).keys)
})

test('tokens are found by offset', () => {
  const tokens = tokenize('one  two three', new TokenKeys())
  expect([0, 2, 3, 5, 13, 14].map(at => firstTokenEndingAfter(tokens, at))).toEqual([0, 0, 1, 1, 2, 3])
  expect([0, 1, 5, 6, 14].map(at => lastTokenStartingBefore(tokens, at))).toEqual([-1, 0, 0, 1, 2])
})
