import { expect, test } from 'vitest'
import { searchWords } from './search-words'

const fits = (typed: string, text: string) => searchWords(typed).every(word => word.test(text))

test.each([
  ['haven safe', 'A SAFE haven', true],
  ['"safe haven"', 'a haven, safe', false],
  ['"safe  haven"', 'a safe\nhaven', true],
  ['"safe haven"', 'all is safe\n\nhaven for boats', false],
  ['“safe haven” isis', 'ISIS keeps a safe haven', true],
  ["don't", 'they don’t know', true],
  ['al-Jazeera', 'the al–Jazeera Storm', true],
  ['(12.5%) a+b [c] ^$ \\d {e|f}', 'a+b ^$ (12.5%) [c] \\d {e|f}', true],
  ['12.5', '1285', false],
  ['élan', 'ÉLAN', true],
  ['"', 'he said “so”', true],
])('%s in “%s”: %s', (typed, text, found) => {
  expect(fits(typed, text)).toBe(found)
})

test('white space asks for nothing', () => {
  expect(searchWords('  \n')).toEqual([])
})
