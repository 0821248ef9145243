import { expect, test } from 'vitest'
import { firstWords, inQuotes } from './first-words'

test('of a long text the first eight words, on one line', () => {
  expect(firstWords(' One\n two  three ')).toBe('One two three')
  expect(firstWords('1 2 3 4 5 6 7 8 9')).toBe('1 2 3 4 5 6 7 8 …')
})

test('words are quoted once', () => {
  expect(['heroic forces', '“ISIS retains', '"So-called', '«Bon»', '„Gut“'].map(inQuotes)).toEqual([
    '“heroic forces”',
    '“ISIS retains',
    '"So-called',
    '«Bon»',
    '„Gut“',
  ])
})
